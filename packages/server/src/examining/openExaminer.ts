import { Worker } from 'node:worker_threads';
import { examineHere, refuse, type Examiner, type Refused } from '@guicheng/runtime';
import type { Question } from './worker.ts';

/** How long one diagram may take, in milliseconds; whoever drew something that takes longer hears so, and the next is read. */
const LONGEST = 30_000;

const TOO_LONG = refuse('unavailable', 'xml', {
  zh: '流程图没能在 30 秒内检查完，请稍后再试；若仍如此，请简化流程图',
  en: 'The diagram could not be checked within 30 seconds; try again later, or make it simpler if that goes on',
});

/** An examiner with threads of its own, started when they are first needed; `close` ends them. */
export interface OpenExaminer extends Examiner {
  close(): Promise<void>;
}

/**
 * Examines beside the event loop: looks in one thread, checks, which take far longer, in another. Run from sources (under a test runner,
 * which compiles in memory) there is no file that a thread could start from, so it is examined here.
 */
export function openExaminer(longest = LONGEST): OpenExaminer {
  if (!import.meta.url.endsWith('.js')) return { ...examineHere, close: async () => undefined };
  const looks = openThread<Awaited<ReturnType<Examiner['look']>>>(longest);
  const checks = openThread<Awaited<ReturnType<Examiner['check']>>>(longest);
  return {
    look: (xml) => looks.ask({ ask: 'look', xml }),
    check: (xml, known) => checks.ask({ ask: 'check', xml, known }),
    async close() {
      await Promise.all([looks.close(), checks.close()]);
    },
  };
}

/** A thread that answers one question after the other; one that dies or takes too long is replaced by the next question. */
function openThread<Reply>(longest: number) {
  let thread: Worker | undefined;
  let before: Promise<unknown> = Promise.resolve();
  let settle: (reply: Reply | Refused) => void = () => undefined;

  function start(): Worker {
    const started = new Worker(new URL('worker.js', import.meta.url), { execArgv: [] });
    // It keeps no process from ending, and takes over none of the flags that the server was started with.
    started.unref();
    started.on('message', (reply: Reply | Refused) => {
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
    settle(TOO_LONG);
    void given.terminate();
  }

  async function answerTo(question: Question): Promise<Reply | Refused> {
    const asked = (thread ??= start());
    const enough = setTimeout(() => giveUp(asked), longest);
    const reply = await new Promise<Reply | Refused>((done) => {
      settle = done;
      asked.postMessage(question);
    });
    clearTimeout(enough);
    return reply;
  }

  return {
    ask(question: Question): Promise<Reply | Refused> {
      const mine = before.then(() => answerTo(question));
      before = mine;
      return mine;
    },
    async close(): Promise<void> {
      await thread?.terminate();
    },
  };
}
