import { evaluateCondition } from '../diagram/feel/condition.ts';
import type { EventTrigger, Many } from '../diagram/model.ts';
import type { VisitId } from '../words/ids.ts';
import type { Data } from '../words/json.ts';
import { throwError } from './error.ts';
import { escalate } from './escalation.ts';
import type { Token } from './marking.ts';
import { keyOf } from './message.ts';
import { occur } from './occur.ts';
import { visible } from './run/data.ts';
import { raise } from './run/incident.ts';
import type { Run } from './run/run.ts';
import { waitsOf } from './run/wait.ts';
import { broadcast } from './signal.ts';

/**
 * What a multi-instance throws when one of its instances is done, carrying its counts: with `none` each time, with `one` the first time.
 * Its own border catches it and lets it go on even where the event there would interrupt: only its conditions end it before its time.
 */
export function throwOnCompletion(
  run: Run,
  host: Token,
  { many, counts, cause }: { readonly many: Many; readonly counts: Data; readonly cause: VisitId },
): void {
  if (many.behavior === 'none') throwOut(run, host, { trigger: many.noneEvent, counts, cause });
  if (many.behavior === 'one' && counts.numberOfCompletedInstances === 1) throwOut(run, host, { trigger: many.oneEvent, counts, cause });
}

/**
 * With `complex`: asks all conditions after each instance; those that hold throw their events, and any one of them ends the whole, as the
 * standard has it. Undefined, with an incident and nothing thrown, where one cannot be told.
 */
export function complexHolds(
  run: Run,
  host: Token,
  about: { readonly many: Many; readonly counts: Data; readonly context: Data },
): boolean | undefined {
  if (about.many.behavior !== 'complex') return false;
  const held: Many['complex'][number][] = [];
  for (const definition of about.many.complex) {
    const { condition } = definition;
    const answer = evaluateCondition(condition, about.context, run.at);
    if (answer.value === true) held.push(definition);
    if (answer.value !== 'neither') continue;
    raise(run, host, { code: 'conditionUndecided', detail: { condition, reason: { ...answer.reason } } });
    return undefined;
  }
  for (const trigger of held.flatMap(({ throws }) => throws)) throwOut(run, host, { trigger, counts: about.counts, cause: null });
  return held.length > 0;
}

interface Thrown {
  readonly trigger: EventTrigger | undefined;
  readonly counts: Data;
  /** The instance that is done, where it alone has thrown it: what comes of it is taken back with it. */
  readonly cause: VisitId | null;
}

/** Without an event of its own the standard's signal without a name, which every signal event at the border takes, and nobody else. */
function throwOut(run: Run, host: Token, { trigger, counts, cause }: Thrown): void {
  if (trigger?.kind === 'error') return throwError(run, { token: host, code: trigger.code ?? '', payload: counts, ends: false });
  if (trigger?.kind === 'escalation') return escalate(run, { token: host, code: trigger.code ?? '', payload: counts, by: 'many' });
  const kind = trigger?.kind ?? 'signal';
  const name = trigger && 'name' in trigger ? trigger.name : undefined;
  if (kind !== 'signal' && kind !== 'message') return;
  const caught = waitsOf(run, host.visit).filter((wait) => wait.kind === kind && (name === undefined || wait.name === name));
  for (const wait of caught) occur(run, { wait, payload: counts, cause, spares: true });
  if (!trigger || name === undefined) return;
  const effect = { element: host.element, name, payload: counts };
  if (trigger.kind === 'signal') {
    run.effects.push({ kind: 'signalSent', ...effect });
    broadcast(run, { name, payload: counts, cause: null, except: host.visit });
  } else if (trigger.kind === 'message' && caught.length === 0) {
    const key = keyOf(run, trigger, { ...visible(run, host.scope), ...counts });
    run.effects.push({
      kind: 'messageSent',
      ...effect,
      ...(key === undefined ? {} : { key }),
      ...(trigger.keepFor === undefined ? {} : { keepFor: trigger.keepFor }),
    });
  }
}
