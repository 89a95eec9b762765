import { Button } from 'antd';
import { useRef, useState } from 'react';
import { textAt } from '../../file/moddle.ts';
import { heldBy } from '../../file/fields.ts';
import { wordsOf } from '../../file/extension.ts';
import { processOf } from '../../file/process.ts';
import { useWords } from '../../../words/words.ts';
import type { Asked } from '../asked.ts';
import { Choose } from '../control/choose.tsx';
import { Either } from '../control/either.tsx';
import { Question } from '../question.tsx';
import { readSheet, type Sheet } from './sheet.ts';
import { putRule, ruleAt, tablesAt, takeTable } from './tables.ts';

/** Rows that are shown; a table may have a thousand. */
const SHOWN = 50;

/** By which decision table a step decides, and which field takes the result. */
export function TableQuestion({ modeler, element }: Asked) {
  const { w, t } = useWords();
  const tables = tablesAt(element);
  const rule = ruleAt(element);
  const table = tables.find(({ key }) => key === rule['table']);
  const into = String(rule['into'] ?? '');
  const job = textAt(wordsOf(element, 'gc:Job')[0], 'name');
  const ours = heldBy(processOf(element));
  const known = into === '' || ours.some(({ key }) => key === into) ? [] : [{ value: into, label: into }];
  const summary = table?.name ?? (job ? w('handledBy', { handler: job }) : w('tableNone'));
  const sheet = table && readSheet(table.xml)?.sheet;
  return (
    <Question title={w('askTable')} summary={summary} warns={!table && job === ''}>
      {tables.length > 0 ? (
        <Choose
          label={w('tableWhich')}
          value={table?.key ?? ''}
          choices={tables.map(({ key, name }) => ({ value: key, label: name }))}
          put={(key) => putRule(modeler, element, { table: key, decision: undefined })}
        />
      ) : (
        <p className="gc-row-note">{w('tableNoneLong')}</p>
      )}
      <TakeFile take={(file) => takeTable(modeler, element, file)} />
      {sheet ? <SheetShown sheet={sheet} /> : null}
      {table ? (
        <Choose
          label={w('tableInto')}
          value={into}
          choices={[...ours.map(({ key, name }) => ({ value: key, label: t(name) || key })), ...known]}
          put={(next) => putRule(modeler, element, { into: next })}
        />
      ) : null}
      {table ? (
        <Either
          label={w('tableNoRow')}
          value={rule['required'] === true ? 'stop' : 'goOn'}
          choices={[
            { value: 'stop', label: w('tableNoRowStops') },
            { value: 'goOn', label: w('tableNoRowGoesOn') },
          ]}
          put={(next) => putRule(modeler, element, { required: next === 'stop' || undefined })}
        />
      ) : null}
    </Question>
  );
}

function TakeFile({ take }: { readonly take: (file: { readonly name: string; readonly xml: string }) => void }) {
  const { w } = useWords();
  const field = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState(false);
  const read = async (file: File | undefined): Promise<void> => {
    const xml = await file?.text();
    const found = xml === undefined ? undefined : readSheet(xml);
    setWrong(xml !== undefined && !found);
    if (file && xml !== undefined && found) take({ name: found.name || file.name.replace(/\.\w+$/, ''), xml });
  };
  return (
    <div>
      <input
        ref={field}
        type="file"
        accept=".dmn,.xml"
        hidden
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          // The same file can be chosen again.
          currentTarget.value = '';
          void read(file);
        }}
      />
      <Button size="small" onClick={() => field.current?.click()}>
        {w('tableUpload')}
      </Button>
      {wrong ? <p className="gc-row-wrong">{w('tableUnread')}</p> : null}
    </div>
  );
}

function SheetShown({ sheet: { inputs, outputs, rows } }: { readonly sheet: Sheet }) {
  const { w } = useWords();
  const columns = [...inputs, ...outputs].map((label, place) => ({ label, id: `${place}-${label}` }));
  return (
    <div className="gc-decided-by">
      <table>
        <thead>
          <tr>
            {columns.map(({ label, id }, place) => (
              <th key={id} data-answer={place >= inputs.length || undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, SHOWN).map((row, number) => (
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={number}>
              {columns.map(({ id }, place) => (
                <td key={id} data-answer={place >= inputs.length || undefined}>
                  {row[place] === '-' ? w('tableAny') : row[place]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > SHOWN ? <p className="gc-row-note">{w('tableMore', { number: rows.length - SHOWN })}</p> : null}
    </div>
  );
}
