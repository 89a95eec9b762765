import { readBpmn } from '@guicheng/runtime/checking';
import type { Text } from '@guicheng/runtime/model';
import type { Names } from './change.ts';
import { differenceOf, type Difference } from './difference.ts';
import { isModdle } from './moddle.ts';

/** The difference, or which of the two files cannot be read and why. */
export type Compared =
  | { readonly ok: true; readonly difference: Difference }
  | { readonly ok: false; readonly which: 'from' | 'to'; readonly reason: Text };

/** Two files to be compared, and the names that stand in the organization. */
export interface Comparing {
  readonly from: string;
  readonly to: string;
  readonly names: Names;
}

/** Reads two BPMN files and says what changed from one to the other. Some 300 ms for large ones: in a worker. */
export async function compare({ from, to, names }: Comparing): Promise<Compared> {
  const [before, after] = await Promise.all([readBpmn(from), readBpmn(to)]);
  if (!before.ok) return { ok: false, which: 'from', reason: before.expected };
  if (!after.ok) return { ok: false, which: 'to', reason: after.expected };
  if (!isModdle(before.root) || !isModdle(after.root)) throw new Error('moddle answered without an element');
  return { ok: true, difference: differenceOf(before.root, after.root, names) };
}
