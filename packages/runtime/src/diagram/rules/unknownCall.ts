import { indexedFile } from '../indexedFile.ts';
import { type Rule, called } from './rule.ts';

/** What a call activity calls exists, here or among the published processes. */
export const rule: Rule = {
  name: 'unknownCall',
  severity: 'error',
  sentence: { zh: '调用的流程存在', en: 'A called process exists' },
  check(process, { diagram, known }) {
    const file = indexedFile(diagram);
    return process.elements.flatMap((element) => {
      const key = element.call?.key;
      if (key === undefined || file.process(key)) return [];
      if (key !== '' && (known.processes === undefined || known.processes.includes(key))) return [];
      const { zh, en } = called(element);
      const message =
        key === ''
          ? { zh: `${zh}还没有说调用哪个流程：请选一个`, en: `${en} does not say yet which flow it calls: choose one` }
          : { zh: `${zh}调用的流程“${key}”不存在`, en: `${en} calls the process “${key}”, which does not exist` };
      return [{ element: element.id, message }];
    });
  },
};
