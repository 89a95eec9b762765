import { wayName } from './placeName.ts';
import type { Rule } from './rule.ts';

/** A sequence flow joins two elements of one process and one sub-process. */
export const rule: Rule = {
  name: 'danglingFlow',
  severity: 'error',
  sentence: { zh: '连线两端都连在同一流程、同一子流程的元素上', en: 'A flow joins two elements of the same process and sub-process' },
  check(process) {
    const parents = new Map(process.elements.map(({ id, parent }) => [id, parent]));
    return process.flows.flatMap((flow) => {
      const from = parents.get(flow.from);
      const to = parents.get(flow.to);
      // undefined is no element at all, null is the process itself
      if (from !== undefined && from === to) return [];
      const { zh, en } = wayName(process, flow);
      const message = {
        zh: `${zh}有一端没有连好：连线应从一个步骤连到同一层的另一个步骤`,
        en: `A loose end of ${en}: an arrow joins two steps of one level`,
      };
      return [{ element: flow.id, message }];
    });
  },
};
