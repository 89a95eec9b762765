import { indexedFile } from '../indexedFile.ts';
import { type Rule, called } from './rule.ts';

/** Somebody or something can begin a flow: a person, another flow that calls it, a message, a moment. */
export const rule: Rule = {
  name: 'nobodyStarts',
  severity: 'warning',
  sentence: {
    zh: '流程有人发起，或由别的流程、消息、时间启动',
    en: 'A flow can be started by somebody, another flow, a message or a moment',
  },
  check(process, { diagram, known }) {
    const begins = process.elements.filter(({ parent }) => parent === null);
    const comes = begins.some((one) => one.instantiate === true || (one.type === 'startEvent' && one.triggers.length > 0));
    const file = indexedFile(diagram);
    // What this file called before it was changed does not count.
    const isCalledFar = known.calls?.some(({ from, to }) => to === process.key && !file.process(from)) ?? false;
    const isCalled = isCalledFar || file.isCalled(process.key);
    if (!process.executable || process.office.starters.length > 0 || comes || isCalled) return [];
    const { zh, en } = called({ id: process.key, name: process.name });
    const message = known.calls
      ? {
          zh: `没有指定谁可以发起${zh}，也没有别的流程调用它：这样没有人能用它`,
          en: `Nobody may start ${en}, and no other flow calls it: nobody can use it like this`,
        }
      : {
          zh: `没有指定谁可以发起${zh}：如果不是由别的流程调用，就没有人能用它`,
          en: `Nobody may start ${en}: unless another flow calls it, nobody can use it`,
        };
    return [{ element: process.key, message }];
  },
};
