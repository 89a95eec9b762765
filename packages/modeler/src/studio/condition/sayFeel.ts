import type { Text } from '@guicheng/runtime/model';
import { readCondition, readGroups } from './read.ts';
import { sayCondition, sayGroups, type Saying } from './say.ts';

/** A FEEL text as one would say it, of one level or two; undefined where it cannot be put into words. */
export function sayFeel(feel: string, saying: Saying): Required<Text> | undefined {
  const condition = readCondition(feel);
  if (condition) return sayCondition(condition, saying);
  const groups = readGroups(feel);
  return groups && sayGroups(groups, saying);
}
