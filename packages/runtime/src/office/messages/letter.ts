import type { CaseEvent } from '../../case/event.ts';
import type { OutboxRow } from '../../ports/rows.ts';
import type { Store } from '../../ports/store.ts';
import { caseStream, id, type CaseId, type ElementId, type Instant } from '../../words/ids.ts';
import type { Data, Json } from '../../words/json.ts';
import { eventsOf } from '../caseLog.ts';

/** Something that a case has sent, as it stands in its log. */
export interface Letter {
  readonly id: string;
  readonly kind: 'message' | 'signal';
  readonly case: CaseId;
  readonly element: ElementId;
  readonly name: string;
  readonly key: Json;
  readonly payload: Data;
  readonly sentAt: Instant;
}

/** The case that sent it, and the revision with which it did: both stand in the id. */
function placeOf(letter: string): { readonly caseId: CaseId; readonly revision: number } | undefined {
  const [, caseId, revision] = /^([\w-]{1,64})\.(\d{1,9})\.\d{1,6}$/.exec(letter) ?? [];
  return caseId && revision ? { caseId: id(caseId), revision: Number(revision) } : undefined;
}

/** Reads it from the log; undefined where there is none of that id, or its words were erased by order. */
export async function readLetter(store: Store, letter: string): Promise<Letter | undefined> {
  const place = placeOf(letter);
  if (!place) return undefined;
  const [commit] = await store.log({ stream: caseStream(place.caseId), after: place.revision - 1, limit: 1 });
  const event = commit && eventsOf(commit).find((one) => isSent(one) && one.id === letter);
  if (!commit || !event || !isSent(event)) return undefined;
  const { element, name, key, payload } = event;
  const kind = event.type === 'MessageSent' ? 'message' : 'signal';
  return { id: letter, kind, case: place.caseId, element, name, key: key ?? null, payload, sentAt: commit.at };
}

type Sent = Extract<CaseEvent, { type: 'MessageSent' | 'SignalSent' }>;

const isSent = (event: CaseEvent): event is Sent => event.type === 'MessageSent' || event.type === 'SignalSent';

/** What the outbox says of it from this revision on. */
export const outboxRow = (letter: Letter, revision: number, as: Pick<OutboxRow, 'state' | 'until'>): OutboxRow => ({
  table: 'outbox',
  id: letter.id,
  revision,
  case: letter.case,
  kind: letter.kind,
  element: letter.element,
  name: letter.name,
  key: letter.key,
  payload: letter.payload,
  sentAt: letter.sentAt,
  ...as,
});
