import type { DrawingPage } from '@guicheng/server/contract';
import { fingerprint } from './fingerprint.ts';
import type { LocalCopy } from './localCopy.ts';

/** What is drawn on, once the server's draft and this browser's copies were put side by side. */
export interface OpeningPlan {
  readonly xml: string;
  /** The copy that goes on because the server lacks it; null: the server's is the newest. */
  readonly taken: LocalCopy | null;
  /** Copies that the server lacks but that do not fit on what it has by now: for people to choose. */
  readonly aside: readonly LocalCopy[];
  /** Holds of copies that the server has: they may be dropped. */
  readonly settled: readonly string[];
}

/**
 * Decides between the server's draft and copies of tabs that are gone, by revisions alone: clocks are compared only between copies of this machine.
 * `mayDraw`: this tab holds the drawing; otherwise nothing is taken.
 */
export function planOpening(page: DrawingPage, copies: readonly LocalCopy[], mayDraw: boolean): OpeningPlan {
  const unsent = copies.filter((copy) => copy.unsent && copy.xml !== page.xml);
  const settled = copies.filter((copy) => !unsent.includes(copy)).map((copy) => copy.hold);
  const [taken = null] = mayDraw ? unsent.filter((copy) => fits(copy, page)).toSorted((one, other) => (one.at < other.at ? 1 : -1)) : [];
  return { xml: taken?.xml ?? page.xml, taken, aside: unsent.filter((copy) => copy !== taken), settled };
}

/** Whether a copy was drawn upon the very draft that the server has, or upon one whose answer was lost on the way. */
export function fits(copy: Pick<LocalCopy, 'revision' | 'base' | 'onItsWay'>, page: DrawingPage): boolean {
  if (copy.base !== (page.draft?.base ?? page.latest)) return false;
  return copy.revision === page.revision || (copy.revision < page.revision && copy.onItsWay.includes(fingerprint(page.xml)));
}
