import type { PersonId } from '../../words/ids.ts';
import type { DrawingState } from '../pages.ts';
import type { Parts } from '../parts.ts';
import { personRef } from '../reads/done.ts';
import { isHeldBy } from './holding.ts';
import type { Drawing } from './load.ts';
import { seenAt } from './seen.ts';

/** How a drawing stands, for the tab that asks. */
export async function drawingState(
  parts: Parts,
  { facts, file, newest }: Omit<Drawing, 'head'>,
  tab: { readonly who: PersonId; readonly hold: string | undefined },
): Promise<DrawingState> {
  const organization = await parts.house.organization();
  const { draft, holder, revision } = facts;
  return {
    revision,
    latest: newest?.version ?? 0,
    draft: draft && { revision, base: draft.base, savedAt: draft.savedAt, savedBy: personRef(organization, draft.savedBy) },
    holder: holder && {
      person: personRef(organization, holder.person),
      here: tab.hold !== undefined && isHeldBy(facts, { who: tab.who, hold: tab.hold }),
      since: holder.since,
      seenAt: await seenAt(parts, file, holder),
    },
    now: parts.clock.now(),
  };
}
