/** The value that this share of the samples does not exceed, by the nearest rank; NaN for none. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((left, right) => left - right);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** The best of five rounds, stopping at the first that is good enough: what an absolute goal is met by. */
export async function bestOfFive(round: () => Promise<number>, enough: (value: number) => boolean): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let one = 0; one < 5; one += 1) {
    best = Math.min(best, await round());
    if (enough(best)) break;
  }
  return best;
}
