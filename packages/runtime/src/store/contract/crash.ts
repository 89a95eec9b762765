import type { Commit, Head } from '../../ports/commit.ts';
import { fold } from '../../ports/fold.ts';
import { brokenAt } from '../../ports/seal.ts';
import type { Store } from '../../ports/store.ts';
import { caseStream, id } from '../../words/ids.ts';
import { holds, same, type Ground, type Probe } from './ground.ts';
import { AT, caseRow, chunks, commitOf, fileRow, storedFile, taskRow, textOf, wei, fang } from './samples.ts';
import { tell } from './tell.ts';

/** What was acknowledged before the end. */
interface Acknowledged {
  readonly commits: Commit[];
  file: boolean;
  note: boolean;
  erased: boolean;
}

/**
 * Kills the store at each of its calls in turn: a first run counts them, then one run a call ends there. After each the store is opened
 * again: what was acknowledged is there, nothing is half written, and all projections are what the log says. Answers at how many calls.
 */
export async function crashAtEveryCall(make: () => Promise<Ground>): Promise<number> {
  let calls = 0;
  await once(make, () => {
    calls += 1;
  });
  for (let call = 1; call <= calls; call += 1) {
    let seen = 0;
    const at: { call?: string } = {};
    await once(make, (name) => {
      seen += 1;
      if (seen === call) at.call = name;
      if (seen >= call) throw new Error(`killed at ${at.call ?? name}`);
    }).catch((error: unknown) => {
      throw new Error(`killed at call ${call} of ${calls} (${at.call ?? 'not reached'})`, { cause: error });
    });
    // Calls that several servers or threads group by the moment are not the same number every time: this run came through whole.
    if (at.call === undefined) return call - 1;
  }
  return calls;
}

async function once(make: () => Promise<Ground>, probe: Probe): Promise<void> {
  const ground = await make();
  try {
    const done: Acknowledged = { commits: [], file: false, note: false, erased: false };
    const store = await ground.open(probe).catch(() => undefined);
    if (store) {
      await work(store, done).catch(() => undefined);
      await store.close().catch(() => undefined);
    }
    await check(ground, done);
  } finally {
    await ground.end();
  }
}

async function work(store: Store, done: Acknowledged): Promise<void> {
  const append = async (commit: Commit): Promise<void> => {
    if ((await store.append(commit)).ok) done.commits.push(commit);
  };
  const file = storedFile('file', 6);
  await store.files.put(file, chunks('abc', 'def'));
  done.file = true;
  await store.notes.put('draft/wei', { value: { title: '半' }, savedAt: AT });
  done.note = true;
  const first = commitOf('a', 1, { rows: [caseRow('a'), taskRow('a', 'v1'), fileRow('a', file)] });
  const other = commitOf('b', 1, { rows: [caseRow('b'), taskRow('b', 'v1')] });
  const settled = await Promise.allSettled([append(first), append(other)]);
  if (settled.some((one) => one.status === 'rejected')) throw new Error('killed');
  const closed = { revision: 2, state: 'completed', doneBy: wei.person, closedAt: AT } as const;
  await append(
    commitOf('a', 2, {
      previous: first,
      rows: [caseRow('a', { revision: 2, doers: [wei.person] }), taskRow('a', 'v1', closed), taskRow('a', 'v2', { revision: 2 })],
    }),
  );
  await store.erase({ stream: first.stream, parts: ['events', 'rows'], upTo: 1, orderedBy: 'security' });
  done.erased = true;
  await store.lease('sweep', 'a', 10);
}

async function check(ground: Ground, done: Acknowledged): Promise<void> {
  const store = await ground.open();
  for (const stream of await store.pending(id('2027-01-01T00:00:00.000Z'), 100)) await store.project(stream);
  same(await store.pending(id('2027-01-01T00:00:00.000Z'), 100), [], 'what is still to be projected');
  const changes = await store.changes('', 100);
  for (const name of ['a', 'b']) {
    const stream = caseStream(id(name));
    const log = await store.log({ stream, after: 0, limit: 100 });
    same(brokenAt(log) ?? null, null, 'where the chain breaks');
    for (const commit of done.commits.filter((one) => one.stream === stream))
      same(log[commit.revision - 1]?.hash, commit.hash, `the acknowledged ${stream}@${commit.revision}`);
    same(log.reduce<Head | undefined>(fold, undefined), await store.load(stream), `the fold of ${stream}`);
    for (const { revision } of log)
      holds(
        changes.rows.some((row) => row.stream === stream && row.revision === revision),
        `${stream}@${revision} is not among the changes`,
      );
    if (done.erased && name === 'a') same(Object.keys(log[0]?.parts ?? {}).sort(), ['patch', 'state'], 'what was to be erased');
  }
  await checkBeside(store, done);
  const said = await tell(store);
  await ground.rebuild?.(store);
  same(await tell(store), said, 'what the store says, beside what a rebuild says');
  same(ids(await store.views.tasks(fang, { list: 'todo', limit: 9 })), await expectedBoard(store), 'the board');
  await store.close();
}

async function checkBeside(store: Store, done: Acknowledged): Promise<void> {
  const about = await store.files.about(id('file'));
  if (done.file) holds(about !== undefined, 'the acknowledged file is gone');
  if (about) same(await textOf(await store.files.read(about.id)), 'abcdef', 'the content of a file that is there');
  const note = await store.notes.get('draft/wei');
  if (done.note) same(note, { value: { title: '半' }, savedAt: AT }, 'the acknowledged note');
}

const ids = (page: { readonly rows: readonly { readonly id: string }[] }): readonly string[] => page.rows.map((row) => row.id);

async function expectedBoard(store: Store): Promise<readonly string[]> {
  const a = (await store.load(caseStream(id('a'))))?.revision ?? 0;
  const b = (await store.load(caseStream(id('b'))))?.revision ?? 0;
  return [...(a === 1 ? ['a.v1'] : []), ...(a >= 2 ? ['a.v2'] : []), ...(b >= 1 ? ['b.v1'] : [])];
}
