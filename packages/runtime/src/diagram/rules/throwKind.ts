import { oddAt } from './kinds.ts';
import type { Rule } from './rule.ts';

/** What can be sent on the way; what ends a case stands at an end. */
export const rule: Rule = {
  name: 'throwKind',
  severity: 'error',
  sentence: { zh: '途中发出的是能发出的事', en: 'What is sent on the way can be sent' },
  check: (process) =>
    oddAt(
      process,
      process.elements.filter(({ type }) => type === 'intermediateThrowEvent'),
      ['message', 'escalation', 'compensate', 'link', 'signal'],
    ),
};
