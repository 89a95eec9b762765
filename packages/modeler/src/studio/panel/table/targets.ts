import { wordsOf } from '../../file/extension.ts';
import type { Drawn } from '../../file/moddle.ts';
import { type Plain, plainOf } from '../../file/plain.ts';
import type { Grid } from '../../file/dmn/grid.ts';
import { givesList } from '../../file/dmn/hit.ts';

/** How a step keeps what its table answers: whole under one name, or column by column. */
export interface Kept {
  readonly into: string;
  readonly outs: readonly Plain[];
}

/** What a step keeps of its table's answers. */
export function keptAt(element: Drawn): Kept {
  const rule = plainOf(wordsOf(element, 'gc:Rule')[0]);
  return { into: String(rule['into'] ?? ''), outs: wordsOf(element, 'gc:Out').map(plainOf) };
}

/** The field that takes each column's answer, in the order of the columns; empty where none does. */
export function targetsOf(grid: Grid, { into, outs }: Kept): readonly string[] {
  const single = grid.outputs.length === 1;
  return grid.outputs.map(({ name }) => {
    const out = outs.find(({ from }) => readsOf(name, single).includes(String(from)));
    return single && into !== '' ? into : String(out?.['to'] ?? '');
  });
}

/**
 * What a step keeps where its columns go into these fields: the result as it is of one column, else each by its name. What it takes besides, worked
 * out of the result in another way, stays.
 */
export function keeping(grid: Grid, targets: readonly string[], { before, was }: { readonly before: Kept; readonly was: Grid }): Kept {
  const single = grid.outputs.length === 1;
  const ours = new Set(was.outputs.flatMap(({ name }) => readsOf(name, was.outputs.length === 1)));
  const others = before.outs.filter(({ from }) => !ours.has(String(from)));
  if (single) return { into: targets[0] ?? '', outs: others };
  const list = givesList(grid.hit);
  const outs = grid.outputs.flatMap(({ name }, column) => {
    const to = targets[column] ?? '';
    return to === '' ? [] : [{ from: list ? `result.${name}` : name, to }];
  });
  return { into: was.outputs.length === 1 ? '' : before.into, outs: [...outs, ...others] };
}

/** The expressions that read a column's answer off the result. */
const readsOf = (name: string, single: boolean): readonly string[] => [...(single ? ['result'] : []), name, `result.${name}`];
