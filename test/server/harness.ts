import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { io, type Socket } from 'socket.io-client';
import supertest, { type Response, type Test } from 'supertest';
import { fixedClock } from '../../packages/runtime/src/words/clock.ts';
import type { Changes, Done, FileRef, Json, Page, Problem, TaskCard } from '../../packages/server/src/contract.ts';
import { startServer, type Running, type Settings } from '../../packages/server/src/main.ts';

const all = mkdtempSync(join(tmpdir(), 'guicheng-server-'));
const running = new Set<Running>();
const sockets = new Set<Socket>();
afterAll(async () => {
  for (const socket of sockets) socket.disconnect();
  for (const server of running) await server.stop();
  rmSync(all, { recursive: true });
});

/** A folder of its own, gone after the tests. */
export const newFolder = (): string => mkdtempSync(join(all, 'office-'));

let requests = 0;
/** A request id that was never used. */
export const request = (): string => {
  requests += 1;
  return `request-${requests}`;
};

/** A server that listens, on SQLite in a folder of its own, with its clock at 2026-11-24 09:00 in Shanghai. */
export async function serve(settings: Partial<Settings> = {}) {
  const clock = fixedClock('2026-11-24T01:00:00Z');
  const folder = settings.folder ?? newFolder();
  const log: string[] = [];
  const server = await startServer({
    port: 0,
    demo: true,
    root: process.cwd(),
    logLevel: 'trace',
    logTo: { write: (line) => void log.push(line) },
    clock,
    ...settings,
    folder,
  });
  running.add(server);
  return { ...server, clock, folder, log, as: async (person: string) => client(server.address, await pick(server.address, person)) };
}

/** Signs in by picking a person, as the demo lets one; the session's cookie. */
export async function pick(address: string, person: string): Promise<string> {
  const answer = await supertest(address).post('/api/demo/session').send({ person });
  if (answer.status !== 204) throw new Error(`${person} cannot sign in: ${answer.text}`);
  return cookieIn(answer);
}

/** The cookie that an answer sets, as it is sent back. */
export const cookieIn = (answer: Response): string =>
  String((answer.headers['set-cookie'] as unknown as readonly string[] | undefined)?.[0]).split(';')[0] ?? '';

/** One person's browser, told briefly. */
export function client(address: string, cookie: string) {
  const with_ = (test: Test): Test => test.set('Cookie', cookie);
  const get = (path: string): Test => with_(supertest(address).get(path));
  const post = (path: string, body?: unknown): Test => with_(supertest(address).post(path)).send(body as object | undefined);
  const put = (path: string, body: unknown): Test => with_(supertest(address).put(path)).send(body as object);
  const todo = async (): Promise<readonly TaskCard[]> => ((await get('/api/tasks?list=todo')).body as Page<TaskCard>).rows;
  const taskOf = async (element: string, caseId?: string): Promise<TaskCard> => {
    const cards = await todo();
    const card = cards.find((one) => one.element === element && (caseId === undefined || one.case === caseId));
    if (!card) throw new Error(`no task at ${element}, but at: ${cards.map((one) => one.element).join(', ')}`);
    return card;
  };
  const upload = async (name = '来文.pdf', content: string | Buffer = '%PDF-1.7'): Promise<FileRef> =>
    well(await with_(supertest(address).post('/api/files')).attach('file', Buffer.from(content), name)).body as FileRef;
  const complete = (task: string, about: Completion = {}): Test =>
    post(`/api/tasks/${task}/complete`, {
      request: about.request ?? request(),
      values: Object.fromEntries(Object.entries(about.values ?? {}).map(([field, to]) => [field, { to }])),
      confirmed: [],
      ...(about.outcome === undefined ? {} : { outcome: about.outcome }),
    });
  return {
    cookie,
    get,
    post,
    put,
    delete: (path: string): Test => with_(supertest(address).delete(path)),
    todo,
    taskOf,
    upload,
    complete,
    does: async (element: string, about: Completion & { readonly case?: string } = {}): Promise<Done> =>
      well(await complete((await taskOf(element, about.case)).id, about)).body as Done,
    /** Starts 收文, the way the registry does. */
    receive: async (values: { readonly [field: string]: Json } = {}): Promise<Done> =>
      well(await post('/api/cases', { request: request(), flow: 'incoming-document', values: { ...(await paper(upload)), ...values } }))
        .body as Done,
    listen: (headers: { readonly [name: string]: string } = {}) => listen(address, { cookie, ...headers }),
  };
}

