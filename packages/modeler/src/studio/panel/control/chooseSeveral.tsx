import { Select } from 'antd';
import type { Choice } from './choose.tsx';
import { Row } from './row.tsx';

/** Some out of a list, in the order in which they are chosen. */
export function ChooseSeveral({
  label,
  values,
  choices,
  put,
  note,
  placeholder,
}: {
  readonly label: string;
  readonly values: readonly string[];
  readonly choices: readonly Choice<string>[];
  readonly put: (values: readonly string[]) => void;
  readonly note?: string | undefined;
  readonly placeholder?: string;
}) {
  return (
    <Row label={label} note={note}>
      {(tied) => (
        <Select
          {...tied}
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          {...(placeholder === undefined ? {} : { placeholder })}
          value={[...values]}
          options={choices.map((choice) => ({ ...choice, title: choice.label }))}
          onChange={(next: string[]) => put(next)}
          popupMatchSelectWidth={false}
          style={{ width: '100%' }}
        />
      )}
    </Row>
  );
}
