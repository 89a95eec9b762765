import { spawn, spawnSync, type ChildProcess } from 'node:child_process';

/** Builds what is stale of the packages, so that a process of its own runs what the sources say. */
export function build(): void {
  const built = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-b', 'packages/runtime', 'packages/server'], {
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(`the packages cannot be built:\n${built.stdout}${built.stderr}`);
}

/** A server in a process of its own. */
export interface Child {
  readonly address: string;
  /** Ends it as a power cut would, and waits until it is gone. */
  kill(): Promise<void>;
  /** Tells it to stop and waits; its exit code. */
  stop(): Promise<number | null>;
}

const children = new Set<ChildProcess>();
/** Ends what a story that broke off left running. */
export function endChildren(): void {
  for (const child of children) child.kill('SIGKILL');
}

/** Starts the built server on a folder; resolves when it listens. */
export async function startChild(folder: string): Promise<Child> {
  const child = spawn(process.execPath, ['test/server/child.js', folder], { stdio: ['ignore', 'pipe', 'pipe'] });
  children.add(child);
  let complaint = '';
  child.stderr.on('data', (text: Buffer) => {
    complaint += text.toString();
  });
  const gone = new Promise<number | null>((done) => {
    child.once('close', (code) => {
      children.delete(child);
      done(code);
    });
  });
  const address = await new Promise<string>((done, failed) => {
    child.stdout.once('data', (text: Buffer) => done(text.toString().trim()));
    void gone.then((code) => failed(new Error(`the server ended with ${code} before it listened: ${complaint}`)));
  });
  return {
    address,
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
    async stop() {
      child.kill('SIGTERM');
      return gone;
    },
  };
}
