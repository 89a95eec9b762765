import { names } from '../diagram/feel/names.ts';
import { type FeelNode, feelTree } from '../diagram/feel/tree.ts';
import type { Process } from '../diagram/model.ts';

/**
 * Whether a condition certainly holds for some values and fails for others: one comparison, on one side nothing but a field without bounds
 * that people fill in, on the other side something that does not depend on it.
 */
export function isContingent(process: Process, expression: string): boolean {
  const comparison = unwrapped(feelTree(expression));
  if (comparison.name !== 'Comparison' || comparison.parts.length < 2) return false;
  const [left, right] = [comparison.parts[0], comparison.parts.at(-1)];
  if (!left || !right) return false;
  const apart = names(left.text).every((name) => !names(right.text).includes(name));
  return apart && [left, right].some((side) => openField(process, side.text) !== undefined);
}

/** The field of `a`, `date(a)` and the like, where nothing is known of it but its type and people fill it in; undefined: there is none. */
export function openField(process: Process, side: string): string | undefined {
  const [, inner] = /^(?:(?:date|number|date and time|string)\(\s*)?([\p{L}_][\p{L}\p{N}_]*)(?:\s*\))?$/u.exec(side.trim()) ?? [];
  if (!inner) return undefined;
  const field = process.fields.find(({ key }) => key === inner);
  if (field && (field.minimum !== undefined || field.maximum !== undefined || field.options.length > 0)) return undefined;
  if (field && field.type !== 'number' && field.type !== 'money' && !field.type.startsWith('date')) return undefined;
  const calculated = process.elements.some(
    ({ job, office }) =>
      office.decision?.key === inner ||
      (job?.type === 'set' && job.set.some(({ to }) => to === inner)) ||
      (job?.type === 'decide' && job.output.some(({ to }) => to === inner)),
  );
  return calculated ? undefined : inner;
}

function unwrapped(node: FeelNode): FeelNode {
  const [only] = node.parts;
  return only && node.parts.length === 1 && node.name !== 'Comparison' ? unwrapped(only) : node;
}
