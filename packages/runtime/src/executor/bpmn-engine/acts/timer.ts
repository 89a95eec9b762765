import { isTimer } from '../../../calendar/timerDue.ts';
import { evaluate } from '../../../diagram/feel/evaluate.ts';
import type { TimerSpec } from '../../../diagram/model.ts';
import type { Wait } from '../../../ports/executor.ts';
import { visible } from '../step/data.ts';
import { raise } from '../step/incident.ts';
import { elementOf, type Step } from '../step/step.ts';
import { addWait, type Arming } from './wait.ts';

/** Arms a timer: the office keeps it, never the engine. A value that is none is an incident. */
export function armTimer(step: Step, arming: Arming, spec: TimerSpec): void {
  const { element, scope, visit } = arming;
  const spoken = spec.feel ? evaluate(spec.value, visible(step, scope), step.at) : { ok: true as const, value: spec.value };
  const value = spoken.ok && spoken.value !== null ? String(spoken.value) : '';
  if (!SHAPES[spec.form].test(value) || (spec.feel && !isTimer({ form: spec.form, value }, step.at))) {
    raise(step, { element: element.id, visit }, { code: 'timerInvalid', detail: { form: spec.form, written: spec.value, value, scope } });
    return;
  }
  const [, times] = spec.form === 'cycle' ? (/^R(\d+)\//.exec(value) ?? []) : [];
  const left = times ? { left: Number(times) } : {};
  const wait = addWait(step, arming, { kind: 'timer', ...left, ...(spec.form === 'cycle' && spec.feel ? { name: value } : {}) });
  step.effects.push({ kind: 'timerSet', timer: wait.id, element: element.id, visit, spec: { form: spec.form, value }, occurrence: 1 });
}

/** What tells a timer from anything else. Whether there is such a time, the calendar says: of what is written out when it is published. */
const SHAPES: { readonly [Form in TimerSpec['form']]: RegExp } = {
  duration: /^P(?=.)[\dYMWDTHS.]+$/,
  date: /^\d{4}-\d\d-\d\d/,
  cycle: /^(R(?!0\/)\d*\/\S+|firstWorkingDay\/\S+)$/,
  workingDays: /^\d+$/,
};

/** The occurrence that a timer waits for now; the first is 1. */
export const occurrenceOf = (wait: Wait): number => (wait.fired ?? 0) + 1;

/** A cycle that is not through is armed again, under the same id as its next occurrence; whether it was. */
export function rearm(step: Step, wait: Wait): boolean {
  const spec = elementOf(step, wait.scope, wait.element).triggers.flatMap((trigger) =>
    trigger.kind === 'timer' ? [trigger.timer] : [],
  )[0];
  if (spec?.form !== 'cycle' || wait.left === 1) return false;
  const next: Wait = { ...wait, ...(wait.left === undefined ? {} : { left: wait.left - 1 }), fired: occurrenceOf(wait) };
  step.waits.set(wait.id, next);
  const { id: timer, element, visit } = wait;
  step.effects.push({
    kind: 'timerSet',
    timer,
    element,
    visit,
    spec: { form: 'cycle', value: wait.name ?? spec.value },
    occurrence: occurrenceOf(next),
  });
  return true;
}
