import type { Grid } from '../../file/dmn/grid.ts';

/** A name for a column of answers that no other has: the field's key, as several columns are told apart by their names. */
export function outputName({ outputs }: Grid, key: string, column: number): string {
  const taken = new Set(outputs.filter((_, at) => at !== column).map(({ name }) => name));
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? key : `${key}_${number}`;
    if (!taken.has(name)) return name;
  }
}
