import type { Receiver } from '../../case/event.ts';
import type { Viewer } from '../../organization/viewer.ts';
import { digest } from '../../words/digest.ts';
import { id, type PersonId, type StreamId } from '../../words/ids.ts';
import { canonical, type Json } from '../../words/json.ts';
import { refuse, type Refused } from '../../words/refusal.ts';
import { append, nextInstant } from '../append.ts';
import type { BringMessage } from '../asks.ts';
import { notFound, type CaseCommands } from '../decide.ts';
import { flowNames } from '../messages/flowNames.ts';
import { hand } from '../messages/hand.ts';
import { mayBring } from '../messages/mayBring.ts';
import { chosen, narrowed, startsFor, waitingFor, type Starting } from '../messages/receivers.ts';
import type { Office } from '../office.ts';
import type { Parts } from '../parts.ts';
import { mayStartIn } from './startCase.ts';

/** What a stream of its own says of a message from outside: what it was, and who gets it. It is decided once. */
interface BroughtFacts {
  readonly input: Json;
  readonly to: Receiver;
}

/**
 * A message from outside, as whoever received it says: it goes to the one case that waits for it, or begins the one flow that begins with
 * it, as far as this person may bring it there. What they may not, and what nobody waits for, is refused with the same words.
 */
export const bringMessage =
  (parts: Parts, cases: CaseCommands): Office['bringMessage'] =>
  async (who, input) => {
    const viewer = await parts.house.viewer(who);
    if (!viewer) return notFound(input.name);
    const letter = {
      id: digest(`${who}\n${input.request}`).slice(0, 20),
      kind: 'message' as const,
      name: input.name,
      key: input.key ?? null,
    };
    const to = await addressOf(parts, { who, viewer, input, letter });
    if ('ok' in to) return to;
    const [unit] = to.start ? await unitsOf(parts, who, to) : [];
    const payload = to.start && !(await mapsIn(parts, to)) ? {} : input.payload;
    return hand({ parts, cases }, { letter: { ...letter, payload }, by: who, family: undefined, unit: unit ?? null }, to);
  };

interface Bringing {
  readonly who: PersonId;
  readonly viewer: Viewer;
  readonly input: BringMessage;
  readonly letter: { readonly id: string; readonly kind: 'message'; readonly name: string; readonly key: Json };
}

/** Who gets it: as it was decided when it was brought first, or decided now. */
async function addressOf(parts: Parts, bringing: Bringing): Promise<Receiver | Refused> {
  const stream: StreamId = id(`message/${bringing.letter.id}`);
  const before = await parts.store.load(stream);
  if (before) return same(before.facts as unknown as BroughtFacts, bringing.input);
  const to = await decided(parts, bringing);
  if ('ok' in to) return to;
  const facts: BroughtFacts = { input: bringing.input as unknown as Json, to };
  const { result } = await append(parts, undefined, {
    stream,
    at: nextInstant(parts.clock, undefined),
    actor: { id: bringing.who, via: 'person' },
    parts: { state: { snapshot: null, facts: facts as unknown as Json } },
  });
  const won = result.ok ? undefined : await parts.store.load(stream);
  return won ? same(won.facts as unknown as BroughtFacts, bringing.input) : to;
}

function same(facts: BroughtFacts, input: BringMessage): Receiver | Refused {
  if (canonical(facts.input) === canonical(input as unknown as Json)) return facts.to;
  return refuse('requestReused', input.request, {
    zh: '同一请求编号已用于另一项操作，请刷新后重试',
    en: 'This request id was used for something else; reload and try again',
  });
}

async function decided(parts: Parts, { who, viewer, input, letter }: Bringing): Promise<Receiver | Refused> {
  const waiting = await waitingFor(parts, letter, undefined);
  const allowed = await Promise.all(waiting.map((one) => mayBring(parts, viewer, one)));
  const starts: Starting[] = [];
  for (const start of await startsFor(parts, letter)) if ((await unitsOf(parts, who, start.receiver)).length > 0) starts.push(start);
  const mine = waiting.filter((_, index) => allowed[index]);
  const found = chosen(narrowed(mine, undefined), starts);
  if (found.kind === 'one') return found.receiver;
  const about = saidOf(input);
  if (found.kind === 'nobody')
    return refuse('notWaiting', input.name, {
      zh: `没有办件在等${about.zh}，或者不由您代收`,
      en: `No case waits for ${about.en}, or it is not for you to bring`,
    });
  const flows = await flowNames(parts, found.flows);
  const [zh, en] = [flows.map((one) => one.zh).join('、'), flows.map((one) => one.en).join(', ')];
  return refuse('ambiguous', input.name, {
    zh: `应能分清是给哪一个办件的；有几个都在等${about.zh}：${zh}`,
    en: `A message that tells which case it is for; several wait for ${about.en}: ${en}`,
  });
}

function saidOf({ name, key }: BringMessage): { readonly zh: string; readonly en: string } {
  const value = typeof key === 'string' ? key : JSON.stringify(key);
  return key === undefined ? { zh: `“${name}”`, en: `“${name}”` } : { zh: `“${name}”（依据“${value}”）`, en: `“${name}” (for “${value}”)` };
}

/** In which units this person may begin that flow by hand; who may not, may not bring what begins it either. */
async function unitsOf(parts: Parts, who: PersonId, to: Receiver): Promise<ReturnType<typeof mayStartIn>> {
  const definition = to.start && (await parts.definitions.get(to.start.definition));
  if (!definition) return [];
  return mayStartIn(definition, await parts.house.organization(), { person: who, now: parts.clock.now() });
}

/** From outside only that crosses which the diagram names. */
async function mapsIn(parts: Parts, { start }: Receiver): Promise<boolean> {
  const definition = start && (await parts.definitions.get(start.definition));
  return start !== undefined && definition?.plan.element(start.at)?.mapping !== undefined;
}
