import { type Rule, called } from './rule.ts';

/** Somebody or something can begin a flow: a person, another flow that calls it, a message, a moment. */
export const rule: Rule = {
  name: 'nobodyStarts',
  severity: 'warning',
  sentence: {
    zh: '流程有人发起，或由别的流程、消息、时间启动',
    en: 'A flow can be started by somebody, another flow, a message or a moment',
  },
  check(process, { diagram }) {
    const begins = process.elements.filter(({ parent }) => parent === null);
    const comes = begins.some((one) => one.instantiate === true || (one.type === 'startEvent' && one.triggers.length > 0));
    const isCalled = diagram.processes.some(({ elements }) => elements.some(({ call }) => call?.key === process.key));
    if (!process.executable || process.office.starters.length > 0 || comes || isCalled) return [];
    const { zh, en } = called({ id: process.key, name: process.name });
    const message = {
      zh: `没有指定谁可以发起${zh}：如果不是由别的流程调用，就没有人能用它`,
      en: `Nobody may start ${en}: unless another flow calls it, nobody can use it`,
    };
    return [{ element: process.key, message }];
  },
};
