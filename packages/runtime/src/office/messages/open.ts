import type { CaseFacts, OpenSent } from '../../case/facts.ts';
import { commitsOf, eventsOf } from '../caseLog.ts';
import type { Parts } from '../parts.ts';
import { keptUntil } from './keptUntil.ts';
import type { Letter } from './letter.ts';

/**
 * What is known of something sent that is not delivered yet; undefined where it is. A case of a release that delivered nothing does not
 * say in its facts what it has sent: there the log tells.
 */
export async function openSent(parts: Parts, facts: CaseFacts, letter: Letter): Promise<OpenSent | undefined> {
  const known = facts.sent?.find((one) => one.id === letter.id);
  if (known) return known;
  const closed = (await commitsOf(parts.store, facts.case))
    .flatMap(eventsOf)
    .some((event) => event.type === 'MessageDelivered' && event.id === letter.id);
  if (closed) return undefined;
  return { id: letter.id, until: keptUntil(await parts.definitions.get(facts.definition), letter, letter.sentAt) };
}

/** The facts with this known of it, or with nothing where it is delivered. */
export function withSent(facts: CaseFacts, letter: Pick<Letter, 'id'>, sent: OpenSent | undefined): CaseFacts {
  const { sent: before = [], ...rest } = facts;
  const now = [...before.filter((one) => one.id !== letter.id), ...(sent ? [sent] : [])];
  return now.length > 0 ? { ...rest, sent: now } : rest;
}
