import type { CasePage, RunningLimit } from '@guicheng/server/contract';

/** Which limits of a case its lines 现在到 tell already, each by its task, and which are still to be told. */
export interface LimitsOfLines {
  readonly told: ReadonlyMap<string, RunningLimit>;
  readonly rest: readonly RunningLimit[];
}

/**
 * A line tells the limit that runs for its own step and is the first to run out there. What runs for the whole case, spans steps or runs
 * out later is not told by a line.
 */
export function limitsOfLines({ card, limits }: Pick<CasePage, 'card' | 'limits'>): LimitsOfLines {
  const told = new Map<string, RunningLimit>();
  for (const open of card.open) {
    const own = limits.find((limit) => open.due?.at === limit.due.at && visitOf(limit) === open.task.slice(card.id.length + 1));
    if (own) told.set(open.task, own);
  }
  const said = new Set([...told.values()].map((limit) => limit.id));
  return { told, rest: limits.filter((limit) => !said.has(limit.id)) };
}

/** A clock's name ends with the visit or the scope for which it runs. */
const visitOf = (limit: RunningLimit): string => limit.id.slice(limit.id.lastIndexOf(':') + 1);
