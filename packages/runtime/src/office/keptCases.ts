import type { Answered } from '../ports/commit.ts';
import type { CaseId } from '../words/ids.ts';
import type { LoadedCase } from './caseLog.ts';

/** How many cases are kept; one is some twenty kilobytes. */
const MOST = 500;

/** Of how many long cases all answers are kept. */
const MOST_LONG = 50;

/**
 * Cases as this server last wrote them, so that the next command on one need not load it. Another server may have written since: whoever
 * decides on a kept case either wins the append, and then it was the last one, or loads and decides again.
 */
export interface KeptCases {
  get(caseId: CaseId): LoadedCase | undefined;
  keep(loaded: LoadedCase): void;
  drop(caseId: CaseId): void;
  /** All requests that a case ever answered, by id: read once, then followed as long as the case is kept. For those longer than a head remembers. */
  answered(caseId: CaseId, read: () => Promise<readonly Answered[]>): Promise<ReadonlyMap<string, Answered>>;
}

/** Keeps the cases that were written last. */
export function keepCases(): KeptCases {
  const kept = lastUsed<LoadedCase>(MOST);
  const long = lastUsed<Map<string, Answered>>(MOST_LONG);
  return {
    get: kept.get,
    keep(loaded) {
      const caseId = loaded.facts.case;
      kept.put(caseId, loaded);
      const last = loaded.head.answered.at(-1);
      if (last) long.get(caseId)?.set(last.id, last);
    },
    drop(caseId) {
      kept.drop(caseId);
      long.drop(caseId);
    },
    async answered(caseId, read) {
      const there = long.get(caseId) ?? new Map((await read()).map((one) => [one.id, one]));
      long.put(caseId, there);
      return there;
    },
  };
}

/** So many of something by case: what was put longest ago makes room. */
function lastUsed<Value>(most: number) {
  const values = new Map<CaseId, Value>();
  return {
    get: (caseId: CaseId): Value | undefined => values.get(caseId),
    put(caseId: CaseId, value: Value): void {
      values.delete(caseId);
      values.set(caseId, value);
      const [oldest] = values.keys();
      if (values.size > most && oldest !== undefined) values.delete(oldest);
    },
    drop: (caseId: CaseId): void => void values.delete(caseId),
  };
}
