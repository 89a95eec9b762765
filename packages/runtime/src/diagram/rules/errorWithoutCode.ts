import { faultAt } from './faultAt.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** An error that is thrown has a code: by it its handling is found. */
export const rule: Rule = {
  name: 'errorWithoutCode',
  severity: 'error',
  sentence: { zh: '报出的错误写明是哪一种', en: 'An error that is thrown says which' },
  check: (process) =>
    process.elements
      .filter(({ type, triggers }) => type === 'endEvent' && triggers.some((trigger) => trigger.kind === 'error' && !trigger.code))
      .map((event) =>
        faultAt(process, event, (at) => ({
          zh: `${at.zh}没有写明报出的是哪一种错误：请选定，好让前面的出错处理认得它`,
          en: `${begun(at.en)} does not say which error it throws: choose one, so that its handling can be found`,
        })),
      ),
};
