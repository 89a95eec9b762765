import type { Problem } from '@guicheng/runtime/checking';

/**
 * Puts findings in the order in which people should hear of them: what must be mended before publishing first; of that, what can be played;
 * of that, what is new since the findings before. It remembers those, so there is one for each open drawing.
 */
export function makeOrder(): (problems: readonly Problem[]) => readonly Problem[] {
  let round = 0;
  let since: ReadonlyMap<string, number> = new Map();
  return (problems) => {
    round += 1;
    since = new Map(problems.map((problem) => [keyOf(problem), since.get(keyOf(problem)) ?? round]));
    const age = (problem: Problem): number => round - (since.get(keyOf(problem)) ?? round);
    return problems.toSorted(
      (one, other) => rank(one) - rank(other) || Number(isPlayed(other)) - Number(isPlayed(one)) || age(one) - age(other),
    );
  };
}

/** Whether there is a run to be shown. */
export const isPlayed = ({ play }: Problem): boolean => play !== undefined && play.length > 0;

const rank = ({ severity }: Problem): number => (severity === 'error' ? 0 : 1);

/** The same finding at the same place, also after what it names was renamed. */
const keyOf = ({ rule, element }: Problem): string => `${rule} ${element}`;
