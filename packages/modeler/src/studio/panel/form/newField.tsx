import { useState } from 'react';
import { Button, Checkbox, Input, Select } from 'antd';
import type { FieldType } from '@guicheng/runtime/checking';
import { useWords } from '../../../words/words.ts';
import { loopOf } from '../many/gather.ts';
import { EVERY_TYPE, FIELD_WORDS, isTyped } from '../../fieldTypes.ts';
import { addField, type FormPlace } from './formCommands.ts';
import { freshField } from './freshField.ts';
import { takenKeys } from './takenKeys.ts';
import { useIntoView } from '../useIntoView.ts';

/** A new field, asked for in three questions: how it is called, of what kind it is, whether it must be filled in. */
export function NewField({
  place,
  before,
  done,
}: {
  readonly place: FormPlace;
  /** The field before which it will stand; null: behind all. */
  readonly before: string | null;
  /** It was added, or not to be; told the key of one that is not finished: its options or columns have no names of their own yet. */
  readonly done: (unfinished?: string) => void;
}) {
  const { w, language } = useWords();
  const [name, setName] = useState('');
  const [type, setType] = useState<FieldType>('text');
  const [required, setRequired] = useState(false);
  const several = loopOf(place.step.businessObject) !== undefined;
  const [perItem, setPerItem] = useState(several);
  const [asked, setAsked] = useState(false);
  const part = useIntoView<HTMLFormElement>(true, true);
  const add = (): void => {
    if (name.trim() === '') return setAsked(true);
    const field = freshField({ name: name.trim(), language, type, required: required && isTyped(type) }, takenKeys(place.process));
    addField(place, perItem && isTyped(type) ? { ...field, perItem } : field, before);
    if (field.options || field.columns) done(field.key);
    else done();
  };
  return (
    <form
      ref={part}
      className="gc-new-field"
      aria-label={w('addFormField')}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') done();
      }}
    >
      <label>
        {w('fieldName')}
        <Input
          status={asked && name.trim() === '' ? 'error' : ''}
          data-pending={name === '' ? undefined : true}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      {asked && name.trim() === '' ? (
        <span className="gc-wrong" role="alert">
          {w('fieldNameNeeded')}
        </span>
      ) : null}
      <div className="gc-new-line">
        <Select<FieldType>
          aria-label={w('fieldType')}
          value={type}
          options={FIELD_WORDS.map(([value, word]) => ({ value, label: w(word) }))}
          listHeight={EVERY_TYPE}
          onChange={setType}
          style={{ flex: '1 1 120px' }}
        />
        {isTyped(type) ? (
          <Checkbox checked={required} onChange={(event) => setRequired(event.target.checked)}>
            {w('fieldRequired')}
          </Checkbox>
        ) : null}
      </div>
      {several && isTyped(type) ? (
        <Checkbox checked={perItem} onChange={(event) => setPerItem(event.target.checked)}>
          {w('fieldEachOwn')}
        </Checkbox>
      ) : null}
      <div className="gc-new-line">
        <Button size="small" type="primary" htmlType="submit">
          {w('addThisField')}
        </Button>
        <Button size="small" onClick={() => done()}>
          {w('cancel')}
        </Button>
      </div>
    </form>
  );
}
