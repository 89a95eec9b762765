import { isOf, type Drawn, type Meaning } from '../../services.ts';

/** What directly contains an element: a process, or a part with steps. */
export const within = ({ businessObject }: Drawn, type: string): boolean => businessObject.$parent?.$type === type;

/** Whether an element stands in a process itself, not in a part of it. */
export const inProcess = (element: Drawn): boolean => within(element, 'bpmn:Process');

/** Whether an element stands in a part that begins by an event. */
export const inAside = ({ businessObject }: Drawn): boolean => businessObject.$parent?.get('triggeredByEvent') === true;

const flows = (arrows: readonly Drawn[]): readonly Drawn[] => arrows.filter((arrow) => isOf(arrow, 'bpmn:SequenceFlow'));

/** Whether nothing of the flow leads to an element. */
export const nothingBefore = ({ incoming }: Drawn): boolean => flows(incoming).length === 0;

/** Whether nothing of the flow goes on from an element. */
export const nothingAfter = ({ outgoing }: Drawn): boolean => flows(outgoing).length === 0;

/** Whether an element is what a branch waits for: only what can come has a meaning there. */
export const behindWait = ({ incoming }: Drawn): boolean =>
  flows(incoming).some(({ source }) => source !== undefined && isOf(source, 'bpmn:EventBasedGateway'));

/** Whether an element undoes another one; it then stands beside the flow. */
export const undoes = ({ businessObject }: Drawn): boolean => businessObject.get('isForCompensation') === true;

/** The definitions of what an event waits for or sends, its own and those that it refers to. */
export const definitionsOf = (event: Meaning): readonly Meaning[] => [
  ...(event.get('eventDefinitions') as readonly Meaning[]),
  ...(event.get('eventDefinitionRef') as readonly Meaning[]),
];
