import { InvalidArgumentError, type Command } from 'commander';
import { CannotStart, startServer } from '../main.ts';

const portOf = (text: string): number => {
  const port = Number(text);
  if (text.trim() === '' || !Number.isInteger(port) || port < 0 || port > 65535)
    throw new InvalidArgumentError('a port is a whole number from 0 to 65535');
  return port;
};

interface Options {
  readonly demo: boolean;
  readonly invite?: string;
  readonly port?: number;
}

/** `guicheng start`: runs until it is told to end, then lets open requests finish. Ends with 2 where it cannot start, and says why. */
export function addStart(command: Command, root: string): void {
  command
    .command('start')
    .description('start the server; reads PORT, DATA_DIR, MONGODB_URI, EXECUTOR, LOG_LEVEL and TRUST_PROXY')
    .option('--demo', 'the demo office, on this machine only, in DATA_DIR/demo', false)
    .option('--invite <person>', 'print an address where this person chooses a new password: for who can no longer sign in')
    .option('--port <port>', 'the port to listen on', portOf)
    .action(async ({ demo, invite, port }: Options) => {
      const { PORT, DATA_DIR, MONGODB_URI, EXECUTOR, LOG_LEVEL, TRUST_PROXY } = process.env;
      try {
        const running = await startServer({
          port: port ?? portFrom(PORT),
          folder: DATA_DIR ?? 'data',
          demo,
          ...(invite === undefined ? {} : { invite }),
          root,
          logLevel: LOG_LEVEL ?? 'warn',
          ...(MONGODB_URI ? { mongodb: MONGODB_URI } : {}),
          ...(EXECUTOR ? { executor: EXECUTOR } : {}),
          ...(TRUST_PROXY === undefined ? {} : { trustProxy: TRUST_PROXY }),
        });
        console.log(`规程 Guicheng: ${running.address}${demo ? '  (demo)' : ''}`);
        if (running.setUpToken) console.log(`first start, set-up token: ${running.setUpToken}`);
        if (running.invitation) console.log(`a new password for ${invite}: ${running.address}/invitation#${running.invitation}`);
        const end = (): void => void running.stop().then(() => process.exit(0));
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
      } catch (error) {
        if (!(error instanceof CannotStart)) throw error;
        console.error(`guicheng: ${error.message}`);
        process.exitCode = 2;
      }
    });
}

function portFrom(said: string | undefined): number {
  try {
    return portOf(said ?? '3000');
  } catch {
    throw new CannotStart(`PORT is ${said}; a port is a whole number from 0 to 65535`);
  }
}
