import type { CaseFacts, OpenSent } from '../../case/facts.ts';
import type { MessageTrouble, Receiver } from '../../case/event.ts';
import { messageIncident } from '../../case/messageIncident.ts';
import type { CaseId, Instant } from '../../words/ids.ts';
import type { Json } from '../../words/json.ts';
import { refuse } from '../../words/refusal.ts';
import type { CaseCommands } from '../decide.ts';
import type { CaseDraft } from '../record/draft.ts';
import type { Parts } from '../parts.ts';
import { outboxRow, type Letter } from './letter.ts';
import { openSent, withSent } from './open.ts';

/** The office's parts, and the commands of cases that it writes with. */
export interface Given {
  readonly parts: Parts;
  readonly cases: CaseCommands;
}

/** Writes down on the sender what became of something that it sent, if it stands there as it was seen; whether it was written. */
async function write(
  given: Given,
  letter: Letter,
  as: { readonly stands: (sent: OpenSent) => boolean; readonly then: (draft: CaseDraft, sent: OpenSent) => void },
): Promise<boolean> {
  const answer = await given.cases.run(letter.case, { who: 'system', via: 'message' }, async ({ draft }) => {
    const sent = await openSent(given.parts, draft.facts, letter);
    if (!sent || !as.stands(sent))
      return refuse('notWaiting', letter.name, { zh: '尚未送达的消息', en: 'A message that is not delivered yet' });
    as.then(draft, sent);
    return undefined;
  });
  return answer.ok;
}

const isLoose = (sent: OpenSent): boolean => !sent.to && !sent.trouble;

/** Decides who gets it: from then on nobody else does, whatever crashes. */
export const address = (given: Given, letter: Letter, to: readonly Receiver[]): Promise<boolean> =>
  write(given, letter, {
    stands: isLoose,
    then(draft, sent) {
      draft.facts = withSent(draft.facts, letter, { ...sent, to });
      draft.events.push({ type: 'MessageAddressed', id: letter.id, to });
      draft.outbox.push(outboxRow(letter, draft.revision, { state: 'pending', until: sent.until }));
    },
  });

/** Whoever it was for does not wait for it any more: it is open again. */
export const takeBackAddress = (given: Given, letter: Letter): Promise<boolean> =>
  write(given, letter, {
    stands: (sent) => sent.to !== undefined,
    then(draft, { id, until }) {
      draft.facts = withSent(draft.facts, letter, { id, until });
      draft.events.push({ type: 'MessageAddressed', id: letter.id, to: [] });
      draft.outbox.push(outboxRow(letter, draft.revision, { state: 'undelivered', until }));
    },
  });

/** Those that it was for have it. */
export const settle = (given: Given, letter: Letter, to: readonly CaseId[]): Promise<boolean> =>
  write(given, letter, {
    stands: () => true,
    then(draft) {
      draft.facts = withSent(draft.facts, letter, undefined);
      draft.events.push({ type: 'MessageDelivered', id: letter.id, element: letter.element, name: letter.name, to });
      draft.outbox.push(outboxRow(letter, draft.revision, { state: 'delivered' }));
    },
  });

/** A person must look: an incident of the sender's, and nothing more is tried before somebody has it sent again. */
export const giveUp = (given: Given, letter: Letter, why: { readonly code: MessageTrouble; readonly detail: Json }): Promise<boolean> =>
  write(given, letter, {
    stands: (sent) => !sent.trouble,
    then(draft, { id, until }) {
      const incident = messageIncident(letter.id);
      draft.facts = withIncidents(withSent(draft.facts, letter, { id, until, trouble: why.code }), (all) => [...all, incident]);
      draft.events.push({ type: 'IncidentRaised', incident, element: letter.element, ...why });
      draft.outbox.push(outboxRow(letter, draft.revision, { state: 'refused', until }));
    },
  });

/** It is sent once more, and kept until then. */
export function sendAgain(draft: CaseDraft, letter: Letter, until: Instant | null): void {
  const incident = messageIncident(letter.id);
  draft.facts = withIncidents(withSent(draft.facts, letter, { id: letter.id, until }), (all) => all.filter((one) => one !== incident));
  draft.events.push({ type: 'IncidentResolved', incident });
  draft.events.push({ type: 'MessageResent', id: letter.id, element: letter.element, name: letter.name, until });
  draft.outbox.push(outboxRow(letter, draft.revision, { state: 'undelivered', until }));
}

/** A case that is over stays over, whatever becomes of what it sent. */
function withIncidents(facts: CaseFacts, change: (all: CaseFacts['incidents']) => CaseFacts['incidents']): CaseFacts {
  const incidents = change(facts.incidents);
  if (facts.endedAt) return { ...facts, incidents };
  return { ...facts, incidents, status: incidents.length > 0 ? 'incident' : 'running' };
}
