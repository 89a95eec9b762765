import type { CaseId } from '../words/ids.ts';
import type { LoadedCase } from './caseLog.ts';

/** How many cases are kept; one is some twenty kilobytes. */
const MOST = 500;

/**
 * Cases as this server last wrote them, so that the next command on one need not load it. Another server may have written since: whoever
 * decides on a kept case either wins the append, and then it was the last one, or loads and decides again.
 */
export interface KeptCases {
  get(caseId: CaseId): LoadedCase | undefined;
  keep(loaded: LoadedCase): void;
  drop(caseId: CaseId): void;
}

/** Keeps the cases that were written last. */
export function keepCases(): KeptCases {
  const kept = new Map<CaseId, LoadedCase>();
  return {
    get: (caseId) => kept.get(caseId),
    keep(loaded) {
      const caseId = loaded.facts.case;
      kept.delete(caseId);
      kept.set(caseId, loaded);
      const [oldest] = kept.keys();
      if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
    },
    drop: (caseId) => void kept.delete(caseId),
  };
}
