import type { CaseCard, FlowCard } from '@guicheng/server/contract';

/** The flows that may be started: those this person started most often first, then those the office runs most, then by number. */
export function mostUsedFirst(flows: readonly FlowCard[], started: readonly CaseCard[]): readonly FlowCard[] {
  const used = new Map<string, number>();
  for (const { flow } of started) used.set(flow, (used.get(flow) ?? 0) + 1);
  return flows
    .filter((flow) => flow.startable)
    .toSorted(
      (left, right) =>
        (used.get(right.key) ?? 0) - (used.get(left.key) ?? 0) ||
        right.running - left.running ||
        (left.number ?? 99) - (right.number ?? 99),
    );
}
