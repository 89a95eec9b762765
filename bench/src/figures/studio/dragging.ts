import type { Page } from 'playwright-core';
import { freshPage, mainThread } from './studioPage.ts';
import type { Places } from './places.ts';

const ROUNDS = 5;
const MOVES = 120;
/** The step that is dragged, in the middle of the second row. */
const STEP = 's20';

/** Milliseconds of the main thread per pointer move of both, in windows of one size with the same cut of the same diagram, turn about; the best of each. */
export async function dragging(
  places: Places,
  path: string,
): Promise<{ readonly ours: number; readonly yardstick: number; readonly reason: string }> {
  const [ours, bare] = [await freshPage(places), await freshPage(places)];
  try {
    await ours.page.goto(`${places.studio}${path}`);
    await bare.page.goto(places.bare);
    for (const { page } of [ours, bare]) await page.locator(`[data-element-id="${STEP}"]`).waitFor();
    await sameCut(ours.page, bare.page);
    const [measureOurs, measureBare] = [await draggerOf(ours.page), await draggerOf(bare.page)];
    let [best, yardstick] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let round = 0; round < ROUNDS; round += 1) {
      best = Math.min(best, await measureOurs());
      yardstick = Math.min(yardstick, await measureBare());
    }
    const reason = `a step with two lines, ${MOVES} moves a round in the product's own page and in a page with bpmn-js 18 as it comes; the same cut; turn about, the best of ${ROUNDS} each; chromium ${places.browser.version()}`;
    return { ours: best, yardstick, reason };
  } finally {
    await ours.context.close();
    await bare.context.close();
  }
}

/** Gives the bare canvas the size of the studio's, and both the same part of the diagram. */
async function sameCut(ours: Page, bare: Page): Promise<void> {
  const cut = await ours.evaluate(() => {
    const box = document.querySelector('.djs-container')?.getBoundingClientRect();
    const matrix = document.querySelector<SVGGElement>('.djs-container .viewport')?.transform.baseVal.consolidate()?.matrix;
    return { width: box?.width ?? 0, height: box?.height ?? 0, scale: matrix?.a ?? 1, x: matrix?.e ?? 0, y: matrix?.f ?? 0 };
  });
  await bare.evaluate(({ width, height, scale, x, y }) => {
    const place = document.getElementById('canvas');
    if (place) Object.assign(place.style, { width: `${width}px`, height: `${height}px` });
    interface Canvas {
      resized(): void;
      viewbox(box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }): void;
    }
    const { bare: modeler } = globalThis as unknown as { readonly bare: { get(name: string): Canvas } };
    const canvas = modeler.get('canvas');
    canvas.resized();
    canvas.viewbox({ x: -x / scale, y: -y / scale, width: width / scale, height: height / scale });
  }, cut);
}

/** Drags the step to and fro, lets it go where it was by Escape, and tells what a move cost. */
async function draggerOf(page: Page): Promise<() => Promise<number>> {
  const work = await mainThread(page);
  return async () => {
    await page.bringToFront();
    const box = await page.locator(`[data-element-id="${STEP}"]`).boundingBox();
    if (!box) throw new Error(`${STEP} is not on the screen`);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 12, y + 12, { steps: 4 });
    const before = await work();
    for (let move = 0; move < MOVES; move += 1) {
      const turn = (move / MOVES) * 4 * Math.PI;
      await page.mouse.move(x + 40 * Math.cos(turn), y + 30 * Math.sin(turn));
    }
    const after = await work();
    const dragged = await page.locator('.djs-dragger').count();
    await page.keyboard.press('Escape');
    await page.mouse.up();
    if (dragged === 0) throw new Error('nothing was dragged');
    return (after - before) / MOVES;
  };
}
