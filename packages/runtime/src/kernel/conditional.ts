import { evaluate } from '../diagram/feel/evaluate.ts';
import type { Element } from '../diagram/model.ts';
import type { Feel } from '../words/ids.ts';
import type { Json } from '../words/json.ts';
import type { Wait } from './marking.ts';
import { visible } from './run/data.ts';
import { raise, resolve, undecided } from './run/incident.ts';
import { elementOf } from './run/place.ts';
import type { Run } from './run/run.ts';
import { type Arming, addWait } from './run/wait.ts';

/** Waits for a condition to become true; one that holds already has become so with the waiting. */
export function awaitCondition(run: Run, arming: Arming, condition: Feel): void {
  const several = conditionsOf(arming.element).length > 1;
  addWait(run, arming, { kind: 'condition', ...(several ? { name: condition } : {}) });
}

const conditionsOf = ({ triggers }: Element): readonly Feel[] =>
  triggers.flatMap((trigger) => (trigger.kind === 'conditional' ? [trigger.condition] : []));

/**
 * Lets all conditions happen that have become true; whether any did. Asked only when nothing else can happen by itself, and each condition
 * once for each state of the data: one that stays true happens again only after it was not.
 */
export function raiseConditions(run: Run): boolean {
  const before = run.queue.length;
  for (const wait of run.waits.in('asked', 'condition')) {
    run.asked ??= new Map();
    if (wait.met || run.asked.get(wait.id) === run.changes) continue;
    run.asked.set(wait.id, run.changes);
    const holds = conditionHolds(run, wait);
    if (holds === (wait.was === true)) continue;
    const { was: _, ...fallen } = wait;
    run.waits.set(wait.id, holds ? { ...fallen, was: true } : fallen);
    if (holds) run.queue.push({ do: 'occur', wait: wait.id, payload: {}, cause: null });
  }
  return run.queue.length > before;
}

/** Null is not yet: its data are not there. What is no answer at all is an incident, once, until it can be told again. */
function conditionHolds(run: Run, wait: Wait): boolean {
  const conditions = conditionsOf(elementOf(run, wait.scope, wait.element));
  const condition = conditions.find((one) => one === wait.name) ?? conditions[0];
  if (condition === undefined) return false;
  const told = evaluate(condition, visible(run, wait.scope), run.at);
  const known = undecided(run, wait);
  if (told.ok && (typeof told.value === 'boolean' || told.value === null)) {
    if (known) resolve(run, known);
    return told.value === true;
  }
  const reason: Json = told.ok ? { value: told.value } : { ...told.reason };
  if (!known) raise(run, wait, { code: 'conditionUndecided', detail: { condition, reason, scope: wait.scope } });
  return false;
}
