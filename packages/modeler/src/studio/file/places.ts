import type { Text } from '@guicheng/runtime/model';
import { nameWithin } from './extension.ts';
import type { Drawn, ModdleElement } from './moddle.ts';
import { flowElementsOf, processOf } from './process.ts';

/** Somewhere that a case can be. */
export interface Place {
  readonly id: string;
  readonly name: Text;
  readonly type: string;
}

/** A name in both languages, as the screen's words take it. */
export function textOf(named: ModdleElement): Text {
  const en = nameWithin(named, 'en');
  return { zh: nameWithin(named, 'zh'), ...(en ? { en } : {}) };
}

const placeOf = (element: ModdleElement): Place => ({ id: element.id ?? '', name: textOf(element), type: element.$type });

const isFor = (type: string) => (element: ModdleElement) => element.$instanceOf(type);

/** The steps that somebody does, but for this element itself. */
export const doneByPeople = (element: Drawn): readonly Place[] =>
  flowElementsOf(processOf(element))
    .filter((one) => one.$type === 'bpmn:UserTask' || one.$type === 'bpmn:ManualTask')
    .filter((one) => one !== element.businessObject)
    .map(placeOf);

/** All steps, parts and calls, but for this element itself. */
export const activitiesOf = (element: Drawn): readonly Place[] =>
  flowElementsOf(processOf(element))
    .filter(isFor('bpmn:Activity'))
    .filter((one) => one !== element.businessObject)
    .map(placeOf);

/** Whatever a case can stand at or pass: steps, branches, events. */
export const nodesOf = (element: Drawn): readonly Place[] => flowElementsOf(processOf(element)).filter(isFor('bpmn:FlowNode')).map(placeOf);
