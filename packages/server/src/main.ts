import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import {
  bpmnEngineExecutor,
  createOffice,
  executorsTogether,
  kernelExecutor,
  openStore,
  seedOffice,
  StoreUnavailable,
  systemClock,
  type Clock,
  type Executor,
  type Office,
  type Store,
} from '@guicheng/runtime';
import type { DestinationStream } from 'pino';
import { databaseApart, folderApart } from './apart.ts';
import { openExaminer } from './examining/openExaminer.ts';
import { createApp } from './http/app.ts';
import { closing } from './http/closing.ts';
import { openLog } from './http/log.ts';
import { startLive, type Live } from './live/live.ts';
import { openAccounts, type Accounts } from './session/accounts.ts';
import type { Trusts } from './session/host.ts';
import { openSessions } from './session/sessions.ts';
import { personNamed } from './session/signIn.ts';
import { trustProxy } from './session/trustProxy.ts';
import { startSweeper } from './sweeper.ts';

/** How the server is to run. */
export interface Settings {
  readonly port: number;
  readonly folder: string;
  /** A MongoDB server, as MONGODB_URI says it; SQLite in the folder where nothing is said. */
  readonly mongodb?: string;
  readonly demo: boolean;
  /** Whom to invite to choose a new password: for an administrator who can no longer sign in. Id or Chinese name. */
  readonly invite?: string;
  /** The repository's root: where processes/ and the built page are. */
  readonly root: string;
  readonly logLevel: string;
  /** Where the log goes; stdout where nothing is said. */
  readonly logTo?: DestinationStream;
  /** What new cases begin on, `kernel` or `bpmn-engine`; the kernel where nothing is said. A case goes on where it began. */
  readonly executor?: string;
  /** Which proxies are believed, as TRUST_PROXY says it; nobody where nothing is said. */
  readonly trustProxy?: string;
  /** The machine's where nothing is said. */
  readonly clock?: Clock;
}

/** A server that runs. */
export interface Running {
  readonly address: string;
  readonly port: number;
  /** What a first start prints, so that somebody can sign in; null otherwise. */
  readonly setUpToken: string | null;
  /** The token for whom the settings invite; null where they invite nobody. */
  readonly invitation: string | null;
  stop(): Promise<void>;
}

/** Why a server cannot start, in words for whoever started it. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

/** How long open requests may take to finish when the server stops, in milliseconds. */
const LAST_ORDERS = 10_000;

/** Picks the parts and starts them. Throws `CannotStart` with a sentence that says what to do. */
export async function startServer(settings: Settings): Promise<Running> {
  const clock = settings.clock ?? systemClock;
  const proxies = trustProxy(settings.trustProxy);
  if (proxies === undefined)
    throw new CannotStart(`TRUST_PROXY is ${settings.trustProxy}; it should be a number of proxies, or their addresses, such as loopback`);
  const executor = executorFor(settings.executor);
  const store = await storeOf(settings, clock).catch((error: unknown) => {
    throw error instanceof CannotStart ? error : new CannotStart(error instanceof Error ? error.message : String(error));
  });
  const examiner = openExaminer();
  const office = createOffice({ store, executor, examiner, clock });
  let live: Live | undefined;
  try {
    const seeded = await seedOffice(office, shipped(settings.root));
    if (!seeded.ok) throw new CannotStart(`the shipped flows do not fit: ${seeded.culprit}: ${seeded.expected.en ?? seeded.expected.zh}`);
    const sessions = openSessions(store.notes, clock);
    const accounts = openAccounts(store.notes, clock);
    const setUpToken = settings.demo || (await accounts.any()) ? null : randomBytes(12).toString('hex');
    const invitation = settings.invite === undefined ? null : await inviteFrom(settings.invite, { office, accounts });
    const log = openLog(settings.logLevel, settings.logTo);
    for (const { file, why } of seeded.value.leftOut) log.warn({ file, why }, 'a shipped flow does not fit beside the office’s own');
    for (const one of await office.unread()) log.error(one, 'a published flow cannot be read any more');
    const app = createApp({
      office,
      notes: store.notes,
      clock,
      sessions,
      accounts,
      log,
      demo: settings.demo,
      setUpToken,
      store: store.kind,
      trustProxy: proxies,
      sockets: () => live?.count() ?? 0,
      page: join(settings.root, 'packages/modeler/dist/app'),
    });
    const http = createServer(app);
    const close = closing(http);
    live = await startLive({ http, office, sessions, trusts: app.get('trust proxy fn') as Trusts });
    const { port, address } = await listen(http, settings);
    const stopSweeping = startSweeper({ office, store, clock, log });
    let stopped: Promise<void> | undefined;
    const stop = async (): Promise<void> => {
      await stopSweeping();
      await live?.stop();
      await close(LAST_ORDERS);
      await examiner.close();
      await office.close();
    };
    return { address, port, setUpToken, invitation, stop: () => (stopped ??= stop()) };
  } catch (error) {
    await live?.stop();
    await examiner.close();
    await office.close();
    throw error instanceof StoreUnavailable ? new CannotStart(error.message) : error;
  }
}

