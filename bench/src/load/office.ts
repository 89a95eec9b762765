import { openWire, type Reply } from './wire.ts';

/** The answer to a command, as far as a client of the bench reads it. */
export interface Done {
  readonly case: string;
  readonly now: readonly { readonly task: string; readonly seats: readonly { readonly people: readonly { readonly id: string }[] }[] }[];
}

/** One connection, for any of these people. */
export interface Client {
  /** As this person; throws where the server refuses. */
  ask(who: string, request: { readonly method: string; readonly path: string; readonly body?: unknown }): Promise<Reply>;
  close(): void;
}

/** Connects; `cookies` are those of the people who will ask. */
export async function openClient(address: string, cookies: ReadonlyMap<string, string>): Promise<Client> {
  const wire = await openWire(address);
  return {
    async ask(who, request) {
      const reply = await wire.send({ ...request, cookie: cookies.get(who) ?? '' });
      if (reply.status >= 300) throw new Error(`${who} ${request.method} ${request.path}: ${reply.status} ${reply.body}`);
      return reply;
    },
    close: wire.close,
  };
}

/** Signs these people of the demo in; their cookies. */
export async function signIn(address: string, people: readonly string[]): Promise<Map<string, string>> {
  const wire = await openWire(address);
  const cookies = new Map<string, string>();
  for (const person of people) {
    const { status, cookie, body } = await wire.send({ method: 'POST', path: '/api/demo/session', body: { person } });
    if (status >= 300) throw new Error(`${person} cannot sign in: ${status} ${body}`);
    cookies.set(person, cookie);
  }
  wire.close();
  return cookies;
}

let requests = 0;

/** A request id of its own for each intention. */
export function newRequest(): string {
  requests += 1;
  return `bench-${process.pid}-${requests}`;
}

/** Uploads a small PDF as this person; the value of a field of files. */
export async function upload(address: string, cookie: string): Promise<unknown> {
  const form = new FormData();
  form.append('file', new Blob(['%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'], { type: 'application/pdf' }), '来文.pdf');
  const reply = await fetch(`${address}/api/files`, { method: 'POST', body: form, headers: { cookie } });
  if (!reply.ok) throw new Error(`upload: ${reply.status} ${await reply.text()}`);
  const { id, name, size, mediaType } = (await reply.json()) as {
    readonly id: string;
    readonly name: string;
    readonly size: number;
    readonly mediaType: string;
  };
  return [{ id, name, size, mediaType }];
}

/** Begins a case of 收文 as its registry does; the task that waits then. */
export async function receive(client: Client, files: unknown, title = '关于开展第四季度税收调研的通知'): Promise<string> {
  const values = {
    title,
    fromUnit: '市税务局',
    sourceNo: '市税发〔2026〕88号',
    copies: 1,
    urgency: 'normal',
    receivedOn: '2026-11-24',
    files,
  };
  const body = { request: newRequest(), flow: 'incoming-document', values };
  const reply = await client.ask('wu-fang', { method: 'POST', path: '/api/cases', body });
  return taskIn(reply);
}

/** What somebody does with a task. */
export interface Step {
  readonly who: string;
  readonly outcome?: string;
  readonly values: { readonly [field: string]: unknown };
}

/** The first steps of 收文. */
export const STEPS: readonly Step[] = [
  { who: 'wu-fang', outcome: 'none', values: {} },
  { who: 'li-min', values: { proposal: '请税政科阅办，征管科配合，十二月四日前报结果。', handlingDepts: ['tax-policy'] } },
  { who: 'chen-zhiqiang', outcome: 'handle', values: { instruction: '同意，抓紧办理。' } },
  { who: 'wu-fang', values: { handlingDepts: ['tax-policy'], dueDate: '2026-12-04' } },
];

/** Completes one task; the next one of the case. */
export async function complete(client: Client, task: string, step: Step): Promise<string> {
  return taskIn(await completed(client, task, step));
}

/** Completes one task; the answer as it came. */
export function completed(client: Client, task: string, step: Step): Promise<Reply> {
  const values = Object.fromEntries(Object.entries(step.values).map(([field, to]) => [field, { to }]));
  const body = { request: newRequest(), values, confirmed: [], ...(step.outcome ? { outcome: step.outcome } : {}) };
  return client.ask(step.who, { method: 'POST', path: `/api/tasks/${task}/complete`, body });
}

/** The first task that is open after this answer. */
function taskIn({ body }: Reply): string {
  const [next] = (JSON.parse(body) as Done).now;
  if (!next) throw new Error(`no task is open after: ${body}`);
  return next.task;
}
