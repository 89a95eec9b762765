import { useId, useState } from 'react';
import { Button } from 'antd';
import { FieldControl } from '../../../../task/field/fieldControl.tsx';
import { labelId } from '../../../../task/field/control.ts';
import { isList } from '../../condition/comparisons.ts';
import { ValueControl } from '../../condition/valueControl.tsx';
import { type Answer, readAnswer, writeAnswer } from '../cell/answer.ts';
import { useTableWords } from '../words/useTableWords.ts';
import type { Editing } from './editing.ts';
import { TextEditor } from './textEditor.tsx';

/** A cell that answers, filled in with the very control that the form has for the field that takes it. */
export function AnswerEditor(editing: Editing) {
  const { text, about, put } = editing;
  const { subject } = about;
  const { say } = useTableWords();
  const id = useId();
  const [own, setOwn] = useState(false);
  const answer = readAnswer(text);
  if (own || answer === undefined || !suits(answer, isList(subject.type)))
    return <TextEditor {...editing} back={own ? () => setOwn(false) : () => put('')} kept={!own} />;
  return (
    <div className="gc-rules-cell-editor">
      {isList(subject.type) && (subject.type === 'choices' || subject.type === 'persons' || subject.type === 'units') ? (
        <>
          <label id={labelId(id)} htmlFor={id} className="gc-hidden">
            {say('answerLabel')}
          </label>
          <FieldControl
            id={id}
            field={{
              key: subject.key,
              name: subject.name,
              type: subject.type,
              access: 'write',
              required: true,
              options: subject.options,
              columns: [],
              value: null,
            }}
            value={answer as string[] | null}
            faulty={false}
            describedBy={undefined}
            compact
            change={(next) => put(writeAnswer(next))}
          />
        </>
      ) : (
        <ValueControl
          id={id}
          label={say('answerLabel')}
          line={{ of: subject.key, is: 'equal', value: typeof answer === 'object' ? null : answer }}
          subject={subject}
          change={(value) => put(writeAnswer(value))}
        />
      )}
      <span className="gc-rules-cell-more">
        <Button size="small" type="link" disabled={answer === null} onClick={() => put('')}>
          {say('clear')}
        </Button>
        <Button size="small" type="link" onClick={() => setOwn(true)}>
          {say('ownText')}
        </Button>
      </span>
    </div>
  );
}

/** Whether an answer can stand in the control of its field: a list where it holds several, else one value. */
const suits = (answer: Answer | null, list: boolean): boolean => answer === null || (typeof answer === 'object') === list;