/** Both are always there: a case keeps the executor that it began with. */
function executorFor(name = 'kernel'): Executor {
  const engine = bpmnEngineExecutor();
  if (name === 'kernel') return executorsTogether(kernelExecutor, [engine]);
  if (name === 'bpmn-engine') return executorsTogether(engine, [kernelExecutor]);
  throw new CannotStart(`EXECUTOR is ${name}; it should be kernel or bpmn-engine`);
}

/** Whoever can start the server may let somebody in: it is their machine. */
async function inviteFrom(name: string, { office, accounts }: { readonly office: Office; readonly accounts: Accounts }): Promise<string> {
  const person = await personNamed(office, name);
  if (!person) throw new CannotStart(`there is no active person ${name} to invite; it should be an id or a full Chinese name`);
  return (await accounts.invite(person, 'console')).token;
}

function listen(http: Server, settings: Settings): Promise<{ readonly port: number; readonly address: string }> {
  return new Promise((done, failed) => {
    http.once('error', (error) =>
      failed(new CannotStart(`port ${settings.port} cannot be used (${error.message}); set PORT to another one`)),
    );
    // A demo lets anybody be anybody: it is never offered beyond this machine.
    http.listen(settings.port, settings.demo ? '127.0.0.1' : undefined, () => {
      const { port } = http.address() as AddressInfo;
      done({ port, address: `http://127.0.0.1:${port}` });
    });
  });
}

/** The store that the settings name, once it is sure that it is none of the other kind of office. */
async function storeOf(settings: Settings, clock: Clock): Promise<Store> {
  const { demo, mongodb } = settings;
  if (mongodb === undefined) {
    const folder = demo ? join(settings.folder, 'demo') : settings.folder;
    mkdirSync(folder, { recursive: true });
    const wrong = folderApart(folder, demo);
    if (wrong !== undefined) throw new CannotStart(wrong);
    return openStore({ kind: 'sqlite', folder }, clock);
  }
  const store = await openStore({ kind: 'mongodb', uri: mongodb, database: demo ? 'guicheng_demo' : 'guicheng' }, clock);
  try {
    const wrong = await databaseApart(store.notes, clock, demo);
    if (wrong === undefined) return store;
    throw new CannotStart(wrong);
  } catch (error) {
    await store.close();
    throw error;
  }
}

function shipped(root: string) {
  const folder = join(root, 'processes');
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.bpmn'))
    .sort();
  return {
    organization: JSON.parse(readFileSync(join(folder, 'organization.json'), 'utf8')) as unknown,
    diagrams: files.map((file) => ({ file: file.replace(/\.bpmn$/, ''), xml: readFileSync(join(folder, file), 'utf8') })),
  };
}
