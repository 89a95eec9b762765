import type { Page, Request } from 'playwright-core';
import { freshPage } from './studioPage.ts';
import type { Places } from './places.ts';

const MINUTES = 10;
/** A command every so many milliseconds, without a rest: more than a hand does. */
const EVERY = 3000;
const STEP = 'in_propose';

/** Megabytes on the wire, both ways with their heads, while a flow is drawn on for ten minutes of the page's own clock. */
export async function autosaveTraffic(places: Places, path: string): Promise<{ readonly ours: number; readonly reason: string }> {
  const { page, context } = await freshPage(places);
  try {
    await page.clock.install();
    await page.goto(`${places.studio}${path}`);
    const step = page.locator(`[data-element-id="${STEP}"]`);
    await step.waitFor();
    // The page around the canvas has begun, too.
    await page.locator('#ahead').waitFor({ state: 'detached' });
    await step.click();
    const counted = countBytes(page);
    const commands = (MINUTES * 60_000) / EVERY;
    for (let command = 0; command < commands; command += 1) {
      // Always on, never to where it was: what is undone again is not sent.
      await page.keyboard.press('ArrowRight');
      await page.clock.runFor(EVERY);
      await quiet(page);
    }
    const { bytes, requests, saves } = await counted();
    if (saves === 0) throw new Error('nothing was saved');
    const reason = `flow no. 4, ${commands} commands, one each ${EVERY / 1000} s by the page's clock; ${requests} requests to the drawing, ${saves} of them saves; both ways, heads included`;
    return { ours: bytes / 1e6, reason };
  } finally {
    await context.close();
  }
}

/** Until all that was asked for is answered. */
const quiet = (page: Page): Promise<void> =>
  page.waitForLoadState('networkidle').then(() => page.evaluate(() => new Promise<void>((done) => queueMicrotask(done))));

function countBytes(page: Page): () => Promise<{ readonly bytes: number; readonly requests: number; readonly saves: number }> {
  const finished: Request[] = [];
  page.on('requestfinished', (request) => {
    if (request.url().includes('/drawing')) finished.push(request);
  });
  return async () => {
    let bytes = 0;
    for (const request of finished) {
      const sizes = await request.sizes();
      bytes += sizes.requestBodySize + sizes.requestHeadersSize + sizes.responseBodySize + sizes.responseHeadersSize;
    }
    return { bytes, requests: finished.length, saves: finished.filter((request) => request.method() === 'PUT').length };
  };
}
