import { useId, useState } from 'react';
import { Select } from 'antd';
import { FieldControl } from '../../../../task/field/fieldControl.tsx';
import { labelId } from '../../../../task/field/control.ts';
import type { Literal } from '../../../condition/condition.ts';
import { comparisonWords } from '../../../condition/say.ts';
import { ValueControl } from '../../condition/valueControl.tsx';
import { askedOf, type CellDraft, comparedBy, draftOf } from '../cell/draft.ts';
import { type CellComparison, cellComparisons, fits, hasSeveral } from '../cell/fits.ts';
import { readAsked } from '../cell/readAsked.ts';
import type { About } from '../cell/sayCell.ts';
import { writeAsked } from '../cell/writeAsked.ts';
import { useTableWords } from '../words/useTableWords.ts';
import type { Editing } from './editing.ts';
import { TextEditor } from './textEditor.tsx';

/** A cell that asks, clicked together: how it compares and with what. It is told whenever it is whole. */
export function AskedEditor(editing: Editing) {
  const { text, about, put } = editing;
  const { subject } = about;
  const { say, t } = useTableWords();
  const [unfinished, setUnfinished] = useState<{ readonly on: string; readonly draft: CellDraft } | null>(null);
  const [own, setOwn] = useState(false);
  const asked = readAsked(text);
  if (own || !asked || !fits(asked, subject))
    return <TextEditor {...editing} back={own ? () => setOwn(false) : () => put('-')} kept={!own} />;
  const draft = unfinished?.on === text ? unfinished.draft : draftOf(asked);
  const change = (next: CellDraft): void => {
    const whole = askedOf(next, subject);
    setUnfinished(whole ? null : { on: text, draft: next });
    if (whole) put(writeAsked(whole));
  };
  const label = (is: CellComparison): string => (is === 'any' || is === 'between' ? say(is) : t(comparisonWords(is)));
  return (
    <div className="gc-rules-cell-editor">
      <Select<CellComparison | 'own'>
        aria-label={say('compare')}
        value={draft.is}
        options={[
          ...cellComparisons(subject.type).map((is) => ({ value: is, label: label(is) })),
          { value: 'own' as const, label: say('ownText') },
        ]}
        onChange={(is) => (is === 'own' ? setOwn(true) : change(comparedBy(draft, is, subject)))}
        popupMatchSelectWidth={false}
      />
      <Values draft={draft} about={about} change={change} />
      {askedOf(draft, subject) ? null : <p className="gc-row-note">{say('lacks')}</p>}
    </div>
  );
}

function Values({
  draft,
  about: { subject },
  change,
}: {
  readonly draft: CellDraft;
  readonly about: About;
  readonly change: (draft: CellDraft) => void;
}) {
  const { say, t } = useTableWords();
  const id = useId();
  const { is, values } = draft;
  if (is === 'any' || is === 'filled' || is === 'empty') return null;
  if (is === 'between')
    return (
      <>
        <Amount
          label={say('from')}
          subject={subject}
          value={values[0] ?? null}
          change={(one) => change({ ...draft, values: one === null ? [] : [one] })}
        />
        <Amount label={say('to')} subject={subject} value={draft.to} change={(to) => change({ ...draft, to })} />
      </>
    );
  if ((is === 'equal' || is === 'unequal') && hasSeveral(subject))
    return (
      <Select<Literal[]>
        aria-label={say('values')}
        mode={subject.options.length > 0 ? 'multiple' : 'tags'}
        value={[...values]}
        placeholder={say('values')}
        options={subject.options.map((option) => ({ value: option.value, label: t(option.name) }))}
        optionFilterProp="label"
        onChange={(next) => change({ ...draft, values: next.filter((one) => one !== '') })}
        popupMatchSelectWidth={false}
      />
    );
  return (
    <ValueControl
      key={is === 'equal' || is === 'unequal' ? 'same' : 'measured'}
      id={id}
      label={say('value')}
      line={{ of: subject.key, is, value: values[0] ?? null }}
      subject={subject}
      change={(value) => change({ ...draft, values: value === null ? [] : [value] })}
    />
  );
}

/** One end: told when the field is left, so that a number is not three steps of undo. */
function Amount({
  label,
  subject,
  value,
  change,
}: {
  readonly label: string;
  readonly subject: About['subject'];
  readonly value: Literal | null;
  readonly change: (value: Literal | null) => void;
}) {
  const id = useId();
  const [typed, setTyped] = useState<unknown>(undefined);
  const tell = (): void => {
    if (typed !== undefined && typed !== value) change(typeof typed === 'number' ? typed : null);
    setTyped(undefined);
  };
  return (
    <span
      className="gc-rules-cell-end"
      onBlur={tell}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) tell();
      }}
    >
      <label id={labelId(id)} htmlFor={id}>
        {label}
      </label>
      <FieldControl
        id={id}
        field={{
          key: subject.key,
          name: subject.name,
          type: subject.type === 'money' ? 'money' : 'number',
          access: 'write',
          required: true,
          options: [],
          columns: [],
          value: null,
        }}
        value={typed === undefined ? value : (typed as number)}
        faulty={false}
        describedBy={undefined}
        compact
        change={setTyped}
      />
    </span>
  );
}
