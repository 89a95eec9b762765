import type { ProcessKey } from '../../words/ids.ts';
import type { Text } from '../../words/text.ts';
import type { Parts } from '../parts.ts';

/** The flows in force of these keys, by name. */
export async function flowNames(
  { definitions }: Pick<Parts, 'definitions'>,
  keys: readonly ProcessKey[],
): Promise<readonly { readonly [language in keyof Text]-?: string }[]> {
  return (await definitions.all())
    .filter((one) => keys.includes(one.process.key))
    .map(({ process }) => ({ zh: process.name.zh, en: process.name.en ?? process.name.zh }));
}
