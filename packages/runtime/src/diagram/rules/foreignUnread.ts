import { foreignFaults } from './foreignFaults.ts';
import type { Rule } from './rule.ts';

/** What other tools wrote can be read. */
export const rule: Rule = {
  name: 'foreignUnread',
  severity: 'warning',
  sentence: { zh: '其他软件写的内容都读得懂', en: 'What other tools wrote can be read' },
  check: (process) => foreignFaults(process, 'warning'),
};
