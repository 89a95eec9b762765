import { join } from 'node:path';
import Database from 'libsql';
import { serveDemo } from '../load/demo.ts';
import { withFolder } from '../load/folder.ts';
import { measureRate, sharesInWords, type Rate } from '../load/measure.ts';
import { complete, newRequest, openClient, receive, signIn, STEPS, upload, type Client } from '../load/office.ts';
import { canPin, onOtherCores, serve, type Served } from '../load/server.ts';
import { share } from '../load/share.ts';
import { judged, notRun, type About, type Goal } from '../report/figure.ts';
import type { Suite } from '../suite.ts';

const CLIENTS = 64;

/** Cases that are carried through their first four steps: so many to warm up, so many that are measured. */
const WARMING = 500;
const MEASURED = 1500;

/** Rows of the yardstick: to warm up, and measured. */
const ROWS_WARMING = 8_000;
const ROWS = 24_000;

const ABOUT: About = { figure: 'acknowledged durable completions over HTTP, 64 clients', group: 'store', unit: '/s' };
const GOAL: Goal = { kind: 'shareAtLeast', share: 0.5 };

/** Tasks completed over HTTP beside a bare route that appends one row; docs/decisions/0004 says why that is fair. */
export const completions: Suite = {
  group: 'store',
  quick: true,
  measure: ({ root, say }) =>
    withFolder(async (folder) => {
      const pinned = canPin();
      say('completions over HTTP, about half a minute');
      const served = await serveDemo({ root, folder, pinned });
      const ours = await onOtherCores(pinned, () => completeTasks(served)).finally(() => served.stop());
      const row = rowSize(join(folder, 'demo/guicheng.db'));
      say('the bare route beside it');
      const bare = await serve({
        script: [join(root, 'bench/dist/load/bare.js')],
        environment: { FOLDER: folder, ROW: String(row) },
        pinned,
      });
      const yardstick = await onOtherCores(pinned, () => appendRows(bare)).finally(() => bare.stop());
      const reason = [
        `收文 through its first four steps; the bare route appends rows of ${row} bytes`,
        `ours: ${sharesInWords(ours)}; bare: ${sharesInWords(yardstick)}`,
        pinned ? 'server and load on a core each' : 'not pinned: no taskset, or one core only',
      ].join('; ');
      return [judged(ABOUT, { ours: ours.perSecond, yardstick: yardstick.perSecond, reason }, GOAL)];
    }),
  failed: (reason) => [notRun(ABOUT, GOAL, reason)],
};

async function completeTasks(served: Served): Promise<Rate> {
  const cookies = await signIn(served.address, [...new Set(STEPS.map((step) => step.who))]);
  const files = await upload(served.address, cookies.get('wu-fang') ?? '');
  const clients = await Promise.all(Array.from({ length: CLIENTS }, () => openClient(served.address, cookies)));
  const tasks: string[] = [];
  await share(clients, numbers(WARMING + MEASURED), async (client) => void tasks.push(await receive(client, files)));
  await share(clients, tasks.slice(0, WARMING), carryOn);
  const rate = await measureRate(served, MEASURED * STEPS.length, () => share(clients, tasks.slice(WARMING), carryOn));
  for (const client of clients) client.close();
  return rate;
}

async function carryOn(client: Client, first: string): Promise<void> {
  let task = first;
  for (const step of STEPS) task = await complete(client, task, step);
}

async function appendRows(bare: Served): Promise<Rate> {
  const clients = await Promise.all(Array.from({ length: CLIENTS }, () => openClient(bare.address, new Map())));
  const append = async (client: Client): Promise<void> => {
    const body = { request: newRequest(), values: { proposal: { to: STEPS[1]?.values['proposal'] } }, confirmed: [] };
    await client.ask('', { method: 'POST', path: '/append', body });
  };
  await share(clients, numbers(ROWS_WARMING), append);
  const rate = await measureRate(bare, ROWS, () => share(clients, numbers(ROWS), append));
  for (const client of clients) client.close();
  return rate;
}

const numbers = (many: number): readonly number[] => Array.from({ length: many }, (_, index) => index);

/** The mean size of what a completion appended to the log, in bytes: the yardstick's rows are made as large. */
function rowSize(database: string): number {
  const opened = new Database(database);
  const texts = ['request', 'header', 'state', 'patch', '"full"', 'events', 'rows', 'trail'];
  const size = texts.map((column) => `ifnull(length(CAST(${column} AS BLOB)), 0)`).join(' + ');
  const sql = `SELECT avg(${size}) AS bytes FROM commits WHERE stream LIKE 'case/%' AND revision > 1`;
  const { bytes } = opened.prepare(sql).get() as { readonly bytes: number };
  opened.close();
  return Math.round(bytes);
}
