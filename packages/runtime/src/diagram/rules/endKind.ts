import { oddAt } from './kinds.ts';
import type { Rule } from './rule.ts';

/** What an end can bring about. */
export const rule: Rule = {
  name: 'endKind',
  severity: 'error',
  sentence: { zh: '结束时发出的是能发出的事', en: 'What an end sends can be sent' },
  check: (process) =>
    oddAt(
      process,
      process.elements.filter(({ type }) => type === 'endEvent'),
      ['message', 'error', 'escalation', 'cancel', 'compensate', 'signal', 'terminate'],
    ),
};
