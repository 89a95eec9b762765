import type { Text } from '@guicheng/runtime/model';
import { type Arrow, OTHERWISE } from './arrows.ts';
import { readCondition } from '../../condition/read.ts';
import { sayCondition, type Saying } from '../../condition/say.ts';

/** When an arrow is taken, in words; what cannot be put into words is told as it stands, and without a condition there is nothing to tell. */
export function whenWords({ feel, otherwise }: Pick<Arrow, 'feel' | 'otherwise'>, saying: Saying): Text | undefined {
  if (otherwise) return OTHERWISE;
  if (feel === '') return undefined;
  const condition = readCondition(feel);
  return condition ? sayCondition(condition, saying) : { zh: feel };
}
