import { Worker } from 'node:worker_threads';
import { StoreUnavailable } from '../../ports/store.ts';
import { asError } from './failure.ts';
import type { Answer } from './group.ts';
import { openDesk, type LineTo } from './desk.ts';

/** Something with functions that are called from afar. */
type Service = { readonly [name: string]: (...args: never[]) => unknown };

/** A line to the writer or the reader. */
export interface Line<Calls extends { readonly [name in keyof Calls]: (...args: never[]) => unknown }> {
  call<Name extends keyof Calls & string>(name: Name, ...args: Parameters<Calls[Name]>): Promise<ReturnType<Calls[Name]>>;
  close(): Promise<void>;
}

/**
 * Opens a line to a worker thread of its own. Run from sources (under a test runner, which compiles in memory) there is no file that a
 * worker could start from, so the same desk works in this thread.
 */
export function openLine<Calls extends Service>(to: LineTo): Line<Calls> {
  return import.meta.url.endsWith('.js') && !to.probe ? workerLine(to) : ownLine(to);
}

function ownLine<Calls extends Service>(to: LineTo): Line<Calls> {
  const desk = openDesk(to);
  return {
    call: (name, ...args) =>
      new Promise((done, failed) => {
        // As from afar: never before the event loop turns, so that whoever reads in a loop does not keep others from writing.
        setImmediate(() => desk.take({ name, args, answer: (answer) => settle(answer, { done, failed }) }));
      }),
    close: () =>
      new Promise((done) => {
        setImmediate(() => {
          desk.close();
          done();
        });
      }),
  };
}

/** A call as it crosses to the worker. */
export interface Call {
  readonly id: number;
  readonly name: string;
  readonly args: readonly unknown[];
}

interface Caller {
  readonly done: (value: never) => void;
  readonly failed: (error: Error) => void;
}

function settle(answer: Answer, caller: Caller): void {
  if ('failure' in answer) caller.failed(asError(answer.failure));
  else caller.done(answer.value as never);
}

/** A worker that dies is started anew by the next call; whoever waited for it hears that the outcome is not known. */
function workerLine<Calls extends Service>(to: LineTo): Line<Calls> {
  const callers = new Map<number, Caller>();
  let last = 0;
  let worker: Worker | undefined;
  let calls: Call[] = [];

  // The calls of one moment cross together: crossing costs more than most of them, and what arrives together is written together.
  function cross(): void {
    const now = calls;
    calls = [];
    if (now.length === 0) return;
    worker ??= start();
    worker.postMessage(now);
  }

  function start(): Worker {
    const started = new Worker(new URL('worker.js', import.meta.url), { workerData: { role: to.role, path: to.path } });
    const end = (why: string): void => {
      if (worker === started) worker = undefined;
      for (const caller of callers.values()) caller.failed(new StoreUnavailable(`the ${to.role} of the store ended: ${why}`));
      callers.clear();
    };
    started.on('message', (answers: readonly (Answer & { readonly id: number })[]) => {
      for (const answer of answers) {
        const caller = callers.get(answer.id);
        callers.delete(answer.id);
        if (caller) settle(answer, caller);
      }
    });
    started.on('error', (error: Error) => end(error.message));
    started.on('exit', (code) => end(`exit ${code}`));
    return started;
  }

  return {
    call: (name, ...args) =>
      new Promise((done, failed) => {
        last += 1;
        callers.set(last, { done, failed });
        if (calls.length === 0) setImmediate(cross);
        calls.push({ id: last, name, args });
      }),
    async close() {
      cross();
      const ending = worker;
      if (!ending) return;
      const ended = new Promise((done) => {
        ending.once('exit', done);
      });
      ending.postMessage('close');
      await ended;
    },
  };
}
