import type { CaseFacts, OpenSent } from '../../case/facts.ts';
import type { Receiver } from '../../case/event.ts';
import type { CaseId } from '../../words/ids.ts';
import { loadCase } from '../caseLog.ts';
import { flowNames } from './flowNames.ts';
import { hand } from './hand.ts';
import { readLetter, type Letter } from './letter.ts';
import { address, giveUp, settle, takeBackAddress, type Given } from './onSender.ts';
import { openSent } from './open.ts';
import { listenersTo, receiverOf } from './receivers.ts';

/** How often another is looked for when the one that was found no longer waits. */
const ROUNDS = 3;

/**
 * Brings one thing that was sent to whom it is for, exactly once: first the sender's stream says who gets it, then each gets it under a
 * request id of its own, then the sender's stream says that they have it. Broken off anywhere, it is taken up where it was. Returns the
 * cases that have it now; none where it is kept, is a person's to see to, or had been delivered before.
 */
export async function deliverOne(given: Given, id: string): Promise<readonly CaseId[]> {
  const letter = await readLetter(given.parts.store, id);
  if (!letter) return [];
  for (let round = 0; ; round += 1) {
    const loaded = await loadCase(given.parts.store, letter.case);
    const sent = loaded && (await openSent(given.parts, loaded.facts, letter));
    if (!loaded || !sent || sent.trouble) return [];
    if (!sent.to && !(await decideOn(given, letter, { facts: loaded.facts, sent }))) return [];
    if (!sent.to) continue;
    const refused = await handAll(given, letter, { to: sent.to, facts: loaded.facts });
    const got = sent.to.map((one) => one.case);
    if (refused === undefined) {
      await settle(given, letter, got);
      return got;
    }
    // Tried again and again, what can never be taken would fill the sender's log.
    if (round >= ROUNDS || refused !== 'notWaiting') return stop(given, letter, refused);
    await takeBackAddress(given, letter);
  }
}

async function stop(given: Given, letter: Letter, reason: string): Promise<readonly CaseId[]> {
  await giveUp(given, letter, { code: 'messageRefused', detail: { name: letter.name, key: letter.key, reason } });
  return [];
}

/** Hands it to each; for a message the code of the refusal, if any. Who does not hear a signal any more has missed it. */
async function handAll(
  { parts, cases }: Given,
  letter: Letter,
  of: { readonly to: readonly Receiver[]; readonly facts: CaseFacts },
): Promise<string | undefined> {
  const handing = { letter, by: 'system' as const, family: of.facts.family, unit: of.facts.unit };
  let refused: string | undefined;
  for (const receiver of of.to) {
    const answer = await hand({ parts, cases }, handing, receiver);
    if (!answer.ok && letter.kind === 'message') refused = answer.code;
  }
  return refused;
}

/** Finds who gets it and writes it down; false where nobody does for now, or a person must look. */
async function decideOn(given: Given, letter: Letter, of: { readonly facts: CaseFacts; readonly sent: OpenSent }): Promise<boolean> {
  if (letter.kind === 'signal') {
    await address(given, letter, await listenersTo(given.parts, letter));
    return true;
  }
  const found = await receiverOf(given.parts, letter, of.facts);
  if (found.kind === 'one') {
    await address(given, letter, [found.receiver]);
    return true;
  }
  const { name, key } = letter;
  const { until } = of.sent;
  if (found.kind === 'several') {
    const flows = await flowNames(given.parts, found.flows);
    await giveUp(given, letter, { code: 'messageAmbiguous', detail: { name, key, flows, cases: found.cases } });
  } else if (until !== null && until <= given.parts.clock.now())
    await giveUp(given, letter, { code: 'messageExpired', detail: { name, key, until } });
  return false;
}
