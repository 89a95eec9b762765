import { type Refused, refuse } from '../../words/refusal.ts';
import type { Text } from '../../words/text.ts';
import type { MoveObstacle } from '../stimulus.ts';

/** The refusal of a move that is not legal; the words of its reason are the office's. */
export const illegal = (culprit: string, reason: MoveObstacle, expected: Text = LEGAL): Refused => ({
  ...refuse('illegalMove', culprit, expected),
  reason,
});

const LEGAL: Text = { zh: '可以执行的移动', en: 'A move that is legal here' };
