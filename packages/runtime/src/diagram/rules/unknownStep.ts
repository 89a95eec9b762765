import type { Element } from '../model.ts';
import type { Assignment } from '../office.ts';
import { type Rule, called } from './rule.ts';

/** Steps that refer to other steps name ones of the same process. */
export const rule: Rule = {
  name: 'unknownStep',
  severity: 'error',
  sentence: { zh: '步骤引用的其他步骤都在本流程中', en: 'Steps refer to steps of the same process' },
  check(process) {
    const known = new Set<string>(process.elements.map(({ id }) => id));
    return process.elements.flatMap((element) =>
      stepsNamedBy(element)
        .filter((step) => !known.has(step))
        .map((step) => {
          const at = called(element);
          return {
            element: element.id,
            message: {
              zh: `${at.zh}引用的步骤“${step}”不在本流程中`,
              en: `${at.en} refers to the step “${step}”, which the process has not`,
            },
          };
        }),
    );
  },
};

const stepsNamedBy = ({ office }: Element): readonly string[] => [
  ...office.notSameAs,
  ...(office.assignment ? ofAssignment(office.assignment) : []),
  ...office.deadlines.flatMap(({ from, until }) => [...(from.kind === 'completed' ? [from.step] : []), ...(until ? [until] : [])]),
];

function ofAssignment(assignment: Assignment): readonly string[] {
  if (assignment.kind === 'sameAs') return [assignment.step];
  return 'unit' in assignment && assignment.unit.kind === 'ofStep' ? [assignment.unit.step] : [];
}
