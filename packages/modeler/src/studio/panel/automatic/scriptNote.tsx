import type { Asked } from '../asked.ts';
import { useWords } from '../../../words/words.ts';
import { Becomes } from './becomes.tsx';

/** A script never runs here, and that is said before anybody waits for it. */
export function ScriptNote({ modeler, element }: Asked) {
  const { w } = useWords();
  return (
    <Becomes
      modeler={modeler}
      element={element}
      note={w('scriptsNeverRun')}
      offer={{ label: w('becomeAutomatic'), type: 'bpmn:ServiceTask' }}
    />
  );
}
