import { putWords } from '../../file/extension.ts';
import { drawnOf } from '../../file/process.ts';
import type { ModdleElement, Services } from '../../file/moddle.ts';
import { newSeries, seriesOf, type SeriesPlain } from '../process/series.ts';
import type { FieldPlain } from './fieldPlain.ts';

const putSeries = (modeler: Services, process: ModdleElement, to: readonly SeriesPlain[]): void => {
  const drawn = drawnOf(modeler, process);
  if (drawn) putWords(modeler, drawn, { word: 'gc:Series', to, within: process });
};

/** The field with a series that is there: one that needs numbers and has none gets a series of its own, under its name, in the same breath. */
export function withSeries(modeler: Services, process: ModdleElement, field: FieldPlain): FieldPlain {
  const all = seriesOf(process);
  if (field.type !== 'series' || all.some(({ key }) => key === field.series)) return field;
  const fresh = newSeries(process);
  putSeries(modeler, process, [...all, field.name ? { ...fresh, name: field.name, names: field.names } : fresh]);
  return { ...field, series: fresh.key };
}

/** Writes the numbers of a series differently from now on: one command. */
export const putPattern = (modeler: Services, process: ModdleElement, series: { readonly key: string; readonly pattern: string }): void =>
  putSeries(
    modeler,
    process,
    seriesOf(process).map((one) => (one.key === series.key ? { ...one, pattern: series.pattern } : one)),
  );
