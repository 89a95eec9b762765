import type { LocalCopy } from './localCopy.ts';
import type { Tabs } from './tabs.ts';

/** Which hold a tab goes by, with the copies that may be its to go on with. */
export interface Claimed {
  readonly hold: string;
  /** Copies of tabs that are gone, and this tab's own. */
  readonly copies: readonly LocalCopy[];
  /** Lets go of the hold in this browser. */
  readonly letGo: () => void;
}

/** How long a page that is being reloaded may take to let go of what it held, in milliseconds. */
const RELOADING = 400;

/**
 * Finds the hold of this tab: the one that it had before it was reloaded; else that of a tab which was killed, so that its work goes on
 * where it stopped; else a new one. A tab that was duplicated finds its hold taken and gets another.
 */
export async function claimHold(parts: {
  readonly remembered: string | null;
  readonly copies: readonly LocalCopy[];
  readonly tabs: Tabs;
  readonly fresh: () => string;
}): Promise<Claimed> {
  const { remembered, copies, tabs, fresh } = parts;
  const open = await tabs.open();
  const gone = copies.filter((copy) => !open.has(copy.hold)).toSorted((one, other) => (one.at < other.at ? 1 : -1));
  const candidates = [...(remembered === null ? [] : [remembered]), ...gone.map((copy) => copy.hold)];
  for (const hold of candidates) {
    const letGo = await tabs.claim(hold, hold === remembered ? RELOADING : 0);
    if (letGo) return { hold, letGo, copies: copies.filter((copy) => copy.hold === hold || !open.has(copy.hold)) };
  }
  const hold = fresh();
  return { hold, letGo: (await tabs.claim(hold, 0)) ?? (() => undefined), copies: gone };
}
