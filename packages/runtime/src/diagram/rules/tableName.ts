import { namesRead } from '../dmn/namesRead.ts';
import { chosen } from '../dmn/chosen.ts';
import { faultAt } from './faultAt.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';
import { variablesOf } from './variables.ts';

/** A table asks for what its step can see: a misspelt field would be silently empty. */
export const rule: Rule = {
  name: 'tableName',
  severity: 'error',
  sentence: { zh: '决策表只用这一步看得到的内容', en: 'A decision table asks only for what its step sees' },
  check(process) {
    const known = variablesOf(process);
    return process.elements.flatMap((element) => {
      const { job } = element;
      const found = job?.type === 'decide' ? chosen(process.tables ?? [], job) : undefined;
      if (job?.type !== 'decide' || !found || found.file.faults.length > 0) return [];
      const given = new Set(job.input.map(({ to }) => to));
      return namesRead(found.file, found.decision)
        .filter((name) => !known.has(name) && !given.has(name))
        .flatMap((name) =>
          faultAt(process, element, (at) => ({
            zh: `${at.zh}所用的决策表要看“${name}”，而表单中没有这一项`,
            en: `${begun(at.en)} decides by a table that asks for “${name}”, which is not in the form`,
          })),
        );
    });
  },
};
