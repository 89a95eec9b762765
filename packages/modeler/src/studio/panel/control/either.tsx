import { Radio } from 'antd';
import type { Choice } from './choose.tsx';
import { Row } from './row.tsx';

/** One of a few, all of them in view. */
export function Either<Value extends string>({
  label,
  value,
  choices,
  put,
  note,
}: {
  readonly label: string;
  readonly value: Value | '';
  readonly choices: readonly Choice<Value>[];
  readonly put: (value: Value) => void;
  readonly note?: string | undefined;
}) {
  return (
    <Row label={label} note={note}>
      {(tied) => (
        <Radio.Group
          {...tied}
          className="gc-either"
          value={value}
          options={choices.map((choice) => ({ ...choice }))}
          onChange={(event) => put(event.target.value as Value)}
        />
      )}
    </Row>
  );
}
