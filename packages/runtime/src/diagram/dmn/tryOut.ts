import type { Text } from '../../words/text.ts';
import { type CellFault, cellFaults } from './cellFaults.ts';
import { chosen } from './chosen.ts';
import { type Decided, decide, type Given } from './decide.ts';
import { decisionFile } from './file.ts';

/** What a table says to values that somebody tries, and what is wrong with it. `decided` is absent where the file is at fault. */
export interface Tried {
  readonly faults: readonly Text[];
  readonly cells: readonly CellFault[];
  readonly decided?: Decided;
}

/** What is tried: values, the moment, and the names that the flow has, where cells are to be judged by them. */
export interface Trying extends Given {
  readonly known?: ReadonlySet<string>;
}

/** Reads a DMN file and makes its decision for values that somebody tries; an answer is not required of it. */
export async function tryOut(file: string, decision: string, { known, ...given }: Trying): Promise<Tried> {
  const read = await decisionFile('tried', { zh: '' }, file);
  const found = chosen([read], { table: 'tried', ...(decision === '' ? {} : { decision }) });
  const cells =
    found?.decision.logic.kind === 'table'
      ? cellFaults(found.decision.logic, known && new Set([...known, ...read.decisions.map(({ variable }) => variable)]))
      : [];
  if (!found || read.faults.length > 0) return { faults: read.faults, cells };
  return { faults: [], cells, decided: decide(read, found.decision, given) };
}
