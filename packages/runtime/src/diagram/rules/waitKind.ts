import { oddAt } from './kinds.ts';
import type { Rule } from './rule.ts';

/** What can be waited for on the way. */
export const rule: Rule = {
  name: 'waitKind',
  severity: 'error',
  sentence: { zh: '途中等候的是能等来的事', en: 'What is waited for on the way can come' },
  check: (process) =>
    oddAt(
      process,
      process.elements.filter(({ type }) => type === 'intermediateCatchEvent'),
      ['message', 'timer', 'conditional', 'link', 'signal'],
    ),
};
