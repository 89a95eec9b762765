import { type Rule, called } from './rule.ts';

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
      const { zh, en } = called(flow);
      const message = {
        zh: `连线${zh}有一端没有连好：应从同一层的一个元素连到另一个元素`,
        en: `Flow ${en} has a loose end: it joins two elements of one level`,
      };
      return [{ element: flow.id, message }];
    });
  },
};
