import { wordsIn } from '../../file/extension.ts';
import { textAt, type ModdleElement } from '../../file/moddle.ts';
import type { Plain } from '../../file/plain.ts';

/** A new series under a name of its own: two flows whose series have one name would share the numbers. */
export function newSeries(process: ModdleElement | undefined): Plain {
  const taken = new Set(wordsIn(process, 'gc:Series').map((word) => textAt(word, 'key')));
  const stem = `${(process?.id ?? 'flow').replaceAll(/[^\p{L}\p{N}_]/gu, '_')}_no`;
  let key = stem;
  for (let n = 2; taken.has(key); n += 1) key = `${stem}${n}`;
  return { key, name: '编号', names: [{ lang: 'en', text: 'Number' }], pattern: '〔{yyyy}〕{n}号' };
}
