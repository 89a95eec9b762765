import type { Decision, DecisionFile } from './model.ts';

/** A decision and all that it needs of its file, what is needed first. A circle, which is refused elsewhere, is cut. */
export function needed({ decisions }: DecisionFile, decision: Decision): readonly Decision[] {
  const order = new Set<Decision>();
  const begun = new Set<Decision>();
  const visit = (one: Decision): void => {
    begun.add(one);
    for (const need of one.needs) {
      const other = decisions.find(({ id }) => id === need);
      if (other && !begun.has(other)) visit(other);
    }
    order.add(one);
  };
  visit(decision);
  return [...order];
}
