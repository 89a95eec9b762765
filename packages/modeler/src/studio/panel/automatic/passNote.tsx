import type { Asked } from '../asked.ts';
import { useWords } from '../../../words/words.ts';
import { Becomes } from './becomes.tsx';

/** A step of no kind waits for nobody: a case passes it at once. */
export function PassNote({ modeler, element }: Asked) {
  const { w } = useWords();
  return <Becomes modeler={modeler} element={element} note={w('passesAtOnce')} offer={{ label: w('becomeStep'), type: 'bpmn:UserTask' }} />;
}
