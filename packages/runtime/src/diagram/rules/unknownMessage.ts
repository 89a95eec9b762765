import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';
import { spotName, unresolvedHere } from './unresolvedHere.ts';

/** What an event sends or waits for by name is in the file. */
export const rule: Rule = {
  name: 'unknownMessage',
  severity: 'error',
  sentence: {
    zh: '用到的消息、信号、错误和上报都在文件里',
    en: 'The messages, signals, errors and escalations that are used are in the file',
  },
  check: (process, around) =>
    unresolvedHere(process, around, ({ property }) => WANTED.has(property)).map((found) => {
      const { element, to } = found;
      const at = spotName(process, found);
      const message = {
        zh: `${at.zh}用到的“${to}”不在文件里：请重新选定消息、信号或错误`,
        en: `${begun(at.en)} uses “${to}”, which is not in the file: choose the message, signal or error anew`,
      };
      return { element, message };
    }),
};

const WANTED: ReadonlySet<string> = new Set(['messageRef', 'signalRef', 'errorRef', 'escalationRef']);
