import type { Subject } from '../../condition/subject.ts';
import { addOutput, putOutput } from '../../file/dmn/columns.ts';
import { type Grid, gridOf } from '../../file/dmn/grid.ts';
import { outputName } from './outputName.ts';
import { typeRefOf } from './typeRef.ts';

const NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/** The table's file with one more column of answers, for a field. As soon as there are two, each needs a name that FEEL can read. */
export function withAnswer(grid: Grid, targets: readonly string[], { subject }: { readonly subject: Subject }): string {
  const [lone] = grid.outputs;
  if (grid.outputs.length === 1 && lone && !NAME.test(lone.name)) {
    const name = targets[0] || 'result_1';
    const named = gridOf(putOutput(grid, 0, { name, label: lone.label || lone.name, type: '' }), grid.decision);
    if (named) return withAnswer(named, targets, { subject });
  }
  const name = outputName(grid, subject.key, grid.outputs.length);
  return addOutput(grid, { name, label: subject.name.zh, type: typeRefOf(subject.type) });
}
