import { indexed } from '../indexed.ts';
import type { Element, Process } from '../model.ts';
import { type Fault, type Rule, called } from './rule.ts';

/** A process and each of its sub-processes begins somewhere. */
export const rule: Rule = {
  name: 'noStart',
  severity: 'error',
  sentence: { zh: '流程和每个子流程都有开始', en: 'A process and each sub-process has a start' },
  check(process) {
    const faults: Fault[] = [];
    if (process.executable && !begins(process, null)) {
      const { zh, en } = called({ id: process.key, name: process.name });
      faults.push({ element: process.key, message: { zh: `流程${zh}没有画开始`, en: `Process ${en} has no start` } });
    }
    for (const element of process.elements) {
      // the steps of an ad hoc sub-process are begun by hand
      if ((element.type !== 'subProcess' && element.type !== 'transaction') || begins(process, element)) continue;
      const { zh, en } = called(element);
      faults.push({ element: element.id, message: { zh: `子流程${zh}没有画开始`, en: `Sub-process ${en} has no start` } });
    }
    return faults;
  },
};

const begins = (process: Process, within: Element | null): boolean =>
  indexed(process)
    .inside(within?.id ?? null)
    .some((element) => element.type === 'startEvent' || element.instantiate === true);
