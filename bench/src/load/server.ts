import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** A server that was started for a figure, in a process of its own. */
export interface Served {
  readonly address: string;
  readonly pid: number;
  /** Processor time that it has used since its start, in milliseconds; undefined where the system does not tell. */
  cpu(): number | undefined;
  stop(): Promise<void>;
}

/** Whether server and load can have a core each: Linux with `taskset`, and at least two cores. */
export const canPin = (): boolean =>
  process.platform === 'linux' && availableParallelism() >= 2 && spawnSync('taskset', ['--version']).status === 0;

/** Starts a node script that prints its address, on core 0 where that can be had. It is given a minute, a build included. */
export function serve(about: {
  readonly script: readonly string[];
  readonly environment: { readonly [name: string]: string };
  readonly pinned: boolean;
}): Promise<Served> {
  const command = [...(about.pinned ? ['taskset', '-c', '0'] : []), process.execPath, ...about.script];
  const child = spawn(command[0] ?? '', command.slice(1), {
    env: { ...process.env, ...about.environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((done, failed) => {
    let printed = '';
    const late = setTimeout(() => {
      child.kill();
      failed(new Error(`no address was printed within two minutes by: ${command.join(' ')}`));
    }, 120_000);
    child.once('exit', (code) => {
      clearTimeout(late);
      failed(new Error(`ended with ${code} before it printed an address: ${command.join(' ')}`));
    });
    child.stdout.on('data', (text: Buffer) => {
      printed += text.toString();
      const address = /http:\/\/[\d.]+:\d+/.exec(printed)?.[0];
      if (!address) return;
      clearTimeout(late);
      child.removeAllListeners('exit');
      done({ address, pid: child.pid ?? 0, cpu: () => cpuOf(child.pid ?? 0), stop: () => stop(child) });
    });
  });
}

/** Keeps this process, which makes the load, off the server's core while `run` lasts. */
export async function onOtherCores<Value>(pinned: boolean, run: () => Promise<Value>): Promise<Value> {
  const cores = availableParallelism();
  const move = (to: string): void => void (pinned && spawnSync('taskset', ['-acp', to, String(process.pid)]));
  move(cores === 2 ? '1' : `1-${cores - 1}`);
  try {
    return await run();
  } finally {
    move(`0-${cores - 1}`);
  }
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (child.exitCode !== null) return done();
    const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
    child.once('exit', () => {
      clearTimeout(late);
      done();
    });
    child.kill('SIGTERM');
  });
}

/** From /proc: user and system time of the whole process, in hundredths of a second. */
function cpuOf(pid: number): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ');
    return fields ? (Number(fields[11]) + Number(fields[12])) * 10 : undefined;
  } catch {
    return undefined;
  }
}