export type Client = ReturnType<typeof client>;

interface Completion {
  readonly request?: string;
  readonly values?: { readonly [field: string]: Json };
  readonly outcome?: string;
}

/** What a document that came in says. */
export const paper = async (upload: Client['upload']): Promise<{ readonly [field: string]: Json }> => {
  const { id, name, size, mediaType } = await upload();
  return {
    title: '关于开展第四季度税收调研的通知',
    fromUnit: '市税务局',
    sourceNo: '市税发〔2026〕88号',
    copies: 1,
    urgency: 'normal',
    receivedOn: '2026-11-24',
    files: [{ id, name, size, mediaType }],
  };
};

/** An answer that must be yes. */
export function well(answer: Response): Response {
  if (answer.status >= 300) throw new Error(`refused with ${answer.status}: ${answer.text}`);
  return answer;
}

/** A refusal: what it names, and that it says what was expected in both languages. */
export function refusal(answer: Response): Problem {
  if (!answer.headers['content-type']?.startsWith('application/problem+json'))
    throw new Error(`no refusal: ${answer.status} ${answer.text}`);
  const problem = (answer.body as { readonly code?: string }).code ? (answer.body as Problem) : (JSON.parse(answer.text) as Problem);
  for (const told of [problem.expected, ...(problem.fields ?? []).map((field) => field.expected)]) {
    if (!/\p{Script=Han}/u.test(told.zh)) throw new Error(`no Chinese in ${JSON.stringify(told)}`);
    if (!told.en || /\p{Script=Han}/u.test(told.en.replaceAll(/“[^”]*”|[〔〕\d号收]/g, '')))
      throw new Error(`no English in ${JSON.stringify(told)}`);
  }
  if (problem.status !== answer.status) throw new Error(`told ${problem.status}, answered ${answer.status}`);
  return problem;
}

/** A socket of somebody's browser, and all it has heard; `refused` where it is not let in. */
export async function listen(address: string, headers: { readonly [name: string]: string }) {
  const socket = io(address, { transports: ['websocket'], reconnection: false, forceNew: true, extraHeaders: headers });
  sockets.add(socket);
  const heard: Changes[] = [];
  const waiting: ((changes: Changes) => void)[] = [];
  socket.on('changes', (changes: Changes) => {
    heard.push(changes);
    waiting.shift()?.(changes);
  });
  const gone = new Promise<string>((done) => {
    socket.once('disconnect', done);
  });
  const refused = await new Promise<string | undefined>((done) => {
    socket.once('connect', () => done(undefined));
    socket.once('connect_error', (error) => done(error.message));
  });
  const all = (changes: readonly Changes[]) => changes.flatMap((one) => one.cases);
  return {
    socket,
    heard,
    refused,
    gone,
    /** Resolves once it has heard of this case at this revision or a later one. */
    async hears(changed: { readonly case: string; readonly revision: number }): Promise<void> {
      while (!all(heard).some((one) => one.case === changed.case && one.revision >= changed.revision))
        await new Promise<Changes>((done) => {
          waiting.push(done);
        });
    },
    /** Waits until it has heard of drawings so often. */
    async hearsOfDrawings(times: number): Promise<void> {
      while (heard.filter((one) => one.drawings).length < times)
        await new Promise<Changes>((done) => {
          waiting.push(done);
        });
    },
  };
}

/** Sends these bytes as they are and gives back all that is answered, without the date. */
export function raw(port: number, text: string): Promise<string> {
  return new Promise((done, failed) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', failed);
    socket.on('close', () =>
      done(
        Buffer.concat(chunks)
          .toString('latin1')
          .replace(/\r\nDate: [^\r]+/, ''),
      ),
    );
  });
}
