import { wordsIn } from '../../file/extension.ts';
import type { ModdleElement } from '../../file/moddle.ts';
import { freshName, type NamedPlain } from '../../file/named.ts';
import { plainOf } from '../../file/plain.ts';

/** A number series as the file says it. */
export interface SeriesPlain extends NamedPlain {
  readonly key: string;
  readonly pattern?: string;
}

/** The number series of a process. */
export const seriesOf = (process: ModdleElement | undefined): readonly SeriesPlain[] =>
  wordsIn(process, 'gc:Series').map((word) => plainOf(word) as SeriesPlain);

/** A new series under a name of its own: two flows whose series have one name would share the numbers. */
export function newSeries(process: ModdleElement | undefined): SeriesPlain {
  const taken = new Set(seriesOf(process).map((series) => series.key));
  const stem = `${(process?.id ?? 'flow').replaceAll(/[^\p{L}\p{N}_]/gu, '_')}_no`;
  let key = stem;
  for (let n = 2; taken.has(key); n += 1) key = `${stem}${n}`;
  return { ...freshName('en', 'Number'), name: '编号', key, pattern: '〔{yyyy}〕{n}号' };
}
