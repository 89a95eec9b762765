import { oddAt } from './kinds.ts';
import type { Rule } from './rule.ts';

/** What can happen at a step while it is done. */
export const rule: Rule = {
  name: 'boundaryKind',
  severity: 'error',
  sentence: { zh: '边上的事件是办理中途能发生的事', en: 'An event on an edge is one that can happen at a step' },
  check: (process) =>
    oddAt(
      process,
      process.elements.filter(({ type }) => type === 'boundaryEvent'),
      ['message', 'timer', 'escalation', 'error', 'cancel', 'compensate', 'conditional', 'signal'],
    ),
};
