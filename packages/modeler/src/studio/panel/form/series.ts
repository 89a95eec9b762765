import { putWords, wordsIn } from '../../file/extension.ts';
import type { ModdleElement, Services } from '../../file/moddle.ts';
import { plainOf, type Plain } from '../../file/plain.ts';
import type { FieldPlain } from './fieldPlain.ts';
import { drawnOf } from './process.ts';

/** A number series as the file says it. */
export interface SeriesPlain extends Plain {
  readonly key: string;
  readonly name?: string;
  readonly pattern?: string;
}

/** The number series of a process. */
export const seriesOf = (process: ModdleElement): readonly SeriesPlain[] =>
  wordsIn(process, 'gc:Series').map((word) => plainOf(word) as SeriesPlain);

/** How a new series is written: the year, a hyphen, four digits. */
const PATTERN = '{yyyy}-{n:4}';

/** Makes sure that the series of a field is there, under the field's name. Nothing happens where it is, or where the field needs none. */
export function ensureSeries(modeler: Services, process: ModdleElement, field: FieldPlain): void {
  const all = seriesOf(process);
  const drawn = drawnOf(modeler, process);
  if (field.type !== 'series' || !field.series || !drawn || all.some(({ key }) => key === field.series)) return;
  const made = { key: field.series, name: field.name ?? '', pattern: PATTERN, names: field.names ?? [] };
  putWords(modeler, drawn, { word: 'gc:Series', to: [...all, made], within: process });
}

/** Writes the numbers of a series differently from now on: one command. */
export function putPattern(modeler: Services, process: ModdleElement, series: { readonly key: string; readonly pattern: string }): void {
  const drawn = drawnOf(modeler, process);
  if (!drawn) return;
  const to = seriesOf(process).map((one) => (one.key === series.key ? { ...one, pattern: series.pattern } : one));
  putWords(modeler, drawn, { word: 'gc:Series', to, within: process });
}

/** How a number would look. */
export const exampleOf = (pattern: string, year: number): string =>
  pattern
    .replaceAll('{yyyy}', String(year))
    .replaceAll(/\{n(?::(\d+))?\}/g, (_, digits: string | undefined) => '1'.padStart(Number(digits ?? 1), '0'));
