import type { Meaning } from '../meaning.ts';
import type { ForeignWord } from '../words.ts';
import { AUTOMATIC } from './automatic.ts';
import { FLOW } from './flow.ts';
import { FORMS } from './forms.ts';
import { PEOPLE } from './people.ts';

/** Every word of other tools that is known here. */
export const MEANINGS: readonly Meaning[] = [...PEOPLE, ...FORMS, ...AUTOMATIC, ...FLOW];

const byName = new Map(MEANINGS.flatMap((meaning) => meaning.families.map((family) => [`${family}:${meaning.name}`, meaning] as const)));

/** What a word means here; undefined where it is not known. */
export const meaningOf = ({ family, name }: Pick<ForeignWord, 'family' | 'name'>): Meaning | undefined => byName.get(`${family}:${name}`);
