import type { Commit, Head, Part } from '../ports/commit.ts';
import type { Row } from '../ports/rows.ts';
import { seal } from '../ports/seal.ts';
import type { Store } from '../ports/store.ts';
import type { Instant, Revision } from '../words/ids.ts';
import type { Json } from '../words/json.ts';
import { instant, milliseconds, type Clock } from '../words/clock.ts';
import { applyRows, noTables } from './memory/tables.ts';

type Order = Parameters<Store['erase']>[0];

/** The note that an order leaves among the events of its commit. */
const NOTE = 'partsErased';

/** What a commit orders to be erased; every store carries it out when it applies the commit. */
export function erasureIn(commit: Commit): { readonly parts: readonly Part[]; readonly upTo: Revision } | undefined {
  const text = commit.actor.via === 'system' ? commit.parts.events?.text : undefined;
  if (!text?.includes(`"${NOTE}"`)) return undefined;
  const events = JSON.parse(text) as readonly { readonly code?: string; readonly detail?: { parts: readonly Part[]; upTo: Revision } }[];
  return events.find((event) => event.code === NOTE)?.detail;
}

/** A commit's parts without those that are erased. */
export const without = (parts: Commit['parts'], erased: readonly Part[]): Commit['parts'] =>
  Object.fromEntries(Object.entries(parts).filter(([part]) => !erased.some((one) => one === part)));

/**
 * Appends the order. Where it erases what the stream's state is made of, its commit states that state anew, so that head and projections
 * can still be rebuilt: whoever wants a value gone changes it first and erases then.
 */
export async function orderErasure(store: Store, order: Order, clock: Clock): Promise<void> {
  for (;;) {
    const head = await store.load(order.stream);
    if (!head) return;
    const rows = order.parts.includes('rows') ? await rowsOfStream(store, head) : [];
    const commit = orderCommit(order, head, { rows, at: instant(Math.max(milliseconds(clock.now()), milliseconds(head.at))) });
    if ((await store.append(commit)).ok) return;
  }
}

function orderCommit(order: Order, head: Head, now: { readonly rows: readonly Row[]; readonly at: Instant }): Commit {
  const detail = { parts: order.parts, upTo: Math.min(order.upTo, head.revision), orderedBy: order.orderedBy };
  const dataGone = order.parts.includes('patch') || order.parts.includes('full');
  const random = (): string => globalThis.crypto.randomUUID().replaceAll('-', '');
  return seal({
    stream: order.stream,
    revision: head.revision + 1,
    at: now.at,
    nonce: random(),
    actor: { id: 'system', via: 'system' },
    parts: {
      events: [{ type: 'Noted', code: NOTE, element: '', detail }],
      ...(order.parts.includes('state') ? { state: { snapshot: head.snapshot ?? null, facts: head.facts } as unknown as Json } : {}),
      ...(dataGone ? { full: head.data } : {}),
      ...(now.rows.length > 0 ? { rows: now.rows as unknown as Json } : {}),
    },
    previous: head.hash,
    random,
  });
}

/** What a stream's rows are now, read from its log. */
async function rowsOfStream(store: Store, head: Head): Promise<readonly Row[]> {
  const tables = noTables();
  for (let after = 0; after < head.revision; ) {
    const page = await store.log({ stream: head.stream, after, limit: 500 });
    for (const commit of page) applyRows(tables, commit);
    if (page.length === 0) break;
    after += page.length;
  }
  return Object.values(tables).flatMap((table: Map<string, Row>) => [...table.values()]);
}
