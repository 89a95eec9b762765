import type { Element, EventTrigger, Many } from '../diagram/model.ts';
import { everyPlan } from '../plan/everyPlan.ts';
import type { Plan } from '../plan/plan.ts';
import type { ElementId } from '../words/ids.ts';
import { type Refused, refuse } from '../words/refusal.ts';
import type { Text } from '../words/text.ts';
import type { Plans } from './stimulus.ts';

/** A construct that the kernel does not run, where it stands and why: not yet, or as it is written never. */
export interface Unsupported {
  readonly element: ElementId;
  readonly construct: string;
  readonly reason: Required<Text>;
}

/** All that these definitions, and what they call, hold and the kernel does not run. Asked at publish. */
export const unsupported = (plans: Plans): readonly Unsupported[] => everyPlan(plans).flatMap((plan) => [...lackingIn(plan).values()]);

/** The refusal of a step that comes upon an element that the kernel does not run; undefined where it does. */
export function unsupportedAt(plan: Plan, element: ElementId): Refused | undefined {
  const lacking = lackingIn(plan).get(element);
  if (!lacking) return undefined;
  return refuse('unsupported', element, lacking.reason);
}

const known = new WeakMap<Plan, ReadonlyMap<ElementId, Unsupported>>();

function lackingIn(plan: Plan): ReadonlyMap<ElementId, Unsupported> {
  let lacking = known.get(plan);
  if (!lacking) {
    lacking = new Map(plan.process.elements.flatMap((element) => lackingOf(element).map((found) => [element.id, found] as const)));
    known.set(plan, lacking);
  }
  return lacking;
}

function lackingOf(element: Element): readonly Unsupported[] {
  const wrong = asWritten(element);
  if (!wrong) return [];
  return [{ element: element.id, construct: wrong, reason: NOT_AS_WRITTEN[wrong] }];
}

/** The kernel runs every construct of the standard's list (diagram/constructs); these no engine could run as they are written. */
export const NOT_AS_WRITTEN = {
  loopUndefined: { zh: '循环须有条件或次数上限', en: 'A loop needs a condition or a maximum' },
  loopMaximum: { zh: '循环次数上限不能小于零', en: 'The maximum of a loop must not be below zero' },
  quantity: { zh: '开始和完成所需的令牌数须在 1 到 1000 之间', en: 'Start and completion quantities must be between 1 and 1000' },
  parallelMultiple: {
    zh: '并行多重事件只能等待消息、信号、时间和条件',
    en: 'A parallel multiple event waits for messages, signals, moments and conditions only',
  },
  multiInstanceBehavior: {
    zh: '多实例结束时只能抛出信号、消息、错误和升级',
    en: 'A multi-instance throws signals, messages, errors and escalations only as its instances end',
  },
} as const satisfies { readonly [construct: string]: Required<Text> };

/** What can be waited for together: an error or an escalation cannot be kept until the others have come. */
const AWAITED: ReadonlySet<EventTrigger['kind']> = new Set(['message', 'signal', 'timer', 'conditional']);

function asWritten(element: Element): keyof typeof NOT_AS_WRITTEN | undefined {
  const { loop, many, startQuantity, completionQuantity, parallelMultiple, triggers } = element;
  if (parallelMultiple && triggers.some(({ kind }) => !AWAITED.has(kind))) return 'parallelMultiple';
  if ([startQuantity, completionQuantity].some((quantity) => quantity < 1 || quantity > 1000)) return 'quantity';
  if (loop && loop.condition === undefined && loop.maximum === undefined) return 'loopUndefined';
  if (loop?.maximum !== undefined && !(loop.maximum >= 0)) return 'loopMaximum';
  return many && thrownBy(many).some((trigger) => !THROWN.has(trigger.kind)) ? 'multiInstanceBehavior' : undefined;
}

/** What a multi-instance may throw as its instances end. */
const THROWN: ReadonlySet<EventTrigger['kind']> = new Set(['signal', 'message', 'error', 'escalation']);

const thrownBy = ({ behavior, noneEvent, oneEvent, complex }: Many): readonly EventTrigger[] => [
  ...(behavior === 'none' && noneEvent ? [noneEvent] : []),
  ...(behavior === 'one' && oneEvent ? [oneEvent] : []),
  ...(behavior === 'complex' ? complex.flatMap(({ throws }) => throws) : []),
];
