import { faultAt } from './faultAt.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** A step that waits for a message says which: else it goes by an id that nobody knows. */
export const rule: Rule = {
  name: 'receiveWithoutMessage',
  severity: 'warning',
  sentence: { zh: '等来文的步骤写明等哪个消息', en: 'A step that waits for a message says which' },
  check: (process) =>
    process.elements
      .filter(({ type, message }) => type === 'receiveTask' && !message)
      .map((element) =>
        faultAt(process, element, (at) => ({
          zh: `${at.zh}没有说等哪个消息：请选定，不然谁也不知道该发什么`,
          en: `${begun(at.en)} does not say which message it waits for: choose one, or nobody knows what to send`,
        })),
      ),
};
