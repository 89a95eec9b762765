import type { Viewer } from '../../organization/viewer.ts';
import type { Commit, Part } from '../../ports/commit.ts';
import type { CaseRow, DueRow, FileRow, OutboxRow, Row, SubscriptionRow, TaskRow } from '../../ports/rows.ts';
import { seal } from '../../ports/seal.ts';
import type { Store, StoredFile } from '../../ports/store.ts';
import { caseStream, id, personSeat, postSeat, taskId, type Digest, type Instant, type StreamId } from '../../words/ids.ts';
import type { Json } from '../../words/json.ts';

/** When all of it happens. */
export const AT: Instant = id('2026-11-24T01:00:00.000Z');
export const GENESIS: Digest = id('0'.repeat(64));

const random = (): string => globalThis.crypto.randomUUID().replaceAll('-', '');

export const registry = postSeat(id('registry'), id('office'));
const staff = (person: string, ...seats: Viewer['seats']): Viewer => ({
  person: id(person),
  roles: ['staff'],
  clearance: 'internal',
  seats: [{ seat: personSeat(id(person)) }, ...seats],
});

/** At the registry. */
export const wei = staff('zhang-wei', { seat: registry });
/** At the registry too. */
export const fang = staff('wang-fang', { seat: registry });
/** Cleared for everything, and concerned by nothing. */
export const stranger: Viewer = { ...staff('li-min'), clearance: 'topSecret' };
/** Deputises for the registry, for dispatched documents only. */
export const deputy = staff('zhao-lei', { seat: registry, flows: [id('outgoing-document')], onBehalfOf: id('zhang-wei') });

/** A commit of a case; of any other stream where one is named. */
export function commitOf(
  caseId: string,
  revision: number,
  more: {
    readonly previous?: Commit;
    readonly stream?: string;
    readonly rows?: readonly Row[];
    readonly parts?: { readonly [P in Part]?: Json };
    readonly request?: string;
  } = {},
): Commit {
  return seal({
    stream: more.stream ? id<'stream'>(more.stream) : caseStream(id(caseId)),
    revision,
    at: AT,
    nonce: random(),
    actor: { id: id('zhang-wei'), via: 'person' },
    ...(more.request ? { request: { id: more.request, digest: GENESIS, answer: revision } } : {}),
    parts: more.parts ?? {
      state: { snapshot: null, facts: { revision } },
      patch: [{ scope: 's1', path: [`f${revision}`], to: revision }],
      events: [{ type: 'Noted', code: 'x', element: 'e', detail: revision }],
      ...(more.rows ? { rows: more.rows as unknown as Json } : {}),
    },
    previous: more.previous?.hash ?? GENESIS,
    random,
  });
}

/** Appends the next commit of a case with these rows. */
export async function put(store: Store, caseId: string, rows: readonly Row[] = []): Promise<Commit> {
  const head = await store.load(caseStream(id(caseId)));
  const commit = commitOf(caseId, (head?.revision ?? 0) + 1, { rows, ...(head ? { previous: head as unknown as Commit } : {}) });
  await store.append(commit);
  return commit;
}

export const caseRow = (caseId: string, more: Partial<CaseRow> = {}): CaseRow => ({
  table: 'case',
  id: id(caseId),
  revision: 1,
  definition: id('incoming-document@1'),
  flow: id('incoming-document'),
  flowName: { zh: '收文' },
  title: '关于开展调研的通知',
  number: '收〔2026〕1号',
  status: 'running',
  startedAt: AT,
  endedAt: null,
  initiator: id('zhang-wei'),
  unit: id('office'),
  open: [],
  due: null,
  readers: [registry],
  doers: [],
  clearance: 'internal',
  updatedAt: AT,
  searchText: more.title ?? '关于开展调研的通知\n收〔2026〕1号',
  ...more,
});

export const taskRow = (caseId: string, visit: string, more: Partial<TaskRow> = {}): TaskRow => ({
  table: 'task',
  id: taskId(id(caseId), id(visit)),
  revision: 1,
  case: id(caseId),
  visit: id(visit),
  definition: id('incoming-document@1'),
  flow: id('incoming-document'),
  flowName: { zh: '收文' },
  element: id('register'),
  step: { zh: '收文登记' },
  title: '关于开展调研的通知',
  number: null,
  state: 'open',
  attention: 'do',
  seats: [registry],
  takenBy: null,
  doneBy: null,
  openedAt: AT,
  closedAt: null,
  due: null,
  provisional: false,
  warnAt: null,
  from: null,
  returned: null,
  risk: null,
  urgency: null,
  clearance: 'internal',
  batch: false,
  quick: [],
  item: null,
  ...more,
});

export const dueRow = (row: string, at: string, more: Partial<DueRow> = {}): DueRow => ({
  table: 'due',
  id: row,
  revision: 1,
  stream: 'case/due' as StreamId,
  kind: 'timer',
  at: id(at),
  ref: 'w1',
  visit: null,
  occurrence: 1,
  state: 'armed',
  provisional: false,
  ...more,
});

export const outboxRow = (caseId: string, row: string, more: Partial<OutboxRow> = {}): OutboxRow => ({
  table: 'outbox',
  id: row,
  revision: 1,
  case: id(caseId),
  kind: 'message',
  element: id('send'),
  name: 'handed over',
  key: null,
  payload: {},
  sentAt: AT,
  state: 'pending',
  ...more,
});

export const subscriptionRow = (caseId: string, row: string, more: Partial<SubscriptionRow> = {}): SubscriptionRow => ({
  table: 'subscription',
  id: row,
  revision: 1,
  case: id(caseId),
  wait: id('w1'),
  to: 'message',
  name: 'handed over',
  key: '2026-1',
  state: 'open',
  ...more,
});

export const fileRow = (caseId: string, file: StoredFile): FileRow => ({
  table: 'file',
  id: file.id,
  revision: 1,
  case: id(caseId),
  name: file.name,
  mediaType: file.mediaType,
  size: file.size,
  sha256: file.sha256,
});

export const storedFile = (file: string, size: number): StoredFile => ({
  id: id(file),
  name: '来文.pdf',
  mediaType: 'application/pdf',
  size,
  sha256: 'x',
  uploadedBy: wei.person,
  uploadedAt: AT,
});

export async function* chunks(...texts: readonly string[]): AsyncIterable<Uint8Array> {
  for (const text of texts) yield new TextEncoder().encode(text);
}

export async function textOf(content: AsyncIterable<Uint8Array> | undefined): Promise<string | undefined> {
  if (!content) return undefined;
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of content) text += decoder.decode(chunk, { stream: true });
  return text;
}

export const ids = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map((row) => row.id);
