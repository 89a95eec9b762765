// Kills a browser while somebody draws in it, and opens the drawing again in a new one on the same profile: all but the last second's
// commands are there. `node test/e2e/killedBrowser.js [ROUNDS]`, twenty by default; prints a line a round, exits 1 when one lost more.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build } from '../../packages/server/bin/build.js';
import { chromiumPath, FLAGS } from './browser.js';
import { startOffice } from './office.js';

/** What may be lost, in milliseconds. */
const LAST = 1000;
const FLOW = 'incoming-document';
const STEP = '收文登记';

/** A browser as a person has it, with a profile that outlives it; `kill` ends all its processes at once, as a power cut would. */
async function startBrowser(profile) {
  const portFile = join(profile, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  const started = spawn(
    chromiumPath(),
    [...FLAGS, `--user-data-dir=${profile}`, '--remote-debugging-port=0', '--window-size=1366,768', 'about:blank'],
    {
      stdio: 'ignore',
      detached: true,
    },
  );
  for (let tries = 0; !existsSync(portFile) || !readFileSync(portFile, 'utf8').includes('\n'); tries += 1) {
    if (tries > 200) throw new Error('the browser did not start within 20 seconds');
    await pass(100);
  }
  const [port] = readFileSync(portFile, 'utf8').split('\n');
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  return {
    context: browser.contexts()[0],
    async kill() {
      const ended = new Promise((done) => {
        started.once('exit', done);
      });
      process.kill(-started.pid, 'SIGKILL');
      await ended;
      await browser.close().catch(() => undefined);
    },
  };
}

/** The flow open to be drawn on, with a step chosen, and where that step stands. */
async function openDrawing(context, address) {
  await context.request.post(`${address}/api/demo/session`, { data: { person: 'li-min' } });
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(20_000);
  await page.goto(`${address}/flows/${FLOW}/draw`);
  const step = page.locator('.gc-modeler .djs-shape').filter({ hasText: STEP }).first();
  await step.waitFor();
  return { page, step, at: () => step.evaluate((shape) => shape.transform.baseVal.consolidate().matrix.e) };
}

/**
 * Draws and kills so often, at moments spread over seven seconds; `say` hears of each round in a line. Gives back how many lost more than
 * the last second. A round takes five to nine seconds.
 */
export async function killBrowser(rounds, say) {
  const profile = mkdtempSync(join(tmpdir(), 'guicheng-profile-'));
  const office = await startOffice();
  let lostMore = 0;
  try {
    let browser = await startBrowser(profile);
    let drawing = await openDrawing(browser.context, office.address);
    for (let round = 1; round <= rounds; round += 1) {
      const { page, step, at } = drawing;
      const begun = await at();
      // To and fro, so that it stays where it belongs.
      const direction = round % 2 === 1 ? 1 : -1;
      await step.click();
      const until = Date.now() + 400 + ((round * 1237) % 6400);
      const done = [];
      while (Date.now() < until) {
        await page.keyboard.press(direction === 1 ? 'ArrowRight' : 'ArrowLeft');
        done.push(Date.now());
        await pass((round * 7 + done.length * 13) % 60);
      }
      const killed = Date.now();
      await browser.kill();
      browser = await startBrowser(profile);
      drawing = await openDrawing(browser.context, office.address);
      const kept = (await drawing.at()) - begun;
      const owed = done.filter((moment) => moment <= killed - LAST).length;
      const holds = kept * direction >= owed && kept * direction <= done.length;
      if (!holds) lostMore += 1;
      say(
        `${holds ? 'held' : 'LOST'} ${round}: ${done.length} commands, ${owed} of them older than a second, ${kept * direction} there again`,
      );
    }
    await browser.kill();
  } finally {
    await office.stop();
    rmSync(profile, { recursive: true, force: true });
  }
  return lostMore;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const rounds = Number(process.argv[2] ?? 20);
  build();
  const lostMore = await killBrowser(rounds, console.log);
  console.log(`${rounds - lostMore} of ${rounds} lost no more than the last second`);
  process.exitCode = lostMore === 0 ? 0 : 1;
}
