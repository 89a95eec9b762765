import { Select } from 'antd';
import { Row } from './row.tsx';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly disabled?: boolean;
}

/** As many as can be looked through without searching. */
const FEW = 8;

/** One out of a list; a long list can be searched. */
export function Choose<Value extends string>({
  label,
  value,
  choices,
  put,
  note,
  wrong,
  placeholder,
}: {
  readonly label: string;
  /** Empty: nothing is chosen. */
  readonly value: Value | '';
  readonly choices: readonly Choice<Value>[];
  readonly put: (value: Value) => void;
  readonly note?: string | undefined;
  readonly wrong?: string | undefined;
  readonly placeholder?: string;
}) {
  return (
    <Row label={label} note={note} wrong={wrong}>
      {(tied) => (
        <Select<Value>
          {...tied}
          {...(wrong ? { status: 'warning' as const } : {})}
          {...(choices.length > FEW ? { showSearch: { optionFilterProp: 'label' } } : {})}
          {...(placeholder === undefined ? {} : { placeholder })}
          value={value === '' && !choices.some((choice) => choice.value === '') ? null : (value as Value)}
          options={choices.map((choice) => ({ ...choice, title: choice.label }))}
          onChange={(next) => put(next)}
          popupMatchSelectWidth={false}
          style={{ width: '100%' }}
        />
      )}
    </Row>
  );
}
