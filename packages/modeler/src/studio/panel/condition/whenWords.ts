import type { Text } from '@guicheng/runtime/model';
import { type Arrow, OTHERWISE } from './arrows.ts';
import type { Saying } from '../../condition/say.ts';
import { sayFeel } from '../../condition/sayFeel.ts';

/** When an arrow is taken, in words; what cannot be put into words is told as it stands, and without a condition there is nothing to tell. */
export function whenWords({ feel, otherwise }: Pick<Arrow, 'feel' | 'otherwise'>, saying: Saying): Text | undefined {
  if (otherwise) return OTHERWISE;
  if (feel === '') return undefined;
  return sayFeel(feel, saying) ?? { zh: feel };
}
