import { digest } from '../../words/digest.ts';
import type { PersonId } from '../../words/ids.ts';
import { canonical, type Json } from '../../words/json.ts';
import { refuse, type Refused } from '../../words/refusal.ts';
import type { BringMessage } from '../asks.ts';
import { notFound, type CaseCommands } from '../decide.ts';
import { broughtUntil, readBrought, writeBrought, type Brought } from '../messages/brought.ts';
import { broughtTo } from '../messages/broughtTo.ts';
import { handBrought } from '../messages/deliverBrought.ts';
import { mayKeep } from '../messages/mayBring.ts';
import type { Office } from '../office.ts';
import type { KeptMessage } from '../pages.ts';
import type { Parts } from '../parts.ts';

/**
 * A message from outside, as whoever received it says: it goes to the one case that waits for it, or begins the one flow that begins with
 * it, as far as this person may bring it there. Where nobody waits yet it is kept, if something that they may bring it to could wait for
 * it; what they may not, and what nobody ever waits for, is refused with the same words. Asked again, it says what became of it.
 */
export const bringMessage =
  (parts: Parts, cases: CaseCommands): Office['bringMessage'] =>
  async (who, input) => {
    const brought = await written(parts, who, input);
    if ('ok' in brought) return brought;
    const { to, until, refused } = brought.facts;
    if (refused) return refused;
    if (!to && until !== undefined) return { ok: true, value: { kept: until } satisfies KeptMessage };
    return handBrought({ parts, cases }, who, brought);
  };

/** As it was written down when it was brought first, or is now; decided once. */
async function written(parts: Parts, who: PersonId, input: BringMessage): Promise<Brought | Refused> {
  const message = digest(`${who}\n${input.request}`).slice(0, 20);
  const before = await readBrought(parts, message);
  if (before) return same(before, input);
  const viewer = await parts.house.viewer(who);
  if (!viewer) return notFound(input.name);
  const at = parts.clock.now();
  const fresh: Brought = { head: undefined, id: message, facts: { input, who, at } };
  const to = await broughtTo(parts, { who, viewer, ...fresh });
  if (!('ok' in to)) return kept(parts, { ...fresh, facts: { ...fresh.facts, to } });
  const until = to.code === 'notWaiting' && (await mayKeep(parts, viewer, input.name)) ? broughtUntil(input, at) : undefined;
  if (until === undefined || until <= at) return to;
  return kept(parts, { ...fresh, facts: { ...fresh.facts, until } });
}

/** Written, or as another of the same request was faster. */
async function kept(parts: Parts, fresh: Brought): Promise<Brought | Refused> {
  const mine = await writeBrought(parts, fresh, fresh.facts.to ? undefined : 'undelivered');
  if (mine) return mine;
  const won = await readBrought(parts, fresh.id);
  return won ? same(won, fresh.facts.input) : notFound(fresh.facts.input.name);
}

function same(brought: Brought, input: BringMessage): Brought | Refused {
  if (canonical(brought.facts.input as unknown as Json) === canonical(input as unknown as Json)) return brought;
  return refuse('requestReused', input.request, {
    zh: '同一请求编号已用于另一项操作，请刷新后重试',
    en: 'This request id was used for something else; reload and try again',
  });
}
