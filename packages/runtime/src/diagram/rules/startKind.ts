import { indexed } from '../indexed.ts';
import type { Element } from '../model.ts';
import { oddAt } from './kinds.ts';
import type { Rule } from './rule.ts';

/** What can begin a case. */
export const rule: Rule = {
  name: 'startKind',
  severity: 'error',
  sentence: { zh: '开始是能引起办件的事', en: 'A start is something that can begin a case' },
  check(process) {
    const starts = process.elements.filter(({ type }) => type === 'startEvent');
    const isAside = ({ parent }: Element): boolean => indexed(process).element(parent ?? undefined)?.eventSubProcess === true;
    return [
      ...oddAt(
        process,
        starts.filter(({ parent }) => parent === null),
        ['message', 'timer', 'conditional', 'signal'],
      ),
      // what happens within a running case can begin a side flow, too
      ...oddAt(process, starts.filter(isAside), ['message', 'timer', 'escalation', 'error', 'compensate', 'conditional', 'signal']),
    ];
  },
};
