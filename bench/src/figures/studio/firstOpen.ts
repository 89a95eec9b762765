import type { Page } from 'playwright-core';
import { mainThread, freshPage } from './studioPage.ts';
import type { Places } from './places.ts';

const ROUNDS = 7;

/** Milliseconds from asking for the page to the canvas with its shapes on the screen, of both, turn about; the best of each. */
export async function firstOpen(
  places: Places,
  path: string,
): Promise<{ readonly ours: number; readonly yardstick: number; readonly reason: string }> {
  let [ours, bare] = [OPENED_NEVER, OPENED_NEVER];
  for (let round = 0; round < ROUNDS; round += 1) {
    ours = better(ours, await opened(places, `${places.studio}${path}`, () => letGo(places, path)));
    bare = better(bare, await opened(places, places.bare, () => Promise.resolve()));
  }
  const work = `of it the main thread ${Math.round(ours.work)} and ${Math.round(bare.work)} ms`;
  const reason = `flow no. 4, signed in, a new browser context for each; shapes drawn and painted; turn about, the best of ${ROUNDS} each; ${work}; chromium ${places.browser.version()}`;
  return { ours: ours.took, yardstick: bare.took, reason };
}

interface Opened {
  readonly took: number;
  readonly work: number;
}

const OPENED_NEVER: Opened = { took: Number.POSITIVE_INFINITY, work: Number.POSITIVE_INFINITY };
const better = (one: Opened, other: Opened): Opened => (other.took < one.took ? other : one);

async function opened(places: Places, address: string, left: () => Promise<void>): Promise<Opened> {
  const { page, context } = await freshPage(places);
  try {
    const work = await mainThread(page);
    await page.addInitScript(noteWhenDrawn);
    await page.goto(address, { waitUntil: 'commit' });
    const took = await drawnAt(page);
    const worked = await work();
    // What is only shown, as where somebody else draws, is no editor.
    await page.locator('.djs-palette').waitFor({ timeout: 1000 });
    await page.goto('about:blank');
    await left();
    return { took, work: worked };
  } finally {
    await context.close();
  }
}

/** Until nobody draws any more: the page that went has said so. */
async function letGo({ studio, cookie }: Places, path: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await fetch(`${studio}/api${path.replace(/draw$/, 'drawing')}`, { headers: { cookie } });
    if (((await answer.json()) as { readonly holder: unknown }).holder === null) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('the page that went still holds the drawing');
}

const drawnAt = async (page: Page): Promise<number> => {
  const at = await page.waitForFunction(() => (globalThis as { drawnAt?: number }).drawnAt, undefined, { polling: 100, timeout: 60_000 });
  return (await at.jsonValue()) ?? Number.NaN;
};

/** Runs in the page: notes the frame after the last shape of the diagram was drawn. */
function noteWhenDrawn(): void {
  const page = globalThis as { drawnAt?: number };
  const look = (): void => {
    if (document.querySelectorAll('.djs-container .djs-connection').length === 0) return void requestAnimationFrame(look);
    requestAnimationFrame(() => setTimeout(() => (page.drawnAt = performance.now())));
  };
  requestAnimationFrame(look);
}
