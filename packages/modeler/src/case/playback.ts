import type { CaseDiagram, PersonRef } from '@guicheng/server/contract';

/** What of a diagram is marked at one moment of a case. */
export interface Still {
  /** How often each element was gone through by then. */
  readonly passes: ReadonlyMap<string, number>;
  /** Gone through, and not taken back later by then. */
  readonly done: readonly string[];
  /** Taken back by a return or a withdrawal, and not done again by then. */
  readonly returned: readonly string[];
  readonly now: readonly string[];
  readonly flows: readonly string[];
  /** What came to its end at this very moment, with who did it and since when it had lain there. */
  readonly just: readonly {
    readonly element: string;
    readonly by: PersonRef | null;
    readonly closed: string;
    readonly enteredAt: string;
    readonly at: string;
  }[];
}

/** The moments at which something came to its end, oldest first, each once: the positions of the slider. */
export const momentsOf = (diagram: Pick<CaseDiagram, 'passes'>): readonly string[] =>
  [...new Set(diagram.passes.map((pass) => pass.at))].sort();

/** The diagram as it stood after the `position`-th moment: 0 is before the first, the number of moments is now. */
export function stillAt(diagram: Pick<CaseDiagram, 'passes' | 'flows' | 'open' | 'choosing'>, position: number): Still {
  const moments = momentsOf(diagram);
  const last = position >= moments.length;
  const at = moments[Math.min(position, moments.length) - 1] ?? '';
  const past = diagram.passes.filter((pass) => pass.at <= at);
  const passes = new Map<string, number>();
  const latest = new Map<string, string>();
  for (const pass of past) {
    if (pass.closed === 'completed' || pass.closed === 'joined') passes.set(pass.element, (passes.get(pass.element) ?? 0) + 1);
    latest.set(pass.element, pass.closed);
  }
  const begun = diagram.passes.filter((pass) => pass.at > at && pass.enteredAt <= at && pass.enteredAt !== pass.at);
  const open = last ? diagram.open : diagram.open.filter((one) => one.since <= at);
  const now = [...new Set([...begun.map((pass) => pass.element), ...open.map((one) => one.element), ...(last ? diagram.choosing : [])])];
  const of = (...closed: readonly string[]): readonly string[] =>
    [...latest].filter(([element, how]) => closed.includes(how) && !now.includes(element)).map(([element]) => element);
  return {
    passes,
    done: of('completed', 'joined'),
    returned: of('takenBack'),
    now,
    flows: [...new Set((last ? diagram.flows : diagram.flows.filter((flow) => flow.at <= at)).map((flow) => flow.flow))],
    just: position === 0 ? [] : past.filter((pass) => pass.at === at),
  };
}
