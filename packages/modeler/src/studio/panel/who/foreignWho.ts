import { foreignAssignment, postCalled } from '@guicheng/runtime/checking';
import type { ModdleElement } from '../../file/moddle.ts';
import type { Asked } from '../asked.ts';
import { whoOf } from './assignment.ts';
import { type Called, whoWords } from './whoWords.ts';

/** Who does a step by the words of another tool, in ours; undefined where they say nothing that can be read. */
export function foreignWho(object: ModdleElement, around: Asked['around'], called: Called): string | undefined {
  // moddle keeps an element the same way here and where diagrams are read
  const found = foreignAssignment(object as unknown as Parameters<typeof foreignAssignment>[0]);
  if (!found) return undefined;
  const post = (words: string): string => called.post(postCalled(around.posts, words) ?? words);
  const join = (names: readonly string[]): string => names.join(called.language === 'zh' ? '、' : ', ');
  if (found.kind === 'named') return join([...found.posts.map(post), ...found.people]);
  return found.kind === 'post' ? post(found.post) : whoWords({ ...whoOf({}), ...found, unit: 'wholeOffice' }, called);
}
