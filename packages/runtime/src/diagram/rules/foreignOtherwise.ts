import { foreignFaults } from './foreignFaults.ts';
import type { Rule } from './rule.ts';

/** What other tools wrote does not make it run otherwise than drawn. */
export const rule: Rule = {
  name: 'foreignOtherwise',
  severity: 'error',
  sentence: { zh: '其他软件写的内容不会使流程走得与所画的不同', en: 'What other tools wrote does not make it run otherwise than drawn' },
  check: (process) => foreignFaults(process, 'error'),
};
