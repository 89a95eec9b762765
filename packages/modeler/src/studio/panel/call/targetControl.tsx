import { Choose } from '../control/choose.tsx';
import { Typed } from '../control/typed.tsx';
import type { Held } from '../../file/fields.ts';
import { useWords } from '../../../words/words.ts';
import { isName } from './mapping.ts';

/** Under which name a value goes on: one of the fields there where they are known, else a name that is typed. */
export function TargetControl({
  label,
  to,
  fields,
  put,
}: {
  readonly label: string;
  readonly to: string;
  /** Null: the other side is not known here. */
  readonly fields: readonly Held[] | null;
  readonly put: (to: string) => void;
}) {
  const { w, t } = useWords();
  if (fields === null || fields.length === 0)
    return <Typed label={label} value={to} put={put} check={(text) => (isName(text) ? undefined : w('notAName'))} note={w('nameThere')} />;
  return (
    <Choose
      label={label}
      value={to}
      choices={[
        ...fields.map(({ key, name }) => ({ value: key, label: t(name) || key })),
        ...(fields.some(({ key }) => key === to) ? [] : [{ value: to, label: to }]),
      ]}
      put={put}
    />
  );
}
