import { Choose, type Choice } from '../control/choose.tsx';
import { Typed } from '../control/typed.tsx';
import type { Held } from '../../file/fields.ts';
import { useWords } from '../../../words/words.ts';
import { feelOf, FIXED, sourceOf, type Fixed } from './mapping.ts';

/** Where a value comes from: a field, fixed words, a moment. What was calculated elsewhere is shown and stays. */
export function SourceControl({
  label,
  from,
  fields,
  put,
}: {
  readonly label: string;
  readonly from: string;
  readonly fields: readonly Held[];
  readonly put: (from: string) => void;
}) {
  const { w, t } = useWords();
  const fixed: { readonly [feel in Fixed]: string } = {
    true: w('yes'),
    false: w('no'),
    null: w('sourceNothing'),
    'today()': w('sourceToday'),
    'now()': w('sourceNow'),
  };
  const source = sourceOf(from);
  const value = source.kind === 'field' ? `=${source.key}` : source.kind === 'fixed' ? source.feel : source.kind;
  const known = fields.map(({ key, name }): Choice<string> => ({ value: `=${key}`, label: t(name) || key }));
  const choices: readonly Choice<string>[] = [
    ...known,
    ...(source.kind === 'field' && !fields.some(({ key }) => key === source.key) ? [{ value, label: source.key }] : []),
    { value: 'words', label: w('sourceWords') },
    ...FIXED.map((feel) => ({ value: feel as string, label: fixed[feel] })),
    ...(source.kind === 'calculation' ? [{ value: 'calculation', label: w('sourceCalculated'), disabled: true }] : []),
  ];
  return (
    <>
      <Choose
        label={label}
        value={value}
        choices={choices}
        put={(next) => put(next === 'words' ? feelOf({ kind: 'words', words: '' }) : next.startsWith('=') ? next.slice(1) : next)}
        note={source.kind === 'calculation' ? source.feel : undefined}
      />
      {source.kind === 'words' ? (
        <Typed label={w('whichWords')} value={source.words} put={(words) => put(feelOf({ kind: 'words', words }))} />
      ) : null}
    </>
  );
}
