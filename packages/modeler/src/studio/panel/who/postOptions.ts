import { inLanguage, type Language } from '@guicheng/runtime/model';
import type { Surroundings } from '@guicheng/server/contract';
import { listed } from '../../../task/listed.ts';
import type { Choice } from '../control/choose.tsx';
import type { Called } from './whoWords.ts';

type Post = Surroundings['posts'][number];

/** The office's posts with where they are and how many people hold them; one that the office has not, but the file names, stands at the end. */
export function postOptions(
  posts: readonly Post[],
  named: string,
  { w, language }: Pick<Called, 'w' | 'language'>,
): readonly Choice<string>[] {
  const known = posts.map((post) => ({ value: post.id, label: postLabel(post, { w, language }), words: [post.id, post.name] }));
  return named === '' || posts.some(({ id }) => id === named)
    ? known
    : [...known, { value: named, label: w('postUnknown', { post: named }) }];
}

function postLabel(post: Post, { w, language }: Pick<Called, 'w' | 'language'>): string {
  const units = post.units.map((unit) => inLanguage(unit, language));
  const where = units.length > MANY ? w('inUnits', { number: units.length }) : listed(units, language);
  const parts = [...(where ? [where] : []), post.people === 0 ? w('nobodyHolds') : w('peopleHold', { count: post.people })];
  return `${inLanguage(post.name, language)}${wrapped(parts.join(' · '), language)}`;
}

/** More units than one reads. */
const MANY = 2;

const wrapped = (text: string, language: Language): string => (language === 'zh' ? `（${text}）` : ` (${text})`);
