import { existsSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { CouldNotRun } from '../couldNotRun.ts';
import { servePage } from './servePage.ts';

/** What the page says of a file; it is written in packages/modeler/src/studio/canvas/fidelity/page/tryFile.ts. */
export interface Tried {
  readonly opened: boolean;
  readonly reason?: string;
}

/** The real editor in a browser of its own. */
export interface Editor {
  tryFile(xml: string, every: boolean): Promise<Tried>;
  close(): Promise<void>;
}

/** Where a chromium usually is; CHROMIUM names another. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-sync'];

/** A file that takes longer than so many milliseconds has the page hung; it gets a new one. */
const PATIENCE = { one: 60_000, every: 600_000 } as const;

/** Opens the built page with the editor in chromium. Costs about a second; close it in any case. */
export async function openEditor(folder: string): Promise<Editor> {
  const browser = await launched();
  const { address, close } = await servePage(folder);
  let page = await pageAt(browser, address);
  return {
    async tryFile(xml, every) {
      const tried = await within(every ? PATIENCE.every : PATIENCE.one, evaluated(page, { xml, every }));
      if (tried) return tried;
      await page.close();
      page = await pageAt(browser, address);
      return { opened: false, reason: 'the editor gave no answer' };
    },
    async close() {
      await browser.close();
      close();
    },
  };
}

async function launched(): Promise<Browser> {
  const playwright = await import('playwright-core').catch(() => undefined);
  if (!playwright) throw new CouldNotRun('playwright-core is missing, which drives the browser: install with `npm ci`, without --omit=dev');
  const named = process.env['CHROMIUM'] ?? '';
  const executablePath = (named === '' ? PLACES : [named]).find((place) => existsSync(place));
  if (executablePath === undefined) {
    const missing = named === '' ? 'no chromium was found' : `CHROMIUM names ${named}, which is not there`;
    throw new CouldNotRun(`${missing}: install it (apt-get install chromium fonts-noto-cjk), or name one with CHROMIUM`);
  }
  return playwright.chromium.launch({ executablePath, args: FLAGS }).catch((error: Error) => {
    throw new CouldNotRun(`${executablePath} did not start: ${error.message.split('\n')[0]}`);
  });
}

async function pageAt(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.goto(`${address}/roundtrip.html`);
  await page.waitForFunction('globalThis.tryFile !== undefined');
  return page;
}

/** A page that breaks is told as the reason. */
const evaluated = (page: Page, given: { readonly xml: string; readonly every: boolean }): Promise<Tried> =>
  page
    .evaluate(`globalThis.tryFile(${JSON.stringify(given.xml)}, { every: ${given.every} })`)
    .then((tried) => tried as Tried)
    .catch((error: Error) => ({ opened: false, reason: error.message }));

/** What a promise gives, or nothing when it takes longer than so many milliseconds. */
async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((tell) => {
    timer = setTimeout(() => tell(undefined), milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
