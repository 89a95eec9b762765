import type { Process } from '../model.ts';
import { type Rule, isStep } from './rule.ts';

/** Steps of one flow can be told apart by their names. */
export const rule: Rule = {
  name: 'sameName',
  severity: 'warning',
  sentence: { zh: '同一流程里的步骤不重名', en: 'Steps of one flow have different names' },
  check: (process) =>
    twice(process).map((element) => ({
      element: element.id,
      message: {
        zh: `有两个步骤都叫“${element.name.zh}”，办理人分不清是哪一个`,
        en: `Two steps are called “${element.name.en ?? element.name.zh}”: nobody can tell which is which`,
      },
    })),
};

/** The second and later ones of a name. */
function twice({ elements }: Process) {
  const seen = new Set<string>();
  return elements.filter((element) => {
    if (!isStep(element) || !element.name.zh) return false;
    const again = seen.has(element.name.zh);
    seen.add(element.name.zh);
    return again;
  });
}
