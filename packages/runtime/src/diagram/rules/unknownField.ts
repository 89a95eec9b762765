import type { Element } from '../model.ts';
import type { Assignment } from '../office.ts';
import { type Rule, called } from './rule.ts';
import { variablesOf } from './variables.ts';

/** A step shows, counts from and asks for fields that the form has. */
export const rule: Rule = {
  name: 'unknownField',
  severity: 'error',
  sentence: { zh: '步骤用到的字段都在表单中', en: 'The fields a step uses are in the form' },
  check(process) {
    const fields = new Set(process.fields.map(({ key }) => key));
    const variables = variablesOf(process);
    const starters = process.office.starters.flatMap(ofAssignment).map((field) => ({ field, at: { id: process.key, name: process.name } }));
    const number = process.office.numberField ? [{ field: process.office.numberField, at: { id: process.key, name: process.name } }] : [];
    const shown = process.elements.flatMap((at) => at.office.access.map(({ field }) => ({ field, at })));
    const collected = process.elements.flatMap((at) =>
      (at.many?.collect ?? []).flatMap(({ field, plain }) => (plain ? [] : [{ field, at }])),
    );
    const asked = process.elements.flatMap((at) => usedBy(at).map((field) => ({ field, at })));
    const missing = [
      ...[...shown, ...number].filter(({ field }) => !fields.has(field)),
      ...[...asked, ...collected, ...starters].filter(({ field }) => !variables.has(field)),
    ];
    return missing.map(({ field, at }) => {
      const place = called(at);
      return {
        element: at.id,
        message: { zh: `${place.zh}用到的字段“${field}”不在表单中`, en: `${place.en} uses the field “${field}”, which the form has not` },
      };
    });
  },
};

const usedBy = ({ office }: Element): readonly string[] => [
  ...office.deadlines.flatMap(({ from }) => (from.kind === 'field' ? [from.field] : [])),
  ...(office.assignment ? ofAssignment(office.assignment) : []),
];

function ofAssignment(assignment: Assignment): readonly string[] {
  if (assignment.kind === 'personInField') return [assignment.field];
  return 'unit' in assignment && assignment.unit.kind === 'field' ? [assignment.unit.field] : [];
}
