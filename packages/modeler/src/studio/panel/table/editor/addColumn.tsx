import { useState } from 'react';
import { Button, Input, Select } from 'antd';
import { useWords } from '../../../../words/words.ts';
import type { FieldType } from '@guicheng/runtime/checking';
import { fieldWord } from '../../../fieldTypes.ts';
import { processOf } from '../../../file/process.ts';
import { isGroup, subjectGroups } from '../../condition/subjectGroups.ts';
import { subjectOf } from '../../condition/subjects.ts';
import type { Subject } from '../../../condition/subject.ts';
import { takenKeys } from '../../form/takenKeys.ts';
import type { FieldPlain } from '../../form/fieldPlain.ts';
import { addInput } from '../../../file/dmn/columns.ts';
import { putsTogether } from '../../../file/dmn/hit.ts';
import { withAnswer } from '../withAnswer.ts';
import { answerField } from '../answerField.ts';
import { putColumns, putSource, type TablePlace } from '../tableCommands.ts';
import { typeRefOf } from '../typeRef.ts';
import { useTableWords } from '../words/useTableWords.ts';
import type { Reading } from './useReading.ts';

const NEW = ' new';

/** One column more: a condition about something of the flow, or a result for one of its fields or for a new one. */
export function AddColumn({ place, reading }: { readonly place: TablePlace; readonly reading: Reading }) {
  const { say, t } = useTableWords();
  const words = useWords();
  const [fresh, setFresh] = useState(false);
  const { grid } = place;
  const full = putsTogether(grid.hit) && grid.outputs.length > 0;
  const ask = (key: string): void => {
    const subject = reading.subjects.find((one) => one.key === key);
    if (subject) putSource(place, addInput(grid, { label: subject.name.zh, asks: key, type: typeRefOf(subject.type) }));
  };
  const answer = (subject: Subject, field?: FieldPlain): void => {
    const source = withAnswer(grid, reading.targets, { subject });
    putColumns(place, { source, targets: [...reading.targets, subject.key], ...(field ? { field } : {}) });
  };
  return (
    <>
      <Select<string>
        size="small"
        aria-label={say('addCondition')}
        value={null}
        placeholder={say('addCondition')}
        options={subjectGroups(reading.subjects, words)}
        showSearch={{ filterOption: (typed, option) => !isGroup(option) && String(option?.label ?? '').includes(typed.trim()) }}
        onChange={ask}
        popupMatchSelectWidth={false}
      />
      <Select<string>
        size="small"
        aria-label={say('addAnswer')}
        value={null}
        placeholder={say('addAnswer')}
        disabled={full}
        {...(full ? { title: say('hitOneColumn') } : {})}
        options={[
          ...reading.fields
            .filter(({ key }) => !reading.targets.includes(key))
            .map((field) => ({ value: field.key, label: t(field.name) || field.key })),
          { value: NEW, label: say('newAnswer') },
        ]}
        onChange={(key) => {
          const field = reading.fields.find((one) => one.key === key);
          setFresh(key === NEW);
          if (field) answer(field);
        }}
        popupMatchSelectWidth={false}
      />
      {fresh ? (
        <NewAnswer
          place={place}
          done={(field) => {
            setFresh(false);
            if (field) answer(subjectOf(field), field);
          }}
        />
      ) : null}
    </>
  );
}

/** Kinds of values that a table can answer with. */
const KINDS: readonly FieldType[] = ['choice', 'text', 'number', 'money', 'yesNo', 'date', 'person', 'unit', 'choices', 'persons', 'units'];

/** A field of the flow that does not exist yet, for a result: how it is called, of what kind it is, and what can be chosen. */
function NewAnswer({ place, done }: { readonly place: TablePlace; readonly done: (field?: FieldPlain) => void }) {
  const { say, language } = useTableWords();
  const { w: word } = useWords();
  const [name, setName] = useState('');
  const [type, setType] = useState<FieldType>('choice');
  const [options, setOptions] = useState('');
  const [asked, setAsked] = useState(false);
  const chooses = type === 'choice' || type === 'choices';
  const process = processOf(place.element);
  const add = (): void => {
    const field = process && answerField({ name, type, options, language }, takenKeys(process));
    if (field) done(field);
    else setAsked(true);
  };
  return (
    <form
      className="gc-rules-new"
      aria-label={say('newAnswer')}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <Input
        size="small"
        autoFocus
        aria-label={say('newAnswerName')}
        placeholder={say('newAnswerName')}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Select<FieldType>
        size="small"
        aria-label={say('newAnswerKind')}
        value={type}
        options={KINDS.map((kind) => ({ value: kind, label: word(fieldWord(kind)) }))}
        onChange={setType}
        popupMatchSelectWidth={false}
      />
      {chooses ? (
        <Input
          size="small"
          aria-label={say('newAnswerOptions')}
          placeholder={say('newAnswerOptions')}
          value={options}
          onChange={(event) => setOptions(event.target.value)}
        />
      ) : null}
      <Button size="small" type="primary" htmlType="submit">
        {say('newAnswerAdd')}
      </Button>
      <Button size="small" onClick={() => done()}>
        {say('cancel')}
      </Button>
      {asked ? (
        <span className="gc-rules-wrong" role="alert">
          {say('newAnswerNeeds')}
        </span>
      ) : null}
    </form>
  );
}
