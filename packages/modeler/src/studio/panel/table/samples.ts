import { mayRead } from '../../condition/tokens.ts';
import type { Subject } from '../../condition/subject.ts';
import type { Grid } from '../../file/dmn/grid.ts';
import type { Reading } from './editor/useReading.ts';

const NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/** What must be filled in to try a table: what its conditions ask, and whatever else of the flow its cells may read. */
export function samples(grid: Grid, { inputs, subjects }: Pick<Reading, 'inputs' | 'subjects'>): readonly Subject[] {
  const asked = inputs.map(({ subject }) => subject).filter(({ key }) => NAME.test(key));
  const texts = [
    ...grid.inputs.map(({ asks }) => asks),
    ...grid.rows.flatMap((row) => [...row.inputs, ...row.outputs].map(({ text }) => text)),
  ].filter((text) => !/^(?:-?[\d.]+|"[^"]*"|-|)$/.test(text));
  const read = subjects.filter(({ key, each }) => !each && texts.some((text) => mayRead(text, key)));
  return [...new Map([...asked, ...read].map((subject) => [subject.key, subject])).values()];
}
