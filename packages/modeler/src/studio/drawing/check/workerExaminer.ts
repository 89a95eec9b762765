import type { Answered, Asked, Examiner, Listening } from './checker.ts';

/** An examiner in a worker of its own. */
export function workerExaminer({ answered, crashed }: Listening): Examiner {
  const worker = new Worker(new URL('worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<Answered>) => answered(data));
  worker.addEventListener('error', crashed);
  worker.addEventListener('messageerror', crashed);
  return {
    ask: (asked: Asked) => worker.postMessage(asked),
    end: () => worker.terminate(),
  };
}
