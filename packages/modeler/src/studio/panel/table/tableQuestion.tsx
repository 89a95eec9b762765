import { lazy, Suspense, useState } from 'react';
import { Button } from 'antd';
import { textAt } from '../../file/moddle.ts';
import { heldBy } from '../../file/fields.ts';
import { nameIn, wordsOf } from '../../file/extension.ts';
import { processOf } from '../../file/process.ts';
import { useWords } from '../../../words/words.ts';
import type { Asked } from '../asked.ts';
import { Choose } from '../control/choose.tsx';
import { Either } from '../control/either.tsx';
import { Question } from '../question.tsx';
import { dmnFile } from '../../file/dmn/dmnFile.ts';
import { gridOf } from '../../file/dmn/grid.ts';
import { useReading } from './editor/useReading.ts';
import { Preview } from './preview.tsx';
import { makeTable, type TablePlace } from './tableCommands.ts';
import { putRule, ruleAt, type Table, tablesAt, takeTable } from './tables.ts';
import { TakeFile } from './takeFile.tsx';

const TableEditor = lazy(() => import('./editor/tableEditor.tsx').then((module) => ({ default: module.TableEditor })));

/** By which decision table a step decides, and which field takes the result. */
export function TableQuestion({ modeler, element, ...around }: Asked) {
  const { w, t } = useWords();
  const tables = tablesAt(element);
  const rule = ruleAt(element);
  const table = tables.find(({ key }) => key === rule['table']);
  const job = textAt(wordsOf(element, 'gc:Job')[0], 'name');
  const summary = (table && t(table.name)) ?? (job ? w('handledBy', { handler: job }) : w('tableNone'));
  const [editing, setEditing] = useState<string | null>(null);
  const edit = { open: editing === element.id, put: (open: boolean) => setEditing(open ? element.id : null) };
  return (
    <Question title={w('askTable')} summary={summary} warns={!table && job === ''}>
      {tables.length > 0 ? (
        <Choose
          label={w('tableWhich')}
          value={table?.key ?? ''}
          choices={tables.map(({ key, name }) => ({ value: key, label: t(name) }))}
          put={(key) => putRule(modeler, element, { table: key, decision: undefined })}
        />
      ) : (
        <p className="gc-row-note">{w('tableNoneLong')}</p>
      )}
      <div className="gc-form-acts">
        <Button
          size="small"
          type={table ? 'default' : 'primary'}
          onClick={() => {
            makeTable(modeler, element, nameIn(element, 'zh') || w('tableWhich'));
            edit.put(true);
          }}
        >
          {w('tableMake')}
        </Button>
        <TakeFile take={(file) => takeTable(modeler, element, file)} />
      </div>
      {table ? <Chosen asked={{ modeler, element, ...around }} table={table} edit={edit} /> : null}
    </Question>
  );
}

/** The table that was chosen: looked at, edited, and where its result goes. */
function Chosen({
  asked: { modeler, element },
  table,
  edit,
}: {
  readonly asked: Asked;
  readonly table: Table;
  readonly edit: { readonly open: boolean; readonly put: (open: boolean) => void };
}) {
  const { w, t } = useWords();
  const rule = ruleAt(element);
  const decision = String(rule['decision'] ?? '');
  const into = String(rule['into'] ?? '');
  const grid = gridOf(table.xml, decision);
  const decisions = dmnFile(table.xml)?.decisions ?? [];
  const ours = heldBy(processOf(element));
  const known = into === '' || ours.some(({ key }) => key === into) ? [] : [{ value: into, label: into }];
  return (
    <>
      {decisions.length > 1 ? (
        <Choose
          label={w('tableDecision')}
          value={decision || (grid?.decision ?? '')}
          choices={decisions.map(({ id, name }) => ({ value: id, label: name }))}
          put={(next) => putRule(modeler, element, { decision: next })}
        />
      ) : null}
      {grid ? <Editable place={{ modeler, element, table, grid }} edit={edit} /> : <p className="gc-row-note">{w('tableNotEdited')}</p>}
      {(grid?.outputs.length ?? 1) <= 1 ? (
        <Choose
          label={w('tableInto')}
          value={into}
          choices={[...ours.map(({ key, name }) => ({ value: key, label: t(name) || key })), ...known]}
          put={(next) => putRule(modeler, element, { into: next })}
        />
      ) : null}
      <Either
        label={w('tableNoRow')}
        value={rule['required'] === true ? 'stop' : 'goOn'}
        choices={[
          { value: 'stop', label: w('tableNoRowStops') },
          { value: 'goOn', label: w('tableNoRowGoesOn') },
        ]}
        put={(next) => putRule(modeler, element, { required: next === 'stop' || undefined })}
      />
    </>
  );
}

function Editable({
  place,
  edit,
}: {
  readonly place: TablePlace;
  readonly edit: { readonly open: boolean; readonly put: (open: boolean) => void };
}) {
  const { w } = useWords();
  const reading = useReading(place);
  return (
    <>
      <Button size="small" onClick={() => edit.put(true)}>
        {w('tableEdit')}
      </Button>
      <Preview grid={place.grid} reading={reading} />
      {edit.open ? (
        <Suspense fallback={null}>
          <TableEditor place={place} close={() => edit.put(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
