import type { Receiver } from '../../case/event.ts';
import type { Viewer } from '../../organization/viewer.ts';
import type { PersonId } from '../../words/ids.ts';
import { refuse, type Refused } from '../../words/refusal.ts';
import type { BringMessage } from '../asks.ts';
import { mayStartIn } from '../commands/startCase.ts';
import type { Parts } from '../parts.ts';
import type { BroughtFacts } from './brought.ts';
import { flowNames } from './flowNames.ts';
import { mayBring } from './mayBring.ts';
import { chosen, narrowed, startsFor, waitingFor, type Starting } from './receivers.ts';

/** A message from outside, and whoever brings it. */
export interface Bringing {
  readonly who: PersonId;
  readonly viewer: Viewer;
  readonly id: string;
  readonly facts: BroughtFacts;
}

/** The one who gets it, as far as this person may bring it there; refused where that is nobody, or one of several. */
export async function broughtTo(parts: Parts, { who, viewer, id, facts }: Bringing): Promise<Receiver | Refused> {
  const { input } = facts;
  const letter = { id, kind: 'message' as const, name: input.name, key: input.key ?? null };
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

/** The message in words: its name, and the value that it is for. */
export function saidOf({ name, key }: BringMessage): { readonly zh: string; readonly en: string } {
  const value = typeof key === 'string' ? key : JSON.stringify(key);
  return key === undefined ? { zh: `“${name}”`, en: `“${name}”` } : { zh: `“${name}”（依据“${value}”）`, en: `“${name}” (for “${value}”)` };
}

/** In which units this person may begin that flow by hand; who may not, may not bring what begins it either. */
export async function unitsOf(parts: Parts, who: PersonId, to: Receiver): Promise<ReturnType<typeof mayStartIn>> {
  const definition = to.start && (await parts.definitions.get(to.start.definition));
  if (!definition) return [];
  return mayStartIn(definition, await parts.house.organization(), { person: who, now: parts.clock.now() });
}
