import { mkdirSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { createOffice, kernelExecutor, openStore, seedOffice, systemClock } from '@guicheng/runtime';
import { pino } from 'pino';
import { createApp } from './http/app.ts';
import { startLive } from './live/live.ts';
import { openSessions } from './session/sessions.ts';
import { newSetUpToken } from './session/signIn.ts';

/** How the server is to run. */
export interface Settings {
  readonly port: number;
  readonly folder: string;
  readonly demo: boolean;
  /** The repository's root: where processes/ and the built page are. */
  readonly root: string;
  readonly logLevel: string;
}

/** A server that runs. */
export interface Running {
  readonly address: string;
  /** What a first start prints, so that somebody can sign in; null otherwise. */
  readonly setUpToken: string | null;
  stop(): Promise<void>;
}

/** Why a server cannot start, in words for whoever started it. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

/** Picks the parts and starts them. Throws `CannotStart` with a sentence that says what to do. */
export async function startServer(settings: Settings): Promise<Running> {
  const folder = settings.demo ? join(settings.folder, 'demo') : settings.folder;
  mkdirSync(folder, { recursive: true });
  keepApart(folder, settings.demo);
  const store = await openStore({ kind: 'sqlite', folder }, systemClock).catch((error: unknown) => {
    throw new CannotStart(error instanceof Error ? error.message : String(error));
  });
  const office = createOffice({ store, executor: kernelExecutor });
  const seeded = await seedOffice(office, shipped(settings.root));
  if (!seeded.ok) throw new CannotStart(`the shipped flows do not fit: ${seeded.culprit}: ${seeded.expected.en ?? seeded.expected.zh}`);
  const sessions = openSessions(store.notes, systemClock);
  const setUpToken = settings.demo ? null : await newSetUpToken(sessions);
  const log = pino({ level: settings.logLevel });
  const app = createApp({
    office,
    notes: store.notes,
    clock: systemClock,
    sessions,
    log,
    demo: settings.demo,
    setUpToken,
    store: store.kind,
    page: join(settings.root, 'packages/modeler/dist/app'),
  });
  const http = createServer(app);
  const stopLive = startLive(http, office, sessions);
  const sweeper = setInterval(
    () => void office.sweep(`server-${process.pid}`).catch((error: unknown) => log.error({ error }, 'the sweep failed')),
    1000,
  );
  sweeper.unref();
  const port = await listen(http, settings).catch(async (error: unknown) => {
    clearInterval(sweeper);
    await stopLive();
    await office.close();
    throw new CannotStart(
      `port ${settings.port} cannot be used (${error instanceof Error ? error.message : String(error)}); set PORT to another one`,
    );
  });
  return {
    address: `http://127.0.0.1:${port}`,
    setUpToken,
    async stop() {
      clearInterval(sweeper);
      await stopLive();
      await new Promise<void>((closed) => {
        http.close(() => closed());
        http.closeIdleConnections();
      });
      await office.close();
    },
  };
}

function listen(http: ReturnType<typeof createServer>, settings: Settings): Promise<number> {
  return new Promise((done, failed) => {
    http.once('error', failed);
    // A demo lets anybody be anybody: it is never offered beyond this machine.
    http.listen(settings.port, settings.demo ? '127.0.0.1' : undefined, () => {
      const address = http.address();
      done(address !== null && typeof address === 'object' ? address.port : settings.port);
    });
  });
}

/** A folder is a demo's or a real office's, never both. */
function keepApart(folder: string, demo: boolean): void {
  const mark = join(folder, 'kind.json');
  const kind = existsSync(mark) ? (JSON.parse(readFileSync(mark, 'utf8')) as { readonly demo: boolean }) : undefined;
  if (kind && kind.demo !== demo) {
    throw new CannotStart(
      demo
        ? `${folder} holds a real office; a demo must not touch it: set DATA_DIR to another folder`
        : `${folder} holds a demo; a real office needs a folder of its own: set DATA_DIR to another one`,
    );
  }
  if (!kind) writeFileSync(mark, JSON.stringify({ demo }));
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
