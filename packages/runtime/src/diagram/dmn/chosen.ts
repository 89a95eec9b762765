import type { Decide } from '../model.ts';
import type { Decision, DecisionFile } from './model.ts';

/** The table and the decision that a step asks for; undefined where the process has no such one, or several could be meant. */
export function chosen(
  tables: readonly DecisionFile[],
  { table, decision }: Pick<Decide, 'table' | 'decision'>,
): { readonly file: DecisionFile; readonly decision: Decision } | undefined {
  const file = tables.find(({ key }) => key === table);
  const named = file?.decisions.filter(({ id }) => (decision === undefined ? !isNeeded(file, id) : id === decision)) ?? [];
  const [only] = named;
  return file && only && named.length === 1 ? { file, decision: only } : undefined;
}

const isNeeded = ({ decisions }: DecisionFile, id: string): boolean => decisions.some(({ needs }) => needs.includes(id));
