import { type Rule, called } from './rule.ts';

/** A step for a person says who does it, itself or through its lane's post. */
export const rule: Rule = {
  name: 'nobodyAssigned',
  severity: 'error',
  sentence: { zh: '人工步骤都有办理人', en: 'Every step for a person says who does it' },
  check(process) {
    const posts = new Set(process.lanes.filter(({ post }) => post).map(({ id }) => id));
    return process.elements
      .filter(
        ({ type, office, lane }) => (type === 'userTask' || type === 'manualTask') && !office.assignment && !(lane && posts.has(lane)),
      )
      .map((element) => {
        const { zh, en } = called(element);
        return { element: element.id, message: { zh: `${zh}没有办理人：请指定岗位或人员`, en: `Nobody is assigned to ${en}` } };
      });
  },
};
