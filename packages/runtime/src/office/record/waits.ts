import type { ArmedTimer } from '../../case/facts.ts';
import { timerDue } from '../../calendar/timerDue.ts';
import type { Effect } from '../../kernel/effect.ts';
import type { Executor } from '../../ports/executor.ts';
import type { DueRow, OutboxRow, SubscriptionRow } from '../../ports/rows.ts';
import { caseStream, type ElementId, type WaitId } from '../../words/ids.ts';
import type { Definition } from '../definitions.ts';
import { keptUntil } from '../messages/keptUntil.ts';
import { withSent } from '../messages/open.ts';
import type { CaseDraft } from './draft.ts';
import type { Recorder } from './recorder.ts';

type Of<Kind extends Effect['kind']> = Extract<Effect, { kind: Kind }>;

/** A timer is armed: its due time is worked out once, with the calendar of now. */
export function recordTimer(recorder: Recorder, draft: CaseDraft, effect: Of<'timerSet'>): void {
  const before = effect.anew ? draft.facts.timers.find((timer) => timer.timer === effect.timer) : undefined;
  const from = before?.from ?? draft.at;
  const found = timerDue(recorder.calendar, effect.spec, { from, occurrence: effect.occurrence });
  if (!found.ok) {
    draft.events.push({ type: 'Noted', code: 'timerInvalid', element: effect.element, detail: effect.spec.value });
    return;
  }
  const { due, provisional } = found;
  const { timer: id, element, occurrence, spec } = effect;
  const timer: ArmedTimer = { timer: id, element, occurrence, due, provisional, spec, from };
  const timers = draft.facts.timers.filter((timer) => timer.timer !== effect.timer);
  draft.facts = {
    ...draft.facts,
    timers: [...timers, timer],
  };
  draft.events.push({ type: 'TimerSet', timer: id, element, due, occurrence, provisional });
  draft.due.push(timerRow(draft, timer, 'armed'));
}

/** A wait is over without having come: its timer is cleared, its subscription closed. */
export function recordCleared(draft: CaseDraft, effect: Of<'waitCleared'>): void {
  if (effect.of === 'timer') clearTimer(draft, effect.wait, 'cleared');
  if (effect.of === 'message' || effect.of === 'signal')
    draft.subscriptions.push(subscriptionRow(draft, effect.wait, { to: effect.of, name: '', key: null, state: 'closed' }));
  draft.events.push({ type: 'WaitCleared', wait: effect.wait, of: effect.of });
}

/** Takes a timer out of the facts; its row says why. */
export function clearTimer(draft: CaseDraft, wait: WaitId, state: 'cleared' | 'fired'): void {
  const timer = draft.facts.timers.find((one) => one.timer === wait);
  if (!timer) return;
  draft.facts = { ...draft.facts, timers: draft.facts.timers.filter((one) => one !== timer) };
  draft.due.push(timerRow(draft, timer, state));
}

/** What was waited for and came, or was left behind, is no longer waited for: its subscription is closed, its job is nobody's any more. */
export function closeGone(draft: CaseDraft, before: readonly OpenWait[], after: readonly OpenWait[]): void {
  const open = new Set(after.map((wait) => wait.id));
  const closed = new Set(draft.subscriptions.filter((row) => row.state === 'closed').map((row) => row.wait));
  const opened = draft.subscriptions.filter((row) => row.state === 'open').map((row) => ({ id: row.wait, kind: row.to }));
  for (const { id, kind } of [...before, ...opened]) {
    if ((kind !== 'message' && kind !== 'signal') || open.has(id) || closed.has(id)) continue;
    draft.subscriptions.push(subscriptionRow(draft, id, { to: kind, name: '', key: null, state: 'closed' }));
    closed.add(id);
  }
}

type OpenWait = ReturnType<Executor['open']>[number];

export function recordSubscribed(draft: CaseDraft, effect: Of<'subscribed'>): void {
  const key = effect.key ?? null;
  draft.subscriptions.push(subscriptionRow(draft, effect.wait, { to: effect.to, name: effect.name, key, state: 'open' }));
  draft.events.push({ type: 'Subscribed', wait: effect.wait, to: effect.to, name: effect.name, key });
}

/** Something goes out: it stands in the outbox until somebody has received it. */
export function recordSent(recorder: Recorder, draft: CaseDraft, effect: Of<'messageSent' | 'signalSent'>): void {
  const sent = `${draft.facts.case}.${draft.revision}.${draft.outbox.length}`;
  const until = effect.kind === 'messageSent' ? keptUntil(definitionAt(recorder, draft, effect.element), effect, draft.at) : null;
  draft.facts = withSent(draft.facts, { id: sent }, { id: sent, until });
  draft.outbox.push({
    ...outboxRow(draft, sent, { kind: effect.kind === 'messageSent' ? 'message' : 'signal', effect, payload: effect.payload }),
    until,
  });
  draft.events.push({
    type: effect.kind === 'messageSent' ? 'MessageSent' : 'SignalSent',
    id: sent,
    element: effect.element,
    name: effect.name,
    ...(effect.key === undefined ? {} : { key: effect.key }),
    payload: effect.payload,
  });
}

/** The definition that this element stands in: the case's own, or one that it has called. */
const definitionAt = (recorder: Recorder, draft: CaseDraft, element: ElementId): Definition | undefined =>
  [draft.facts.definition, ...draft.facts.runs.map((run) => run.definition)]
    .map((ref) => recorder.definition(ref))
    .find((definition) => definition?.plan.element(element) !== undefined);

export function recordJob(draft: CaseDraft, effect: Of<'jobRequested'>): void {
  draft.outbox.push(outboxRow(draft, `${draft.facts.case}.${effect.job}`, { kind: 'job', effect, payload: effect.input }));
  draft.events.push({
    type: 'JobRequested',
    job: effect.job,
    element: effect.element,
    jobType: effect.type,
    name: effect.name,
    input: effect.input,
  });
}

function outboxRow(
  draft: CaseDraft,
  sent: string,
  what: {
    readonly kind: OutboxRow['kind'];
    readonly effect: Of<'messageSent' | 'signalSent' | 'jobRequested'>;
    readonly payload: OutboxRow['payload'];
  },
): OutboxRow {
  return {
    table: 'outbox',
    id: sent,
    revision: draft.revision,
    case: draft.facts.case,
    kind: what.kind,
    element: what.effect.element,
    name: what.effect.name,
    key: 'key' in what.effect ? (what.effect.key ?? null) : null,
    payload: what.payload,
    sentAt: draft.at,
    state: 'undelivered',
  };
}

/** The row that the sweep finds. */
export function timerRow(draft: CaseDraft, timer: ArmedTimer, state: DueRow['state']): DueRow {
  const stream = caseStream(draft.facts.case);
  return {
    table: 'due',
    id: `${stream}#${timer.timer}@${timer.occurrence}`,
    revision: draft.revision,
    stream,
    kind: 'timer',
    at: timer.due,
    ref: timer.timer,
    visit: null,
    occurrence: timer.occurrence,
    state,
    provisional: timer.provisional,
  };
}

const subscriptionRow = (
  draft: CaseDraft,
  wait: WaitId,
  about: Pick<SubscriptionRow, 'to' | 'name' | 'key' | 'state'>,
): SubscriptionRow => ({
  table: 'subscription',
  id: `${draft.facts.case}.${wait}`,
  revision: draft.revision,
  case: draft.facts.case,
  wait,
  ...about,
});
