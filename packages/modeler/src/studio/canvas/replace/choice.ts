import { isOf, type Drawn } from '../services.ts';
import { BETWEEN } from './offered/between.ts';
import type { Choice, Target } from './offered/choice.ts';
import { EDGES } from './offered/edges.ts';
import { ENDS } from './offered/ends.ts';
import { GATEWAYS } from './offered/gateways.ts';
import { behindWait, definitionsOf, inAside, inProcess } from './offered/place.ts';
import { POOLS } from './offered/pools.ts';
import { ASIDES, STARTS } from './offered/starts.ts';
import { REPEATED_PARTS, STEPS } from './offered/steps.ts';

export type { Choice, Target } from './offered/choice.ts';

const BY_KIND: readonly (readonly [kind: string, choices: readonly Choice[]])[] = [
  ['bpmn:Activity', [...STEPS, ...REPEATED_PARTS]],
  ['bpmn:Gateway', GATEWAYS],
  ['bpmn:EndEvent', ENDS],
  ['bpmn:BoundaryEvent', EDGES],
  ['bpmn:IntermediateCatchEvent', BETWEEN],
  ['bpmn:IntermediateThrowEvent', BETWEEN],
  ['bpmn:Participant', POOLS],
];

/** What an element can be changed into, without what it is already; only what the product runs, and only what may stand at its place. */
export const choicesFor = (element: Drawn): readonly Choice[] =>
  listFor(element).filter(
    ({ target, where }) => !isAlready(element, target) && (where?.(element) ?? true) && (!behindWait(element) || canBeAwaited(target)),
  );

/** What an element is already, of what it could be changed into; undefined where it is none of these. */
export const choiceOf = (element: Drawn): Choice | undefined => listFor(element).find(({ target }) => isAlready(element, target));

function listFor(element: Drawn): readonly Choice[] {
  if (isOf(element, 'bpmn:StartEvent')) return inAside(element) ? ASIDES : inProcess(element) ? STARTS : STARTS.slice(0, 1);
  return BY_KIND.find(([kind]) => isOf(element, kind))?.[1] ?? [];
}

/** Whether a branch can wait for it. */
const canBeAwaited = ({ type, eventDefinitionType, instantiate }: Target): boolean =>
  type === 'bpmn:ReceiveTask' ? !instantiate : type === 'bpmn:IntermediateCatchEvent' && eventDefinitionType !== 'bpmn:LinkEventDefinition';

/** Whether the element is just this: its type, what it waits for or sends, and how often it is done and by how many. */
function isAlready(element: Drawn, target: Target): boolean {
  const meaning = element.businessObject;
  if (meaning.$type !== target.type) return false;
  if (meaning.$type === 'bpmn:Participant') return Boolean(meaning.get('processRef')) === (target.isExpanded === true);
  if (target.instantiate !== undefined && (meaning.get('instantiate') === true) !== target.instantiate) return false;
  if (isOf(element, 'bpmn:Activity')) {
    const aside = meaning.get('triggeredByEvent') === true;
    return (
      manyOf(element) === target.many && repeats(element) === (target.repeated ?? false) && aside === (target.triggeredByEvent ?? false)
    );
  }
  if (target.eventGatewayType) return !target.instantiate || meaning.get('eventGatewayType') === target.eventGatewayType;
  return !isOf(element, 'bpmn:Event') || isEvent(element, target);
}

function isEvent({ businessObject }: Drawn, { eventDefinitionType, also, parallelMultiple = false, cancelActivity }: Target): boolean {
  const definitions = definitionsOf(businessObject);
  if (also ? definitions.length < 2 : definitions.length > 1 || definitions[0]?.$type !== eventDefinitionType) return false;
  if (also && (businessObject.get('parallelMultiple') === true) !== parallelMultiple) return false;
  return cancelActivity === undefined || businessObject.get('cancelActivity') === cancelActivity;
}

/** How many do a step; undefined where one does it, or where it repeats in a way of its own. */
export function manyOf(element: Drawn): Target['many'] {
  const loop = element.businessObject.get('loopCharacteristics') as { readonly isSequential?: boolean } | undefined;
  return loop?.isSequential === undefined ? undefined : loop.isSequential ? 'sequential' : 'parallel';
}

/** Whether a step is done again until something holds. */
export const repeats = ({ businessObject }: Drawn): boolean =>
  (businessObject.get('loopCharacteristics') as { readonly $type?: string } | undefined)?.$type === 'bpmn:StandardLoopCharacteristics';
