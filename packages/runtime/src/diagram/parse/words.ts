import type { Text } from '../../words/text.ts';
import { type Node, nodesOf, textOf, wordsOf } from './node.ts';

const inLanguage = (words: readonly Node[], language: string): string | undefined =>
  textOf(
    words.find((word) => textOf(word, 'lang') === language),
    'text',
  );

const text = (zh: string, en: string | undefined): Text => (en === undefined ? { zh } : { zh, en });

/** The name of a BPMN element: `name` is the Chinese, `gc:name lang="en"` the English. */
export const nameOf = (node: Node): Text => text(textOf(node, 'name') ?? '', inLanguage(wordsOf(node, 'Name'), 'en'));

/** The name of one of our own words, whose translations are its children. */
export const ownNameOf = (node: Node, property = 'name', translations = 'names'): Text =>
  text(textOf(node, property) ?? '', inLanguage(nodesOf(node, translations), 'en'));

/** A text whose languages all stand beside each other; undefined without the Chinese. */
export function textIn(words: readonly Node[]): Text | undefined {
  const zh = inLanguage(words, 'zh');
  return zh === undefined ? undefined : text(zh, inLanguage(words, 'en'));
}
