import type { FileRef } from '../../packages/server/src/contract.ts';
import { startChild, type Child } from './built.ts';

/** One thing that somebody asks for, with a request id of its own, and what was answered. */
export interface Operation {
  readonly id: string;
  readonly who: string;
  readonly path: string;
  readonly body: string;
  answer?: string;
}

interface Answered {
  readonly now: readonly { readonly task: string }[];
}

const PAPER = { fromUnit: '市税务局', copies: 1, urgency: 'normal', receivedOn: '2026-11-24' };
const UNITS = ['tax-policy', 'collection'];

/** People who work without pause at a server that is killed under them: what was not acknowledged is asked for again, in the very same words. */
export function load(folder: string) {
  const operations: Operation[] = [];
  const cookies = new Map<string, string>();
  let server: Child | undefined;
  let acknowledged = 0;
  let awaited = { count: Number.POSITIVE_INFINITY, done: (): void => undefined, failed: (error: unknown): void => void error };
  let file: Omit<FileRef, 'sha256'> | undefined;
  let came: Promise<void> = Promise.resolve();
  const shift = { over: false };

  async function send(operation: Operation): Promise<string> {
    for (;;) {
      await came;
      const answer = await ask(operation).catch(() => undefined);
      if (answer === undefined && shift.over) throw new Error('the server is gone');
      if (answer === undefined) continue;
      if (answer.status >= 300) throw new Error(`${operation.path} was refused with ${answer.status}: ${answer.text}`);
      return answer.text;
    }
  }

  async function ask({ who, path, body }: Operation): Promise<{ readonly status: number; readonly text: string }> {
    const answer = await fetch(`${server?.address}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', cookie: cookies.get(who) ?? '' },
      body,
    });
    return { status: answer.status, text: await answer.text() };
  }

  async function work(who: string, path: string, about: object): Promise<Answered> {
    const id = `load-${operations.length}`;
    const operation: Operation = { id, who, path, body: JSON.stringify({ request: id, ...about }) };
    operations.push(operation);
    operation.answer = await send(operation);
    acknowledged += 1;
    if (acknowledged >= awaited.count) awaited.done();
    return JSON.parse(operation.answer) as Answered;
  }

  const next = (answered: Answered): string => answered.now[0]?.task ?? 'none';

  /** 收文 from its start to the leader's desk, again and again. */
  async function clerk(): Promise<void> {
    while (!shift.over) {
      const values = { ...PAPER, title: `来文 ${operations.length}`, files: [file] };
      const begun = await work('wu-fang', '/api/cases', { flow: 'incoming-document', values });
      const plain = { values: {}, confirmed: [] };
      const registered = await work('wu-fang', `/api/tasks/${next(begun)}/complete`, { ...plain, outcome: 'none' });
      const proposal = { proposal: { to: '请阅办。' }, handlingDepts: { to: UNITS } };
      await work('li-min', `/api/tasks/${next(registered)}/complete`, { ...plain, values: proposal });
    }
  }

  async function signIn(who: string): Promise<void> {
    const answer = await fetch(`${server?.address}/api/demo/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ person: who }),
    });
    cookies.set(who, answer.headers.get('set-cookie')?.split(';')[0] ?? '');
  }

  return {
    operations,
    acknowledged: () => acknowledged,
    /** Starts the server; whoever waits goes on. */
    async start(): Promise<void> {
      const starting = startChild(folder);
      came = starting.then(() => undefined);
      server = await starting;
    },
    /** Signs two people in, uploads their paper, and sets so many clerks to work. Ends when they have finished what they were at. */
    async begin(clerks: number): Promise<{ end(): Promise<void> }> {
      for (const who of ['wu-fang', 'li-min']) await signIn(who);
      const form = new FormData();
      form.append('file', new Blob(['%PDF-1.7']), '来文.pdf');
      const headers = { cookie: cookies.get('wu-fang') ?? '' };
      const uploaded = await fetch(`${server?.address}/api/files`, { method: 'POST', headers, body: form });
      const { id, name, size, mediaType } = (await uploaded.json()) as FileRef;
      file = { id, name, size, mediaType };
      const all = Promise.all(Array.from({ length: clerks }, clerk));
      all.catch((error: unknown) => awaited.failed(error));
      return {
        async end() {
          shift.over = true;
          await all;
        },
      };
    },
    /** Resolves at the very moment of so many more acknowledgements; rejects where a clerk was refused. */
    more(count: number): Promise<void> {
      return new Promise((done, failed) => {
        awaited = { count: acknowledged + count, done, failed };
      });
    },
    /** Kills the server; from now on everybody waits for the next. */
    async kill(): Promise<void> {
      let start: () => void = () => undefined;
      came = new Promise((done) => {
        start = done;
      });
      await server?.kill();
      const starting = this.start();
      void starting.then(start);
      await starting;
    },
    /** Asks once more for what was acknowledged; the answers must be the same. */
    again: (operation: Operation): Promise<string> => send(operation),
    stop: async (): Promise<number | null | undefined> => server?.stop(),
  };
}
