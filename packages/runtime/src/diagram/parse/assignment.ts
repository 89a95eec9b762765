import { id } from '../../words/ids.ts';
import type { Assignment, UnitChoice } from '../office.ts';
import type { Node } from './node.ts';
import { type Reading, neededOf, oneOf } from './reading.ts';

const KINDS = ['post', 'leaderInCharge', 'personInField', 'personOfItem', 'initiator', 'sameAs', 'onDuty'] as const;
const UNITS = ['wholeOffice', 'initiators', 'named', 'field', 'ofStep', 'ofItem'] as const;

/** Who does a step, or who may start a process, from `gc:assignment` or `gc:starter`. */
export function assignmentOf(reading: Reading, node: Node): Assignment {
  const kind = oneOf(reading, { node, property: 'kind' }, { choices: KINDS, otherwise: 'post' });
  switch (kind) {
    case 'post':
      return { kind, post: neededOf(reading, node, 'post'), unit: unitOf(reading, node) };
    case 'leaderInCharge':
      return { kind, unit: unitOf(reading, node) };
    case 'personInField':
      return { kind, field: neededOf(reading, node, 'field') };
    case 'sameAs':
      return { kind, step: id(neededOf(reading, node, 'step')) };
    default:
      return { kind };
  }
}

function unitOf(reading: Reading, node: Node): UnitChoice {
  const kind = oneOf(reading, { node, property: 'unit' }, { choices: UNITS, otherwise: 'wholeOffice' });
  switch (kind) {
    case 'named':
      return { kind, unit: neededOf(reading, node, 'of') };
    case 'field':
      return { kind, field: neededOf(reading, node, 'of') };
    case 'ofStep':
      return { kind, step: id(neededOf(reading, node, 'of')) };
    default:
      return { kind };
  }
}
