import { id } from '../../words/ids.ts';
import type { Call, Element, Job, Loop, Mapping } from '../model.ts';
import { calledName } from './called.ts';
import { associationsOf, dataNamesIn } from './data.ts';
import { decidedBy } from './decide.ts';
import { correlationOf } from './correlation.ts';
import { foreignCalled, foreignJobName } from './foreign/job.ts';
import { foreignCrossing, foreignParameters, zeebeMapping } from './foreign/mapping.ts';
import { manyOf } from './many.ts';
import { mappingsOf } from './mapping.ts';
import { type Node, expressionOf, flagOf, nodeOf, numberOf, textOf, typeOf, wordOf } from './node.ts';
import type { Reading } from './reading.ts';

/** What a task, a call activity or a sub-process adds to an element. */
export function activityParts(reading: Reading, node: Node): Partial<Element> {
  const type = typeOf(node);
  const characteristics = nodeOf(node, 'loopCharacteristics');
  const job = jobOf(reading, node);
  return {
    ...(characteristics?.$type === 'bpmn:StandardLoopCharacteristics' ? { loop: loopOf(characteristics) } : {}),
    ...(characteristics?.$type === 'bpmn:MultiInstanceLoopCharacteristics' ? { many: manyOf(reading, characteristics, node) } : {}),
    ...(type === 'callActivity' ? { call: callOf(reading, node) } : {}),
    ...(job ? { job } : {}),
    ...dataParts(reading, node),
    ...(type === 'sendTask' || type === 'receiveTask' ? messageParts(reading, node) : {}),
    ...(type === 'receiveTask' && flagOf(node, 'instantiate', false) ? { instantiate: true } : {}),
    ...(type === 'subProcess' && flagOf(node, 'triggeredByEvent', false) ? { eventSubProcess: true } : {}),
    ...(type === 'adHocSubProcess' ? { adHoc: adHocOf(node) } : {}),
    ...(flagOf(node, 'isForCompensation', false) ? { forCompensation: true } : {}),
    startQuantity: numberOf(node, 'startQuantity') ?? 1,
    completionQuantity: numberOf(node, 'completionQuantity') ?? 1,
  };
}

function loopOf(node: Node): Loop {
  const condition = expressionOf(node, 'loopCondition');
  // What is no number is kept as none, so that it is refused rather than left out.
  const maximum = typeof node.loopMaximum === 'number' ? node.loopMaximum : undefined;
  return {
    testBefore: flagOf(node, 'testBefore', false),
    ...(condition ? { condition: id<'feel'>(condition) } : {}),
    ...(maximum === undefined ? {} : { maximum }),
  };
}

const WITHIN: ReadonlySet<string> = new Set(['subProcess', 'transaction', 'adHocSubProcess']);
const FOR_PEOPLE: ReadonlySet<string> = new Set(['task', 'userTask', 'manualTask']);

/** What goes in and out where the step itself has no border for it; and the data of its own that a sub-process has. */
function dataParts(reading: Reading, node: Node): Partial<Element> {
  const type = typeOf(node);
  const { stores } = associationsOf(node);
  const named = stores.length > 0 ? { stores } : {};
  if (!WITHIN.has(type) && !FOR_PEOPLE.has(type)) return named;
  const input = crossingOf(reading, node, 'In');
  const output = crossingOf(reading, node, 'Out');
  const owns = WITHIN.has(type) ? [...new Set([...dataNamesIn(node), ...input.map(({ to }) => to)])] : [];
  return {
    ...named,
    ...(input.length > 0 ? { input } : {}),
    ...(output.length > 0 ? { output } : {}),
    ...(owns.length > 0 ? { owns } : {}),
  };
}

const callOf = (reading: Reading, node: Node): Call => ({
  // What is called is said by a qualified name; the prefix is that of a namespace.
  key: id((textOf(node, 'calledElement') ?? foreignCalled(node) ?? '').replace(/^[\w.-]+:(?=[\w.-]+$)/, '')),
  in: orElse(crossingOf(reading, node, 'In'), () => foreignCrossing(node, 'in')),
  out: orElse(crossingOf(reading, node, 'Out'), () => foreignCrossing(node, 'out')),
});

/** What our words and BPMN's data associations say of what goes in or out. */
const crossingOf = (reading: Reading, node: Node, word: 'In' | 'Out'): readonly Mapping[] => [
  ...mappingsOf(reading, node, word),
  ...(word === 'In' ? associationsOf(node).input : associationsOf(node).output),
];

/** Our own words win where there are any. */
const orElse = (own: readonly Mapping[], foreign: () => readonly Mapping[]): readonly Mapping[] => (own.length > 0 ? own : foreign());

const JOBS = { serviceTask: 'service', sendTask: 'send', businessRuleTask: 'rule', scriptTask: 'script' } as const;

function jobOf(reading: Reading, node: Node): Job | undefined {
  const type = typeOf(node);
  if (type !== 'serviceTask' && type !== 'sendTask' && type !== 'businessRuleTask' && type !== 'scriptTask') return undefined;
  const set = mappingsOf(reading, node, 'Set');
  if (type === 'serviceTask' && set.length > 0) return { type: 'set', set };
  const decided = type === 'businessRuleTask' ? decidedBy(reading, node) : undefined;
  if (decided?.type === 'decide') return decided;
  const name = type === 'scriptTask' ? textOf(node, 'script') : (textOf(wordOf(node, 'Job'), 'name') ?? foreignJobName(node));
  return {
    type: JOBS[type],
    name: name ?? '',
    input: orElse(crossingOf(reading, node, 'In'), () => foreignParameters(node, 'in')),
    output: orElse(crossingOf(reading, node, 'Out'), () => foreignParameters(node, 'out')),
    ...(decided ? { elsewhere: decided.elsewhere } : {}),
  };
}

function messageParts(reading: Reading, node: Node): Partial<Element> {
  const declared = nodeOf(node, 'messageRef');
  const { input, output } = associationsOf(node);
  const receives = typeOf(node) === 'receiveTask';
  const own = [...mappingsOf(reading, node, 'Payload'), ...(receives ? output : input)];
  const mapping = receives ? orElse(own, () => zeebeMapping(node, 'out')) : own;
  return {
    ...(declared ? { message: { name: calledName(declared, 'name'), ...correlationOf(reading, node, declared) } } : {}),
    ...(mapping.length > 0 ? { mapping } : {}),
  };
}

function adHocOf(node: Node): NonNullable<Element['adHoc']> {
  const completion = expressionOf(node, 'completionCondition');
  return {
    sequential: node.ordering === 'Sequential',
    ...(completion ? { completion: id<'feel'>(completion) } : {}),
    cancelRemaining: flagOf(node, 'cancelRemainingInstances', true),
  };
}
