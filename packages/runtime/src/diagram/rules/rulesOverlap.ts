import { overlaps } from '../dmn/overlaps.ts';
import type { Rule } from './rule.ts';

/** In a table of which one rule should hit, no two hit for the same values. */
export const rule: Rule = {
  name: 'rulesOverlap',
  severity: 'warning',
  sentence: { zh: '只取一行的决策表，各行互不重叠', en: 'The rows of a table of which only one should apply do not overlap' },
  check: ({ key, tables = [] }) =>
    tables.flatMap(({ decisions, faults }) =>
      faults.length > 0
        ? []
        : decisions.flatMap(({ name, logic }) =>
            logic.kind === 'table' && logic.hitPolicy === 'UNIQUE'
              ? overlaps(logic).map(([one, other]) => ({
                  element: key,
                  message: {
                    zh: `决策表“${name}”的第 ${one} 行和第 ${other} 行可能同时符合，而只应有一行符合：请改写其中一行，或者改为取第一行`,
                    en: `Rows ${one} and ${other} of “${name}” can apply together, and only one should: change one, or take the first that applies`,
                  },
                }))
              : [],
          ),
    ),
};
