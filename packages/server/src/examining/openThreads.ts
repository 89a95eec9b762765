import { Worker } from 'node:worker_threads';

/** How many threads, how long one question may take in milliseconds, and how much memory a thread may use, in MB. */
export interface Bounds {
  readonly threads: number;
  readonly longest: number;
  readonly memory: number;
}

/** Threads that answer questions. */
export interface Threads<Question, Reply> {
  /** Answered, or `gaveUp` where the thread took too long, died or ran out of memory. */
  ask(asker: string, question: Question): Promise<Reply>;
  close(): Promise<void>;
}

/**
 * Threads that answer questions, started when they are first needed and replaced when they are given up. Of one asker one question is
 * looked at after the other, so that whoever asks much waits for themselves, and others for them no longer than for one question.
 */
export function openThreads<Question, Reply>(worker: URL, bounds: Bounds, gaveUp: Reply): Threads<Question, Reply> {
  const idle: Thread<Question, Reply>[] = Array.from({ length: bounds.threads }, () => openThread(worker, bounds, gaveUp));
  const all = [...idle];
  const waiting: ((thread: Thread<Question, Reply>) => void)[] = [];
  const before = new Map<string, Promise<unknown>>();

  async function answered(question: Question): Promise<Reply> {
    const thread = idle.pop() ?? (await new Promise<Thread<Question, Reply>>((take) => waiting.push(take)));
    try {
      return await thread.ask(question);
    } finally {
      const next = waiting.shift();
      if (next) next(thread);
      else idle.push(thread);
    }
  }

  return {
    ask(asker, question) {
      const mine = (before.get(asker) ?? Promise.resolve()).then(() => answered(question));
      before.set(asker, mine);
      void mine.finally(() => before.get(asker) === mine && before.delete(asker));
      return mine;
    },
    close: async () => void (await Promise.all(all.map((thread) => thread.close()))),
  };
}

interface Thread<Question, Reply> {
  ask(question: Question): Promise<Reply>;
  close(): Promise<void>;
}

/** A thread that is asked one question at a time; one that dies or takes too long is replaced by the next question. */
function openThread<Question, Reply>(worker: URL, { longest, memory }: Bounds, gaveUp: Reply): Thread<Question, Reply> {
  let thread: Worker | undefined;
  let closed = false;
  let settle: (reply: Reply) => void = () => undefined;

  function start(): Worker {
    // It takes over none of the flags that the server was started with.
    const started = new Worker(worker, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: memory } });
    // It keeps no process from ending.
    started.unref();
    started.on('message', (reply: Reply) => {
      // What a thread says that was given up already answers nothing.
      if (thread === started) settle(reply);
    });
    started.on('error', () => giveUp(started));
    started.on('exit', () => giveUp(started));
    return started;
  }

  function giveUp(given: Worker): void {
    if (thread !== given) return;
    thread = undefined;
    settle(gaveUp);
    void given.terminate();
  }

  return {
    async ask(question) {
      if (closed) return gaveUp;
      const asked = (thread ??= start());
      const enough = setTimeout(() => giveUp(asked), longest);
      const reply = await new Promise<Reply>((done) => {
        settle = done;
        asked.postMessage(question);
      });
      clearTimeout(enough);
      return reply;
    },
    async close() {
      closed = true;
      await thread?.terminate();
    },
  };
}
