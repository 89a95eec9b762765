import type { Teller } from '../change.ts';
import { kindOf } from '../kindOf.ts';
import { turned } from '../sentence.ts';

/** What it is: a step became a branch. */
export const tellKind: Teller = (was, now) => [
  {
    ...turned('kind', { zh: '类型', en: 'Kind' }, { was: kindOf(String(was)), now: kindOf(String(now)) }),
    bpmn: `${String(was)} → ${String(now)}`,
  },
];

/** The part with steps of its own in which it stands. */
export const tellInside: Teller = (was, now, at) => [
  turned(
    'place',
    { zh: '所在的子流程', en: 'Within the part' },
    {
      was: typeof was === 'string' ? at.before.called(was) : { zh: '流程本身', en: 'the flow itself' },
      now: typeof now === 'string' ? at.after.called(now) : { zh: '流程本身', en: 'the flow itself' },
    },
  ),
];
