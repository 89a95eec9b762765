import type { Asked } from '../asked.ts';
import { Choose } from '../control/choose.tsx';
import { elementAt, elementsAt, type ModdleElement, type Modeling } from '../../file/moddle.ts';
import { Question } from '../question.tsx';
import { useCalled } from '../useCalled.ts';
import { isThrown, onlyDefinition } from './shared.ts';

/** Where it is asked to undo: which step, or all that was done. At the mark of a step: which step undoes it. */
export function UndoQuestion(asked: Asked) {
  const { modeler, element } = asked;
  const { w, step } = useCalled(asked);
  const undo = onlyDefinition(element, 'bpmn:CompensateEventDefinition');
  const level = element.businessObject.$parent;
  if (!undo || !level) return null;
  if (element.businessObject.$type === 'bpmn:BoundaryEvent') {
    const by = undoersOf(level, element.businessObject)[0]?.id;
    const summary = by ? w('undoneBy', { step: step(by) }) : w('undoneByNothing');
    return (
      <Question title={w('askUndoneBy')} summary={summary} warns={!by}>
        <p className={by ? 'gc-row-note' : 'gc-row-wrong'}>{by ? summary : w('undoneByNothingNote')}</p>
      </Question>
    );
  }
  if (!isThrown(element)) return null;
  const chosen = elementAt(undo, 'activityRef')?.id ?? '';
  const offered = undoableOf(level).flatMap(({ id }) => (id ? [id] : []));
  const ids = chosen === '' || offered.includes(chosen) ? offered : [...offered, chosen];
  return (
    <Question title={w('askUndo')} summary={chosen === '' ? w('undoAll') : step(chosen)}>
      <Choose
        label={w('undoWhat')}
        value={chosen}
        choices={[{ value: '', label: w('undoAll') }, ...ids.map((id) => ({ value: id, label: step(id) }))]}
        put={(id) =>
          modeler.get<Modeling>('modeling').updateModdleProperties(element, undo, {
            activityRef: elementsAt(level, 'flowElements').find((one) => one.id === id),
          })
        }
        note={w('undoNote')}
      />
    </Question>
  );
}

/** What a mark of undoing is joined to by a dotted line. */
const undoersOf = (level: ModdleElement, mark: ModdleElement): readonly ModdleElement[] =>
  elementsAt(level, 'artifacts').flatMap((one) => {
    const [from, to] = [elementAt(one, 'sourceRef'), elementAt(one, 'targetRef')];
    const other = from === mark ? to : to === mark ? from : undefined;
    return other?.$instanceOf('bpmn:Activity') ? [other] : [];
  });

/** What can be undone on this level: steps with a mark of undoing, and parts and calls, within which there may be some. */
function undoableOf(level: ModdleElement): readonly ModdleElement[] {
  const inside = elementsAt(level, 'flowElements');
  const marked = new Set(
    inside.flatMap((one) =>
      one.$type === 'bpmn:BoundaryEvent' &&
      elementsAt(one, 'eventDefinitions').some(({ $type }) => $type === 'bpmn:CompensateEventDefinition')
        ? [elementAt(one, 'attachedToRef')]
        : [],
    ),
  );
  return inside.filter(
    (one) =>
      marked.has(one) ||
      ((one.$instanceOf('bpmn:SubProcess') || one.$type === 'bpmn:CallActivity') && one.get('triggeredByEvent') !== true),
  );
}
