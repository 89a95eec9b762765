import type { Receiver } from '../../case/event.ts';
import type { CaseFacts } from '../../case/facts.ts';
import { beginsWithOthers, startsOn } from '../../plan/startsOn.ts';
import type { SubscriptionRow } from '../../ports/rows.ts';
import { digest } from '../../words/digest.ts';
import { id, keyAndVersion, type CaseId, type ElementId, type ProcessKey, type WaitId } from '../../words/ids.ts';
import { canonical, type Json } from '../../words/json.ts';
import { loadCase } from '../caseLog.ts';
import type { Parts } from '../parts.ts';
import { partnersOf } from './keptUntil.ts';
import type { Letter } from './letter.ts';

/** What is to be brought to somebody: from a case, or from outside. */
export type Brought = Pick<Letter, 'id' | 'kind' | 'name' | 'key'> & Partial<Pick<Letter, 'case' | 'element'>>;

/** A case that waits for it, as it stands. */
export interface Waiting {
  readonly case: CaseId;
  readonly wait: WaitId;
  readonly element: ElementId;
  readonly facts: CaseFacts;
  /** Whether it waits for this very key, not for any. */
  readonly exact: boolean;
}

/** Who gets a message: one; nobody yet; or several could, and nobody does. */
export type Found =
  | { readonly kind: 'one'; readonly receiver: Receiver }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'several'; readonly flows: readonly ProcessKey[]; readonly cases: number };

/**
 * Finds the one case that a message is for, by name and key; among several those that wait for this very key count, of them those of the
 * sender's family. Where no case waits, the one flow that it begins. Each that may wait is looked up as it stands: rows are only hints.
 */
export async function receiverOf(parts: Parts, letter: Brought, sender: CaseFacts | undefined): Promise<Found> {
  const partners = sender && letter.element !== undefined ? await partnersIn(parts, letter, sender) : undefined;
  const starts = (await startsFor(parts, letter)).filter((one) => !partners || partners.has(one.flow));
  return chosen(narrowed(await waitingFor(parts, letter, partners), sender), starts);
}

/** The one among those that wait; where none does, the one that begins. Of several waits of one case the oldest. */
export function chosen(waiting: readonly Waiting[], starts: readonly Starting[]): Found {
  const cases = new Set(waiting.map((one) => one.case));
  const [first] = waiting.toSorted((left, right) => Number(left.wait.slice(1)) - Number(right.wait.slice(1)));
  if (first && cases.size === 1) return { kind: 'one', receiver: { case: first.case, wait: first.wait } };
  if (first)
    return { kind: 'several', cases: cases.size, flows: [...new Set(waiting.map((one) => keyAndVersion(one.facts.definition).key))] };
  const [start] = starts;
  if (!start) return { kind: 'nobody' };
  const flows = [...new Set(starts.map((one) => one.flow))];
  return flows.length === 1 ? { kind: 'one', receiver: start.receiver } : { kind: 'several', cases: 0, flows };
}

/** A flow that begins with it, and the case that it would begin. */
export interface Starting {
  readonly flow: ProcessKey;
  readonly among: boolean;
  readonly receiver: Receiver;
}

/** Those to whom the letter's key is right, and who are there for it. */
export async function waitingFor(
  parts: Parts,
  letter: Brought,
  partners: ReadonlySet<ProcessKey> | undefined,
): Promise<readonly Waiting[]> {
  const rows = (await parts.store.subscriptions(letter.name, 'message')).filter((row) => row.case !== letter.case && fits(row, letter.key));
  const waiting: Waiting[] = [];
  for (const row of rows) {
    const loaded = await loadCase(parts.store, row.case);
    const snapshot = loaded?.head.snapshot;
    if (!loaded || !snapshot || (partners && !partners.has(keyAndVersion(loaded.facts.definition).key))) continue;
    const open = parts.executor.open(snapshot).find((wait) => wait.id === row.wait && wait.kind === 'message');
    const exact = row.key !== null && letter.key !== null;
    if (open) waiting.push({ case: row.case, wait: row.wait, element: open.element, facts: loaded.facts, exact });
  }
  return waiting;
}

/** Who waits without a key waits for every message of that name; a message without one is for whoever waits. */
const fits = (row: SubscriptionRow, key: Json): boolean => row.key === null || key === null || canonical(row.key) === canonical(key);

/** Those that wait for this very key before those that wait for any; of them the sender's family before others. */
export function narrowed(waiting: readonly Waiting[], sender: CaseFacts | undefined): readonly Waiting[] {
  const exact = orAll(waiting, (one) => one.exact);
  return sender ? orAll(exact, (one) => one.facts.family === sender.family) : exact;
}

const orAll = <One>(all: readonly One[], wanted: (one: One) => boolean): readonly One[] => (all.some(wanted) ? all.filter(wanted) : all);

/** The flows in force that begin with it, each with the case that it would begin: of one letter always the same. `among`: others must come, too. */
export async function startsFor(parts: Parts, letter: Pick<Brought, 'id' | 'kind' | 'name'>): Promise<readonly Starting[]> {
  return (await parts.definitions.all()).flatMap(({ process, ref }) => {
    const [start] = startsOn(process, letter.kind, letter.name);
    const caseId: CaseId = id(digest(`${letter.id}\n${process.key}`).slice(0, 20));
    const among = start !== undefined && beginsWithOthers(process, start);
    return start ? [{ flow: process.key, among, receiver: { case: caseId, start: { definition: ref, at: start.id } } }] : [];
  });
}

async function partnersIn(parts: Parts, letter: Brought, sender: CaseFacts): Promise<ReadonlySet<ProcessKey> | undefined> {
  for (const ref of new Set([sender.definition, ...sender.runs.map((run) => run.definition)])) {
    const definition = await parts.definitions.get(ref);
    const partners = definition && letter.element !== undefined ? partnersOf(definition, letter.element) : undefined;
    if (partners) return partners;
  }
  return undefined;
}

/**
 * All that hear a signal: each case once, and each flow that begins with it – but where it begins with several, a case that waits for the rest
 * has heard it instead. The case that threw it has heard it itself.
 */
export async function listenersTo(parts: Parts, letter: Letter): Promise<readonly Receiver[]> {
  const rows = await parts.store.subscriptions(letter.name, 'signal');
  const cases = new Set(rows.map((row) => row.case).filter((one) => one !== letter.case));
  const starts = await startsFor(parts, letter);
  const waiting = starts.some((one) => one.among) ? await flowsOf(parts, [...cases]) : new Set();
  const begun = starts.filter((one) => !one.among || !waiting.has(one.flow));
  return [...[...cases].map((one) => ({ case: one })), ...begun.map((one) => one.receiver)];
}

async function flowsOf(parts: Parts, cases: readonly CaseId[]): Promise<ReadonlySet<ProcessKey>> {
  const loaded = await Promise.all(cases.map((one) => loadCase(parts.store, one)));
  return new Set(loaded.flatMap((one) => (one ? [keyAndVersion(one.facts.definition).key] : [])));
}
