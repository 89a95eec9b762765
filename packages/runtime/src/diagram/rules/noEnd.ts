import { type Rule, called } from './rule.ts';

/** A flow says where it ends. */
export const rule: Rule = {
  name: 'noEnd',
  severity: 'warning',
  sentence: { zh: '流程画有结束', en: 'A flow has an end' },
  check(process) {
    const inside = process.elements.filter(({ parent }) => parent === null);
    if (!process.executable || inside.length === 0 || inside.some(({ type }) => type === 'endEvent')) return [];
    const { zh, en } = called({ id: process.key, name: process.name });
    return [
      {
        element: process.key,
        message: { zh: `流程${zh}没有画结束，看不出办到哪里算办完`, en: `The flow ${en} has no end: nobody can see when it is finished` },
      },
    ];
  },
};
