import type { DrawingPage } from '@guicheng/server/contract';
import { newRequest } from '../../api/client.ts';
import { holdPlace } from './hold.ts';
import { browserCopies } from './sync/browserCopies.ts';
import { claimHold } from './sync/claimHold.ts';
import { drawingServer, type DrawingServer } from './sync/drawingServer.ts';
import type { Copies } from './sync/localCopy.ts';
import { planOpening, type OpeningPlan } from './sync/planOpening.ts';
import { browserTabs } from './sync/tabs.ts';

/** A drawing that a tab has opened. */
export interface Opened {
  readonly page: DrawingPage;
  readonly plan: OpeningPlan;
  readonly hold: string;
  /** This tab draws; otherwise it only reads. */
  readonly draws: boolean;
  readonly server: DrawingServer;
  readonly copies: Copies;
  /** Lets go of the hold in this browser, for other tabs to go by it. */
  readonly letGo: () => void;
}

/** How a tab opens: to draw if nobody else does, to draw whoever else does, or only to read. */
export type How = 'draw' | 'takeOver' | 'read';

/** What the last page of this tab still does before the next may open: sending its last commands, letting go. */
let leaving: Promise<unknown> = Promise.resolve();

/** The next opening of a drawing in this tab waits for this. */
export function openOnlyAfter(work: Promise<unknown>): void {
  leaving = leaving.then(
    () => work,
    () => work,
  );
}

/** Settles when what this tab drew before has been sent and let go: only then does the server know it. */
export const whenLeft = (): Promise<unknown> => leaving.catch(() => undefined);

const used = new WeakSet<Opened>();

/** A page draws or shows it from now on, and lets go of it when it goes. */
export const markUsed = (opened: Opened): void => void used.add(opened);
export const isUsed = (opened: Opened): boolean => used.has(opened);

/** Opens a flow's drawing in this tab. Throws the refusal of the server. */
export async function openDrawing(about: { readonly flow: string; readonly person: string }, how: How): Promise<Opened> {
  await whenLeft();
  const copies = browserCopies(about);
  const place = holdPlace(about.person, about.flow);
  const {
    hold,
    letGo,
    copies: kept,
  } = await claimHold({
    remembered: sessionStorage.getItem(place),
    copies: await copies.list(),
    tabs: browserTabs(),
    fresh: newRequest,
  });
  sessionStorage.setItem(place, hold);
  const server = drawingServer(about.flow, hold);
  const took = how === 'read' ? Promise.resolve(false) : takes(server, how);
  // Both at once; where nobody else draws, nothing changes between them.
  const read = how === 'takeOver' ? took.then(() => server.read()) : server.read();
  const [draws, page] = await Promise.all([took, read]).catch((error: unknown) => {
    letGo();
    throw error;
  });
  const plan = planOpening(page, kept, draws);
  for (const settled of plan.settled) if (settled !== hold) void copies.drop(settled);
  return { page, plan, hold, draws, server, copies, letGo };
}

/** Whether this tab draws from now on. */
const takes = (server: DrawingServer, how: How): Promise<boolean> =>
  server.hold(how === 'takeOver').then(
    () => true,
    () => false,
  );
