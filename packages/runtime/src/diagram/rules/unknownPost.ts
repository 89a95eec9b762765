import type { Process } from '../model.ts';
import type { Assignment } from '../office.ts';
import { type Fault, type Rule, called } from './rule.ts';

/** The posts that a flow names are posts of the office. */
export const rule: Rule = {
  name: 'unknownPost',
  severity: 'error',
  sentence: { zh: '用到的岗位都在机构中', en: 'The posts that are named exist in the office' },
  check(process, { known }) {
    if (!known.posts) return [];
    const posts = new Set(known.posts);
    return postsIn(process).flatMap(({ post, at }): readonly Fault[] => {
      if (posts.has(post)) return [];
      const { zh, en } = called(at);
      const message = {
        zh: `${zh}用到的岗位“${post}”不在机构中，请另选岗位`,
        en: `${en} names the post “${post}”, which the office has not`,
      };
      return [{ element: at.id, message }];
    });
  },
};

interface Named {
  readonly post: string;
  readonly at: Parameters<typeof called>[0];
}

function postsIn(process: Process): readonly Named[] {
  const own = { id: process.key, name: process.name };
  return [
    ...process.office.starters.flatMap((starter) => postOf(starter).map((post) => ({ post, at: own }))),
    ...process.lanes.flatMap((lane) => (lane.post === undefined ? [] : [{ post: lane.post, at: lane }])),
    ...process.elements.flatMap((element) => {
      const { assignment, risks } = element.office;
      return [...(assignment ? postOf(assignment) : []), ...risks.map(({ post }) => post)].map((post) => ({ post, at: element }));
    }),
  ];
}

const postOf = (assignment: Assignment): readonly string[] =>
  assignment.kind === 'post' ? [assignment.post] : assignment.kind === 'named' ? assignment.posts : [];
