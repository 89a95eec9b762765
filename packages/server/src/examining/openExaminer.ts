import { examineHere, refuse, type Examiner } from '@guicheng/runtime';
import { openThreads, type Bounds } from './openThreads.ts';
import type { Question } from './worker.ts';

/** A look takes some hundred milliseconds, a check up to seconds; two of these, so that one that takes for ever keeps no other waiting. */
const LOOKS: Bounds = { threads: 1, longest: 30_000, memory: 512 };
const CHECKS: Bounds = { threads: 2, longest: 30_000, memory: 768 };

const GAVE_UP = refuse('unavailable', 'xml', {
  zh: '流程图没能在 30 秒内检查完，请稍后再试；若仍如此，请简化流程图',
  en: 'The diagram could not be checked within 30 seconds; try again later, or make it simpler if that goes on',
});

/** An examiner with threads of its own, started when they are first needed; `close` ends them. */
export interface OpenExaminer extends Examiner {
  close(): Promise<void>;
}

/**
 * Examines beside the event loop: looks in one thread, checks, which take far longer, in others. Run from sources (under a test runner,
 * which compiles in memory) there is no file that a thread could start from, so it is examined here.
 */
export function openExaminer(bounds: { readonly looks?: Partial<Bounds>; readonly checks?: Partial<Bounds> } = {}): OpenExaminer {
  if (!import.meta.url.endsWith('.js')) return { ...examineHere, close: async () => undefined };
  const worker = new URL('worker.js', import.meta.url);
  const looks = openThreads<Question, Awaited<ReturnType<Examiner['look']>>>(worker, { ...LOOKS, ...bounds.looks }, GAVE_UP);
  const checks = openThreads<Question, Awaited<ReturnType<Examiner['check']>>>(worker, { ...CHECKS, ...bounds.checks }, GAVE_UP);
  return {
    look: (xml, asker) => looks.ask(asker, { ask: 'look', xml }),
    check: (xml, known, asker) => checks.ask(asker, { ask: 'check', xml, known }),
    async close() {
      await Promise.all([looks.close(), checks.close()]);
    },
  };
}
