import type { CaseFacts } from '../../case/facts.ts';
import type { Effect } from '../../kernel/effect.ts';
import { personSeat, type DefinitionRef, type ScopeId, type Seat, type WaitId } from '../../words/ids.ts';
import { recordChanges } from './data.ts';
import { recordActivity, recordScope } from './activities.ts';
import { endAllOf, onPass, startOnBeginning, startOnField } from './deadlines.ts';
import type { CaseDraft } from './draft.ts';
import { recordMigrated } from './migrated.ts';
import { loosenNumbers, voidNumbers } from './numbers.ts';
import type { Recorder } from './recorder.ts';
import { recordClosed, recordOpened, withReaders } from './tasks.ts';
import { recordCleared, recordJob, recordSent, recordSubscribed, recordTimer } from './waits.ts';

/** Writes down what a step of the executor asks for: as facts, events, rows and trail of the commit to be. */
export function record(recorder: Recorder, draft: CaseDraft, effects: readonly Effect[]): void {
  for (const effect of effects) recordOne(recorder, draft, effect);
  // Only now are the values there with which a definition began.
  for (const effect of effects) if (effect.kind === 'scopeOpened') startOnBeginning(recorder, draft, effect.scope);
  voidNumbers(draft);
}

function recordOne(recorder: Recorder, draft: CaseDraft, effect: Effect): void {
  switch (effect.kind) {
    case 'taskOpened':
      return recordOpened(recorder, draft, effect);
    case 'taskClosed':
      return recordClosed(recorder, draft, effect);
    case 'activityOpened':
      return recordActivity(recorder, draft, effect);
    case 'changed':
      recordChanges(draft, effect.changes);
      for (const change of effect.changes) startOnField(recorder, draft, change);
      return;
    case 'timerSet':
      return recordTimer(recorder, draft, effect);
    case 'subscribed':
      return recordSubscribed(draft, effect);
    case 'waitCleared':
      return recordCleared(draft, effect);
    case 'messageSent':
    case 'signalSent':
      return recordSent(recorder, draft, effect);
    case 'jobRequested':
      return recordJob(draft, effect);
    case 'passed':
      draft.trail.push(effect.pass);
      draft.events.push({ type: 'ElementPassed', pass: effect.pass, ...calledIn(recorder, draft, effect.pass.scope) });
      loosenNumbers(draft, effect.pass);
      return onPass(recorder, draft, effect.pass);
    case 'retold':
      draft.trail.push(effect.pass);
      return;
    case 'migrated':
      return recordMigrated(recorder, draft, effect);
    case 'took':
      draft.events.push({ type: 'FlowTaken', flow: effect.flow, scope: effect.scope, ...calledIn(recorder, draft, effect.scope) });
      return;
    case 'scopeOpened':
    case 'scopeClosed':
      recordScope(recorder, draft, effect);
      draft.events.push({
        type: effect.kind === 'scopeOpened' ? 'ScopeOpened' : 'ScopeClosed',
        scope: effect.scope,
        definition: effect.definition,
        element: effect.element,
      });
      return;
    case 'noted':
      draft.events.push({ type: 'Noted', code: effect.code, element: effect.element, detail: effect.detail });
      return;
    case 'incident':
      draft.facts = {
        ...draft.facts,
        status: 'incident',
        incidents: [...draft.facts.incidents, effect.incident.id],
        readers: withReaders(draft.facts.readers, ownerSeats(recorder)),
      };
      draft.events.push({
        type: 'IncidentRaised',
        incident: effect.incident.id,
        element: effect.incident.element,
        code: effect.incident.code,
        detail: effect.incident.detail,
      });
      return;
    case 'incidentResolved':
      draft.facts = withoutIncident(draft.facts, effect.incident);
      draft.events.push({ type: 'IncidentResolved', incident: effect.incident });
      return;
    case 'ended':
      draft.facts = { ...draft.facts, status: effect.how, endedAt: draft.at };
      endAllOf(recorder, draft);
      draft.events.push({ type: 'CaseEnded', how: effect.how });
      return;
  }
}

/** A case that stands still is there for those whose office it is to see to it, as far as they are cleared for it. */
const ownerSeats = ({ organization }: Recorder): readonly Seat[] =>
  organization.people.flatMap(({ id, roles, active }) => (active && roles.includes('processOwner') ? [personSeat(id)] : []));

/** One incident is dealt with: the case runs again once none is left. */
function withoutIncident(facts: CaseFacts, incident: WaitId): CaseFacts {
  const incidents = facts.incidents.filter((one) => one !== incident);
  return { ...facts, incidents, status: incidents.length > 0 ? 'incident' : 'running' };
}

/** Two diagrams may use one id: what happens in a called definition says so. */
function calledIn(recorder: Recorder, draft: CaseDraft, scope: ScopeId): { readonly definition?: DefinitionRef } {
  const root = recorder.dataScopes(draft, scope).at(-1);
  const definition = draft.facts.runs.find((run) => run.scope === root)?.definition;
  return definition && definition !== draft.facts.definition ? { definition } : {};
}
