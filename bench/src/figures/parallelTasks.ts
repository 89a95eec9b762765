import { serveDemo } from '../load/demo.ts';
import { withFolder } from '../load/folder.ts';
import { complete, completed, openClient, receive, signIn, STEPS, upload, type Client, type Done, type Step } from '../load/office.ts';
import { judged, notRun, type About, type Goal } from '../report/figure.ts';
import type { Suite } from '../suite.ts';

/** Twelve people who are sent the same paper to read. */
const READERS = 12;
const CASES = 20;

const ABOUT: About = { figure: 'twelve parallel tasks of one case at once: refused or retried', group: 'store', unit: 'of 240' };
const GOAL: Goal = { kind: 'atMost', value: 0 };

/** 收文 that twelve people are to read: all twelve say so in the same moment, twenty times over. */
export const parallelTasks: Suite = {
  group: 'store',
  quick: true,
  measure: ({ root, say }) =>
    withFolder(async (folder) => {
      say('twelve parallel tasks at once');
      const served = await serveDemo({ root, folder, pinned: false });
      try {
        const readers = await someReaders(served.address);
        const cookies = await signIn(served.address, [...new Set(['wu-fang', 'li-min', 'chen-zhiqiang', ...readers])]);
        const files = await upload(served.address, cookies.get('wu-fang') ?? '');
        const clients = await Promise.all(readers.map(() => openClient(served.address, cookies)));
        const before = await lostRaces(served.address);
        let refused = 0;
        for (let one = 0; one < CASES; one += 1) refused += await readAtOnce(clients, readers, files);
        const retried = (await lostRaces(served.address)) - before;
        for (const client of clients) client.close();
        const reason = `${CASES} cases, ${READERS} connections: ${refused} answers other than done, ${retried} decided anew in the server (guicheng_lost_races_total)`;
        return [judged(ABOUT, { ours: refused + retried, reason }, GOAL)];
      } finally {
        await served.stop();
      }
    }),
  failed: (reason) => [notRun(ABOUT, GOAL, reason)],
};

/** How many of the twelve were not done. */
async function readAtOnce(clients: readonly Client[], readers: readonly string[], files: unknown): Promise<number> {
  const [first] = clients;
  const [register, propose] = STEPS;
  if (!first || !register || !propose) throw new Error('no client');
  const instruct: Step = { who: 'chen-zhiqiang', outcome: 'read', values: { instruction: '请传阅。', readers } };
  let task = await receive(first, files);
  for (const step of [register, propose, instruct]) task = await complete(first, task, step);
  const sent = await completed(first, task, { who: 'wu-fang', values: { readers } });
  const open = (JSON.parse(sent.body) as Done).now;
  if (open.length !== READERS) throw new Error(`${READERS} tasks were wanted, there are ${open.length}`);
  const outcomes = await Promise.allSettled(
    open.map((one, index) => {
      const client = clients[index];
      const who = one.seats[0]?.people[0]?.id;
      if (!client || !who) throw new Error('a task without its reader');
      return completed(client, one.task, { who, values: {} });
    }),
  );
  return outcomes.filter((outcome) => outcome.status === 'rejected').length;
}

async function someReaders(address: string): Promise<readonly string[]> {
  const people = (await (await fetch(`${address}/api/demo/people`)).json()) as readonly { readonly id: string }[];
  return people.slice(0, READERS).map((person) => person.id);
}

async function lostRaces(address: string): Promise<number> {
  const text = await (await fetch(`${address}/metrics`)).text();
  const found = /^guicheng_lost_races_total (\d+)$/m.exec(text);
  if (!found) throw new Error('the server does not tell its lost races');
  return Number(found[1]);
}
