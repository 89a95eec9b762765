import { isOf, type Drawn, type Injector } from '../services.ts';
import { padEntry, type PadEntries, type Said } from './padEntry.ts';

/** Room that a lane needs to be divided, in the diagram's units. */
const ENOUGH = 120;

/** What can be done with a pool and its lanes: lanes beside it, and two out of one. */
export function lanePad(injector: Injector, element: Drawn): PadEntries {
  if (!isOf(element, 'bpmn:Lane') && !(isOf(element, 'bpmn:Participant') && element.businessObject.get('processRef'))) return {};
  const modeling = injector.get('modeling');
  const divided = element.children?.some((child) => isOf(child, 'bpmn:Lane'));
  const said: readonly Said[] = [
    { word: 'laneAbove', icon: 'lane-insert-above', act: (_event, lane) => void modeling.addLane(lane, 'top') },
    { word: 'laneBelow', icon: 'lane-insert-below', act: (_event, lane) => void modeling.addLane(lane, 'bottom') },
    ...(!divided && element.height >= ENOUGH
      ? [{ word: 'divide', icon: 'lane-divide-two', act: (_event: Event, lane: Drawn) => divide(injector, lane) } as const]
      : []),
  ];
  return Object.assign({}, ...said.map((entry) => padEntry(injector, { ...entry, group: 'lanes' }))) as PadEntries;
}

function divide(injector: Injector, lane: Drawn): void {
  injector.get('modeling').splitLane(lane, 2);
  injector.get('contextPad').open(lane, true);
}
