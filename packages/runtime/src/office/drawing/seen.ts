import type { Digest, Instant } from '../../words/ids.ts';
import type { Parts } from '../parts.ts';
import type { DrawingHold } from './facts.ts';

const keyOf = (file: string): string => `drawing/${file}/seen`;

/** Notes that the tab which draws was heard of just now: a note, not a commit, as nothing is decided by it. */
export const noteSeen = (parts: Parts, file: string, hold: Digest): Promise<void> =>
  parts.store.notes.put(keyOf(file), { value: { hold }, savedAt: parts.clock.now() });

/** When the tab that draws was last heard of. */
export async function seenAt(parts: Parts, file: string, holder: DrawingHold): Promise<Instant> {
  const note = await parts.store.notes.get(keyOf(file));
  const isTheirs = (note?.value as { readonly hold?: string } | undefined)?.hold === holder.hold;
  return note && isTheirs && note.savedAt > holder.since ? note.savedAt : holder.since;
}
