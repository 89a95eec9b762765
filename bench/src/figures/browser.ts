import { setTimeout as pause } from 'node:timers/promises';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { chromiumHere } from '../load/chromium.ts';
import { serveDemo } from '../load/demo.ts';
import { withFolder } from '../load/folder.ts';
import { openClient, receive, signIn, upload, type Client } from '../load/office.ts';
import { notRun, judged, type About } from '../report/figure.ts';
import { bestOfFive, percentile } from '../report/spread.ts';
import type { Suite } from '../suite.ts';
import { clearAway, IDLE, SAMPLES, SEEN_WITHIN } from './seen.ts';

const ABOUT: About = { figure: 'commit → seen in another browser, idle, p99', group: 'browser', unit: 'ms' };

/** A clerk begins a case; the colleague's board, open in a browser of its own, shows its card. */
export const browser: Suite = {
  group: 'browser',
  quick: false,
  async measure({ root, say }) {
    const here = chromiumHere();
    if (!here) return [notRun(ABOUT, SEEN_WITHIN, 'no chromium is installed here; CHROMIUM may name one')];
    say('commit → seen, in chromium, one or two minutes');
    return withFolder(async (folder) => {
      const served = await serveDemo({ root, folder, pinned: false });
      const started = await chromium.launch(here);
      try {
        const ours = await measureIn(started, served.address);
        const reason = `two browser contexts, from the acknowledgement of a start to its card on the colleague's board, ${SAMPLES} samples a round, the best of at most five; chromium ${started.version()}`;
        return [judged(ABOUT, { ours, reason }, SEEN_WITHIN)];
      } finally {
        await started.close();
        await served.stop();
      }
    });
  },
  failed: (reason) => [notRun(ABOUT, SEEN_WITHIN, reason)],
};

async function measureIn(started: Browser, address: string): Promise<number> {
  const cookies = await signIn(address, ['wu-fang', 'zheng-li']);
  const files = await upload(address, cookies.get('wu-fang') ?? '');
  const writer = await openClient(address, cookies);
  // The writer has its board open, too: his own browser is told as well, as in an office.
  await boardOf(started, address, cookies.get('wu-fang') ?? '');
  const board = await boardOf(started, address, cookies.get('zheng-li') ?? '');
  const round = async (): Promise<number> => {
    const took: number[] = [];
    for (let one = 0; one < SAMPLES; one += 1) took.push(await sample(board, writer, files));
    return percentile(took, 0.99);
  };
  const best = await bestOfFive(round, (p99) => p99 < 200);
  writer.close();
  return best;
}

async function boardOf(started: Browser, address: string, cookie: string): Promise<Page> {
  const context: BrowserContext = await started.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
  const [name, value] = cookie.split('=');
  await context.addCookies([{ name: name ?? '', value: value ?? '', url: address }]);
  const page = await context.newPage();
  await page.goto(`${address}/`);
  await page.getByText('待办').first().waitFor();
  return page;
}

/** The page itself notes when the title stands in it; both sides read the clock of one machine. */
async function sample(board: Page, writer: Client, files: unknown): Promise<number> {
  await pause(IDLE);
  const title = `第${Math.random().toString(36).slice(2, 10)}号通知`;
  const seenAt = board.evaluate(
    (wanted) =>
      new Promise<number>((done) => {
        const look = (): boolean => document.body.textContent?.includes(wanted) ?? false;
        const observer = new MutationObserver(() => {
          if (!look()) return;
          observer.disconnect();
          done(Date.now());
        });
        observer.observe(document.body, { childList: true, subtree: true, characterData: true });
      }),
    title,
  );
  const task = await receive(writer, files, title);
  const committed = Date.now();
  const took = (await within(seenAt, 10_000)) - committed;
  await clearAway(writer, task);
  return took;
}

/** Fails where it takes longer than so many milliseconds, instead of waiting for ever. */
function within(value: Promise<number>, milliseconds: number): Promise<number> {
  const late = pause(milliseconds).then((): number => {
    throw new Error(`the card was not seen within ${milliseconds} ms`);
  });
  return Promise.race([value, late]);
}
