import type { PersonId } from '../../words/ids.ts';
import { refuse, type Refused } from '../../words/refusal.ts';
import { notFound, type CaseCommands } from '../decide.ts';
import type { Answer } from '../office.ts';
import type { Done } from '../pages.ts';
import type { Parts } from '../parts.ts';
import { readBrought, writeBrought, type Brought, type BroughtFacts } from './brought.ts';
import { broughtTo, saidOf, unitsOf } from './broughtTo.ts';
import { hand } from './hand.ts';

interface Given {
  readonly parts: Parts;
  readonly cases: CaseCommands;
}

/**
 * Brings a message from outside that is kept to whoever waits for it by now, once whatever crashes between; what they who brought it may not
 * see, it does not reach. Returns whether it is delivered. Where its time is over or several wait, nobody gets it any more.
 */
export async function deliverBrought(given: Given, message: string): Promise<boolean> {
  const kept = await readBrought(given.parts, message);
  if (!kept?.facts.who || kept.facts.refused) return false;
  const addressed = kept.facts.to ? kept : await address(given.parts, kept, kept.facts.who);
  if (!addressed?.facts.to) return false;
  const answer = await handBrought(given, addressed.facts.who ?? kept.facts.who, addressed);
  if (answer.ok) await writeBrought(given.parts, addressed, 'delivered');
  // Whoever it was for went on meanwhile: the next look finds another, or nobody.
  else if (answer.code === 'notWaiting') await writeBrought(given.parts, { ...addressed, facts: loose(addressed.facts) }, 'undelivered');
  else await writeBrought(given.parts, { ...addressed, facts: { ...addressed.facts, refused: answer } }, 'refused');
  return answer.ok;
}

/** Decides who gets it and writes it down; undefined where nobody does, for now or for good. */
async function address(parts: Parts, kept: Brought, who: PersonId): Promise<Brought | undefined> {
  const viewer = await parts.house.viewer(who);
  const found = viewer ? await broughtTo(parts, { who, viewer, ...kept }) : notFound(kept.facts.input.name);
  if (!('ok' in found)) return writeBrought(parts, { ...kept, facts: { ...kept.facts, to: found } }, 'pending');
  const over = kept.facts.until !== undefined && kept.facts.until <= parts.clock.now();
  if (found.code === 'notWaiting' && !over) return undefined;
  await writeBrought(
    parts,
    { ...kept, facts: { ...kept.facts, refused: found.code === 'notWaiting' ? expired(kept.facts) : found } },
    'refused',
  );
  return undefined;
}

const loose = ({ to: _to, ...facts }: BroughtFacts): BroughtFacts => facts;

function expired({ input }: BroughtFacts): Refused {
  const about = saidOf(input);
  return refuse('notWaiting', input.name, {
    zh: `保存期内有办件来等${about.zh}；期限已过，没有送达`,
    en: `A case that waits for ${about.en} while it was kept; its time is over, and nobody got it`,
  });
}

/** Hands it to whom it was decided for; asked again, the answer is the same. */
export async function handBrought({ parts, cases }: Given, who: PersonId, { id, facts }: Brought): Promise<Answer<Done>> {
  const { input, to } = facts;
  if (!to) return notFound(input.name);
  const [unit] = to.start ? await unitsOf(parts, who, to) : [];
  const payload = to.start && !(await mapsIn(parts, to.start)) ? {} : input.payload;
  const letter = { id, kind: 'message' as const, name: input.name, payload };
  return hand({ parts, cases }, { letter, by: who, family: undefined, unit: unit ?? null }, to);
}

/** From outside only that crosses which the diagram names. */
async function mapsIn(parts: Parts, { definition, at }: NonNullable<NonNullable<BroughtFacts['to']>['start']>): Promise<boolean> {
  return (await parts.definitions.get(definition))?.plan.element(at)?.mapping !== undefined;
}
