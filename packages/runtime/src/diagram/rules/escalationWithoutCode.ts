import { faultAt } from './faultAt.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** What is escalated has a code: by it those who take it are found. */
export const rule: Rule = {
  name: 'escalationWithoutCode',
  severity: 'error',
  sentence: { zh: '上报的事写明是哪一种', en: 'What is escalated says which' },
  check: (process) =>
    process.elements
      .filter(
        ({ type, triggers }) =>
          (type === 'endEvent' || type === 'intermediateThrowEvent') &&
          triggers.some((trigger) => trigger.kind === 'escalation' && !trigger.code),
      )
      .map((event) =>
        faultAt(process, event, (at) => ({
          zh: `${at.zh}没有写明上报的是哪一种情况：请选定，好让接收的地方认得它`,
          en: `${begun(at.en)} does not say what it escalates: choose it, so that whoever takes it can tell`,
        })),
      ),
};
