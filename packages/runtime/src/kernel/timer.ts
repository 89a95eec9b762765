import { isTimer } from '../calendar/timerDue.ts';
import { evaluate } from '../diagram/feel/evaluate.ts';
import type { Element, TimerSpec } from '../diagram/model.ts';
import type { Wait } from './marking.ts';
import { clearWait } from './run/close.ts';
import { visible } from './run/data.ts';
import { raise } from './run/incident.ts';
import { elementOf } from './run/place.ts';
import type { Run } from './run/run.ts';
import { type Arming, addWait } from './run/wait.ts';

/** A timer's value as it is evaluated when armed; when it is due is the office's to know. */
interface Value {
  readonly form: TimerSpec['form'];
  readonly value: string;
}

/** Arms a timer: a moment, a duration, a cycle or working days. A value that is none is an incident: the token waits for a person instead of a moment. */
export function armTimer(run: Run, arming: Arming, spec: TimerSpec): void {
  const { element, visit } = arming;
  const value = valueOf(run, arming, spec);
  if (value === undefined) return;
  const wait = addWait(run, arming, {
    kind: 'timer',
    ...cycleOf({ form: spec.form, value }, spec.feel || timersOf(arming.element).length > 1),
  });
  run.effects.push({ kind: 'timerSet', timer: wait.id, element: element.id, visit, spec: { form: spec.form, value }, occurrence: 1 });
}

/** A timer that runs is defined otherwise now: the same wait, under the new value, for whoever keeps the time to count from where it began. */
export function setTimerAnew(run: Run, wait: Wait, now: { readonly element: Element; readonly timer: TimerSpec }): void {
  const { element, timer } = now;
  const { id, scope, visit, group, fired } = wait;
  const value = valueOf(run, { element, scope, visit }, timer);
  if (value === undefined) return clearWait(run, wait, 'cancelled');
  const cycle = cycleOf({ form: timer.form, value }, timer.feel || timersOf(element).length > 1);
  const counted = timer.form === 'cycle' && fired !== undefined ? { fired } : {};
  const next: Wait = { id, kind: 'timer', element: element.id, scope, visit, ...cycle, ...counted, ...(group ? { group } : {}) };
  run.waits.set(id, next);
  const spec = { form: timer.form, value };
  run.effects.push({ kind: 'timerSet', timer: id, element: element.id, visit, spec, occurrence: occurrenceOf(next), anew: true });
}

/** The value of now; undefined, with an incident, where it is none. */
function valueOf(run: Run, { element, scope, visit }: Arming, spec: TimerSpec): string | undefined {
  const spoken = spec.feel ? evaluate(spec.value, visible(run, scope), run.at) : { ok: true as const, value: spec.value };
  const value = spoken.ok && spoken.value !== null ? String(spoken.value) : '';
  if (SHAPES[spec.form].test(value) && (!spec.feel || isTimer({ form: spec.form, value }, run.at))) return value;
  raise(run, { element: element.id, visit }, { code: 'timerInvalid', detail: { form: spec.form, written: spec.value, value, scope } });
  return undefined;
}

/** What tells a timer from anything else. Whether there is such a time, the calendar says: of what is written out when it is published. */
const SHAPES: { readonly [Form in TimerSpec['form']]: RegExp } = {
  duration: /^P(?=.)[\dYMWDTHS.]+$/,
  date: /^\d{4}-\d\d-\d\d/,
  cycle: /^(R(?!0\/)\d*\/\S+|firstWorkingDay\/\S+)$/,
  workingDays: /^\d+$/,
};

/**
 * A cycle counts what is left. A calculated one keeps its value, because values are never evaluated again, and one of several timers, to be
 * told from the others.
 */
function cycleOf({ form, value }: Value, keeps: boolean): Pick<Wait, 'left' | 'name'> {
  if (form !== 'cycle') return {};
  const [, times] = /^R(\d+)\//.exec(value) ?? [];
  return { ...(times ? { left: Number(times) } : {}), ...(keeps ? { name: value } : {}) };
}

const timersOf = ({ triggers }: Element): readonly TimerSpec[] =>
  triggers.flatMap((trigger) => (trigger.kind === 'timer' ? [trigger.timer] : []));

/** The occurrence that a timer waits for now; the first is 1. */
export const occurrenceOf = (wait: Wait): number => (wait.fired ?? 0) + 1;

/** A cycle that is not through is armed again, under the same id as its next occurrence; whether it was. */
export function rearm(run: Run, wait: Wait): boolean {
  const [timer, ...others] = timersOf(elementOf(run, wait.scope, wait.element));
  const cycles = others.length > 0 ? wait.name !== undefined : timer?.form === 'cycle';
  if (!timer || !cycles || wait.left === 1) return false;
  const next: Wait = { ...wait, ...(wait.left === undefined ? {} : { left: wait.left - 1 }), fired: occurrenceOf(wait) };
  run.waits.set(wait.id, next);
  run.effects.push({
    kind: 'timerSet',
    timer: wait.id,
    element: wait.element,
    visit: wait.visit,
    spec: { form: 'cycle', value: wait.name ?? timer.value },
    occurrence: occurrenceOf(next),
  });
  return true;
}
