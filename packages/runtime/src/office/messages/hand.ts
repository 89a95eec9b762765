import type { CaseFacts } from '../../case/facts.ts';
import type { Receiver } from '../../case/event.ts';
import type { PersonId, UnitId } from '../../words/ids.ts';
import type { Data } from '../../words/json.ts';
import { refuse, type Refused } from '../../words/refusal.ts';
import { notFound, type Asked, type CaseCommands, type Deciding } from '../decide.ts';
import type { Answer } from '../office.ts';
import type { Done } from '../pages.ts';
import type { Parts } from '../parts.ts';
import { firstFacts } from '../firstFacts.ts';
import { wrongValue } from './wrongValue.ts';

/** What is handed to somebody, and who brings it. */
export interface Handing {
  readonly letter: { readonly id: string; readonly kind: 'message' | 'signal'; readonly name: string; readonly payload: Data };
  readonly by: PersonId | 'system';
  /** Where a case begins with it: of which family, for which unit. */
  readonly family: CaseFacts['family'] | undefined;
  readonly unit: UnitId | null;
}

/** Hands it to one receiver, once however often it is tried; refused where that one no longer waits for it. */
export async function hand(
  given: { readonly parts: Parts; readonly cases: CaseCommands },
  handing: Handing,
  to: Receiver,
): Promise<Answer<Done>> {
  const { letter, by } = handing;
  const asked: Asked = {
    who: by,
    via: by === 'system' ? 'message' : 'person',
    request: { id: `${letter.kind}-${letter.id}`, input: letter.id },
  };
  if (to.start) return begin(given, handing, { asked, receiver: to, start: to.start });
  return given.cases.run(to.case, asked, async (deciding) =>
    letter.kind === 'signal' ? hear(deciding, letter) : take(given.parts, deciding, { handing, to }),
  );
}

async function hear({ draft, advance }: Deciding, letter: Handing['letter']): Promise<Refused | undefined> {
  draft.events.push({ type: 'SignalReceived', id: letter.id, name: letter.name });
  return advance({ kind: 'signal', name: letter.name, payload: letter.payload });
}

async function take(
  parts: Parts,
  { draft, advance }: Deciding,
  of: { readonly handing: Handing; readonly to: Receiver },
): Promise<Refused | undefined> {
  const { to } = of;
  const { letter, by } = of.handing;
  const open = draft.snapshot ? parts.executor.open(draft.snapshot) : [];
  const wait = open.find((one) => one.id === to.wait && one.kind === 'message');
  if (!wait) return refuse('notWaiting', letter.name, { zh: '正在等这一消息的办件', en: 'A case that waits for this message' });
  draft.events.push({ type: 'MessageReceived', id: letter.id, wait: wait.id, element: wait.element, name: letter.name });
  const refused = await advance({ kind: 'message', wait: wait.id, id: letter.id, payload: letter.payload });
  return refused ?? (by === 'system' ? undefined : wrongValue(parts, draft, wait.element));
}

async function begin(
  { parts, cases }: { readonly parts: Parts; readonly cases: CaseCommands },
  { letter, family, unit }: Handing,
  of: { readonly asked: Asked; readonly receiver: Receiver; readonly start: NonNullable<Receiver['start']> },
): Promise<Answer<Done>> {
  const { asked, receiver, start } = of;
  const definition = await parts.definitions.get(start.definition);
  if (!definition) return notFound(start.definition);
  const organization = await parts.house.organization();
  const initiator = asked.who === 'system' ? null : asked.who;
  const about = { case: receiver.case, family: family ?? receiver.case, initiator, unit };
  const first = firstFacts(definition, organization, about);
  return cases.run(receiver.case, { ...asked, first }, async ({ draft, head, advance }) => {
    if (head) return notFound(receiver.case);
    draft.events.push({ type: 'CaseStarted', definition: definition.ref, at: start.at, initiator, unit, family: about.family });
    if (letter.kind === 'message') draft.events.push({ type: 'MessageReceived', id: letter.id, element: start.at, name: letter.name });
    else draft.events.push({ type: 'SignalReceived', id: letter.id, name: letter.name });
    const refused = await advance({ kind: 'start', at: start.at, payload: letter.payload, by: { kind: letter.kind, name: letter.name } });
    return refused ?? (asked.who === 'system' ? undefined : wrongValue(parts, draft, start.at));
  });
}
