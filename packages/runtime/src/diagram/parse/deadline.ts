import { id } from '../../words/ids.ts';
import type { Deadline } from '../office.ts';
import { type Node, numberOf, textOf } from './node.ts';
import { type Reading, neededOf, oneOf, placeOf } from './reading.ts';
import { ownNameOf } from './words.ts';

const STARTS = ['opened', 'caseStart', 'completed', 'field'] as const;

/** A time limit, from `gc:deadline`. */
export function deadlineOf(reading: Reading, node: Node, index: number): Deadline {
  const when = textOf(node, 'when');
  const warnBefore = numberOf(node, 'warnBefore');
  const until = textOf(node, 'until');
  const words = textOf(node, 'words');
  return {
    id: textOf(node, 'id') ?? `${placeOf(node)}-deadline-${index + 1}`,
    name: ownNameOf(node),
    from: startOf(reading, node),
    amount: numberOf(node, 'amount') ?? 0,
    unit: oneOf(reading, { node, property: 'unit' }, { choices: ['wd', 'd', 'h', 'sameDay', 'immediate', 'date'], otherwise: 'wd' }),
    ...(when ? { when: id<'feel'>(when) } : {}),
    ...(warnBefore === undefined ? {} : { warnBefore }),
    ...(until ? { until: id<'bpmn'>(until) } : {}),
    ...(words ? { words } : {}),
  };
}

function startOf(reading: Reading, node: Node): Deadline['from'] {
  const kind = oneOf(reading, { node, property: 'from' }, { choices: STARTS, otherwise: 'opened' });
  if (kind === 'completed') return { kind, step: id(neededOf(reading, node, 'step')) };
  if (kind === 'field') return { kind, field: neededOf(reading, node, 'field') };
  return { kind };
}
