import type { Element, EventTrigger, Many } from '../diagram/model.ts';
import type { Plan } from '../plan/plan.ts';
import type { DefinitionRef, ElementId } from '../words/ids.ts';
import { type Refused, refuse } from '../words/refusal.ts';
import type { Plans } from './stimulus.ts';

/** A construct that the kernel does not run, where it stands and why: not yet, or as it is written never. */
export interface Unsupported {
  readonly element: ElementId;
  readonly construct: string;
  readonly reason: string;
}

/** All that these definitions, and what they call, hold and the kernel does not run. Asked at publish. */
export function unsupported(plans: Plans): readonly Unsupported[] {
  const found: Unsupported[] = [];
  const seen = new Set<DefinitionRef>();
  const open: DefinitionRef[] = [plans.root];
  for (let ref = open.pop(); ref; ref = open.pop()) {
    const plan = seen.has(ref) ? undefined : plans.get(ref);
    seen.add(ref);
    if (!plan) continue;
    found.push(...lackingIn(plan).values());
    open.push(...plan.process.elements.flatMap((element) => (element.call && plans.pin(element.call.key)) ?? []));
  }
  return found;
}

/** The refusal of a step that comes upon an element that the kernel does not run; undefined where it does. */
export function unsupportedAt(plan: Plan, element: ElementId): Refused | undefined {
  const lacking = lackingIn(plan).get(element);
  if (!lacking) return undefined;
  const [zh = '', en = ''] = lacking.reason.split(' / ');
  return refuse('unsupported', element, { zh, en });
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
  if (wrong) return [{ element: element.id, construct: wrong, reason: AS_WRITTEN[wrong] }];
  const construct = constructLacking(element);
  if (!construct) return [];
  return [{ element: element.id, construct, reason: `${NAMES[construct]}暂不能执行 / ${construct} is not run yet` }];
}

/** What no engine could run as it is written. */
const AS_WRITTEN = {
  loopUndefined: '循环须有条件或次数上限 / A loop needs a condition or a maximum',
  loopMaximum: '循环次数上限不能小于零 / The maximum of a loop must not be below zero',
  quantity: '开始和完成所需的令牌数须在 1 到 1000 之间 / Start and completion quantities must be between 1 and 1000',
  parallelMultiple:
    '并行多重事件只能等待消息、信号、时间和条件 / A parallel multiple event waits for messages, signals, moments and conditions only',
} as const;

/** What can be waited for together: an error or an escalation cannot be kept until the others have come. */
const AWAITED: ReadonlySet<EventTrigger['kind']> = new Set(['message', 'signal', 'timer', 'conditional']);

function asWritten({ loop, startQuantity, completionQuantity, parallelMultiple, triggers }: Element): keyof typeof AS_WRITTEN | undefined {
  if (parallelMultiple && triggers.some(({ kind }) => !AWAITED.has(kind))) return 'parallelMultiple';
  if ([startQuantity, completionQuantity].some((quantity) => quantity < 1 || quantity > 1000)) return 'quantity';
  if (loop && loop.condition === undefined && loop.maximum === undefined) return 'loopUndefined';
  return loop?.maximum !== undefined && loop.maximum < 0 ? 'loopMaximum' : undefined;
}

const NAMES = {
  multiInstanceBehavior: '多实例的事件行为',
} as const;

type Construct = keyof typeof NAMES;

function constructLacking(element: Element): Construct | undefined {
  if (element.many && thrownBy(element.many).some((trigger) => !THROWN.has(trigger.kind))) return 'multiInstanceBehavior';
  return undefined;
}

/** What a multi-instance may throw as its instances end. */
const THROWN: ReadonlySet<EventTrigger['kind']> = new Set(['signal', 'message', 'error', 'escalation']);

const thrownBy = ({ behavior, noneEvent, oneEvent, complex }: Many): readonly EventTrigger[] => [
  ...(behavior === 'none' && noneEvent ? [noneEvent] : []),
  ...(behavior === 'one' && oneEvent ? [oneEvent] : []),
  ...(behavior === 'complex' ? complex.flatMap(({ throws }) => throws) : []),
];
