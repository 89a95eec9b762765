import { useState } from 'react';
import { Button, Modal } from 'antd';
import { useReading } from './useReading.ts';
import { Bar } from './bar.tsx';
import { GridTable } from './gridTable.tsx';
import { TryOut } from './tryOut.tsx';
import { useTried } from './useTried.ts';
import type { Values } from '../../../../task/values.ts';
import type { TablePlace } from '../tableCommands.ts';
import { useTableWords } from '../words/useTableWords.ts';
import './editor.css';

interface CommandStack {
  undo(): void;
  redo(): void;
  canUndo(): boolean;
  canRedo(): boolean;
}

/**
 * A decision table as one fills in a table: conditions and results in words. Every change is a command of the editor at once, so undo holds here
 * as on the canvas. What is tried beside it is kept nowhere.
 */
export function TableEditor({ place, close }: { readonly place: TablePlace; readonly close: () => void }) {
  const { say, t } = useTableWords();
  const [values, setValues] = useState<Values>({});
  const reading = useReading(place);
  const tried = useTried(place.grid, values, reading.names);
  const begun = Object.values(values).some((value) => value !== null && value !== '');
  return (
    <Modal
      open
      width={1280}
      centered
      className="gc-rules"
      title={say('title', { name: t(place.table.name) })}
      onCancel={close}
      footer={<Foot place={place} close={close} />}
    >
      <div className="gc-rules-body">
        <main>
          <Bar place={place} />
          <GridTable place={place} reading={reading} tried={tried} begun={begun} />
        </main>
        <TryOut reading={reading} tried={tried} begun={begun} grid={place.grid} values={values} change={setValues} />
      </div>
    </Modal>
  );
}

function Foot({ place, close }: { readonly place: TablePlace; readonly close: () => void }) {
  const { say } = useTableWords();
  const stack = place.modeler.get<CommandStack>('commandStack');
  return (
    <>
      <Button disabled={!stack.canUndo()} onClick={() => stack.undo()}>
        {say('undo')}
      </Button>
      <Button disabled={!stack.canRedo()} onClick={() => stack.redo()}>
        {say('redo')}
      </Button>
      <Button type="primary" onClick={close}>
        {say('done')}
      </Button>
    </>
  );
}
