import { lazy, Suspense, useState } from 'react';
import { Button } from 'antd';
import PlusOutlined from '@ant-design/icons/es/icons/PlusOutlined';
import { listed } from '../../../task/listed.ts';
import { useWords } from '../../../words/words.ts';
import type { Asked } from '../asked.ts';
import { Question } from '../question.tsx';
import { DeleteField } from './deleteField.tsx';
import { entriesOf, hiddenAt } from './entries.ts';
import { fieldsOf } from './fieldPlain.ts';
import { textOf } from '../../file/named.ts';
import { FieldRow } from './fieldRow.tsx';
import { KnownFields } from './knownFields.tsx';
import { NewField } from './newField.tsx';
import { nextBehind } from './formCommands.ts';
import { processOf } from '../../file/process.ts';
import '../condition/condition.css';
import './form.css';

const Designer = lazy(() => import('./designer/designer.tsx').then((module) => ({ default: module.Designer })));

/** 填什么: the fields that a step, or a start, shows, and whether they are filled in there or only seen. */
export function FormQuestion({ modeler, element }: Asked) {
  const { w, t, language } = useWords();
  const [open, setOpen] = useState<string | null>(null);
  const [adding, setAdding] = useState<'new' | 'known' | 'done' | null>(null);
  const [deleting, setDeleting] = useState<string | null>(null);
  const [designing, setDesigning] = useState(false);
  const process = processOf(element);
  if (!process) return null;
  const place = { modeler, process, step: element };
  const entries = entriesOf(process, element.businessObject);
  const beside = entries.map(({ field }) => field.key);
  const gone = fieldsOf(process).find(({ key }) => key === deleting);
  const summary = listed(
    entries.filter(({ mode }) => mode === 'write').map(({ field }) => t(textOf(field))),
    language,
  );
  return (
    <>
      <Question title={w('whatToFill')} summary={summary}>
        {entries.length === 0 ? (
          <p className="gc-quiet">{w('noFieldsYet')}</p>
        ) : (
          <ol className="gc-fields" aria-label={w('fieldsOfStep')}>
            {entries.map((shown) => (
              <FieldRow
                key={shown.field.key}
                place={place}
                shown={shown}
                beside={beside}
                open={open === shown.field.key}
                toggle={() => setOpen(open === shown.field.key ? null : shown.field.key)}
                remove={() => setDeleting(shown.field.key)}
              />
            ))}
          </ol>
        )}
        {adding === 'new' ? (
          <NewField
            place={place}
            before={nextBehind(process, beside)}
            done={(unfinished) => {
              setAdding('done');
              if (unfinished !== undefined) setOpen(unfinished);
            }}
          />
        ) : adding === 'known' ? (
          <KnownFields place={place} done={() => setAdding('done')} />
        ) : (
          <div className="gc-form-acts">
            <Button size="small" autoFocus={adding === 'done'} icon={<PlusOutlined />} onClick={() => setAdding('new')}>
              {w('addFormField')}
            </Button>
            {hiddenAt(process, element.businessObject).length > 0 ? (
              <Button size="small" onClick={() => setAdding('known')}>
                {w('useKnownField')}
              </Button>
            ) : null}
            <Button size="small" title={w('openDesignerHint')} onClick={() => setDesigning(true)}>
              {w('openDesigner')}
            </Button>
          </div>
        )}
      </Question>
      {gone ? <DeleteField place={place} field={gone} close={() => setDeleting(null)} /> : null}
      {designing ? (
        <Suspense fallback={null}>
          <Designer place={place} close={() => setDesigning(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
