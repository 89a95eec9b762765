import { Checkbox } from 'antd';

/** Yes or no, with its words beside it. */
export function Tick({
  label,
  value,
  put,
  title,
}: {
  readonly label: string;
  readonly value: boolean;
  readonly put: (value: boolean) => void;
  readonly title?: string;
}) {
  return (
    <Checkbox checked={value} onChange={(event) => put(event.target.checked)} {...(title === undefined ? {} : { title })}>
      {label}
    </Checkbox>
  );
}
