import type { Assignment } from '../office.ts';
import { type Rule, called } from './rule.ts';

/** The units that a flow names are units of the office. */
export const rule: Rule = {
  name: 'unknownUnit',
  severity: 'error',
  sentence: { zh: '用到的部门都在机构中', en: 'The units that are named exist in the office' },
  check(process, { known }) {
    if (!known.units) return [];
    const units = new Set(known.units);
    const own = { id: process.key, name: process.name };
    const named = [
      ...process.office.starters.flatMap((starter) => unitOf(starter).map((unit) => ({ unit, at: own }))),
      ...process.elements.flatMap((at) => (at.office.assignment ? unitOf(at.office.assignment) : []).map((unit) => ({ unit, at }))),
    ];
    return named
      .filter(({ unit }) => !units.has(unit))
      .map(({ unit, at }) => {
        const { zh, en } = called(at);
        const message = {
          zh: `${zh}用到的部门“${unit}”不在机构中，请另选部门`,
          en: `${en} names the unit “${unit}”, which the office has not`,
        };
        return { element: at.id, message };
      });
  },
};

const unitOf = (assignment: Assignment): readonly string[] =>
  'unit' in assignment && assignment.unit.kind === 'named' ? [assignment.unit.unit] : [];
