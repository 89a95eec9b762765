import { type Rule, isStep } from './rule.ts';

/** Every step has a name, as it is this name that people see on the board. */
export const rule: Rule = {
  name: 'unnamedStep',
  severity: 'warning',
  sentence: { zh: '每个步骤都有名称', en: 'Every step has a name' },
  check(process) {
    return process.elements
      .filter((element) => isStep(element) && !element.name.zh.trim())
      .map(({ id }) => ({
        element: id,
        message: { zh: '有一个步骤没有名称，办理人不知道要办什么', en: 'A step has no name: whoever is to do it cannot tell what it is' },
      }));
  },
};
