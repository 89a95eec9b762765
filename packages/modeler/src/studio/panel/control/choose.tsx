import { Select } from 'antd';
import type { Text } from '@guicheng/runtime/model';
import { matches } from '../../../task/field/matches.ts';
import { Row } from './row.tsx';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly disabled?: boolean;
  /** What it is found by, instead of its label: names also by the initials of their pinyin. */
  readonly words?: readonly (string | Text)[];
}

/** As many as can be looked through without searching. */
const FEW = 8;

/** Whether what is typed finds an option. */
export const found = (input: string, option?: { readonly label?: unknown; readonly words?: readonly (string | Text)[] }): boolean =>
  option?.words
    ? matches(input, option.words)
    : String(option?.label ?? '')
        .toLowerCase()
        .includes(input.trim().toLowerCase());

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
          {...(choices.length > FEW ? { showSearch: { filterOption: found } } : {})}
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
