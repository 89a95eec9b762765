import { Input } from 'antd';
import { FIGURE } from '../control/typed.tsx';
import { useTyping } from '../control/useTyping.ts';

/** A line of text whose label stands elsewhere, in little room; Enter writes it down, as leaving it does. */
export function LineInput({
  label,
  value,
  put,
  needed = false,
  figure = false,
  placeholder,
  suffix,
}: {
  readonly label: string;
  readonly value: string;
  readonly put: (text: string) => void;
  /** An empty line gives back what stood there. */
  readonly needed?: boolean;
  /** A number: the cursor marks all of it. */
  readonly figure?: boolean;
  readonly placeholder?: string;
  readonly suffix?: string;
}) {
  const { leave, field } = useTyping({ value, put, needed });
  return (
    <Input
      {...field}
      aria-label={label}
      title={label}
      {...(figure ? FIGURE : {})}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(suffix === undefined ? {} : { suffix })}
      onPressEnter={(event) => !event.nativeEvent.isComposing && leave()}
    />
  );
}
