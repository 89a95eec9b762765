import { faultAt } from './faultAt.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** What went wrong or was called off is not done any further beside its handling. */
export const rule: Rule = {
  name: 'mustInterrupt',
  severity: 'error',
  sentence: { zh: '出错或取消时，原来的办理随之停下', en: 'An error or a cancellation stops what it happens to' },
  check: (process) =>
    process.elements
      .filter(({ interrupting, triggers }) => interrupting === false && triggers.some(({ kind }) => kind === 'error' || kind === 'cancel'))
      .map((event) =>
        faultAt(process, event, (at) => ({
          zh: `${at.zh}设为原来的办理照常进行，而出错或取消时办理已经停下：请改为停下原来的办理`,
          en: `${begun(at.en)} lets the work go on, which an error or a cancellation has stopped: let it stop the work`,
        })),
      ),
};
