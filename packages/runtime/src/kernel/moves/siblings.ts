import type { VisitId } from '../../words/ids.ts';
import type { Lineage } from './lineage.ts';

/** What a return takes back, and which visits are then opened anew: the target, and the first of each branch that is redone. */
export interface Undoing {
  readonly taken: ReadonlySet<VisitId>;
  readonly heads: readonly VisitId[];
}

/** Only what came of the target: branches beside keep what they have done. */
export const keeping = (lineage: Lineage, target: VisitId): Undoing => ({
  taken: new Set([target, ...lineage.descendants([target])]),
  heads: [target],
});

/** Also the branches beside that a join had brought together with it, from where they parted. */
export function redoing(lineage: Lineage, target: VisitId): Undoing {
  const before = lineage.ancestors(target);
  const taken = new Set(keeping(lineage, target).taken);
  // A join that is found late may bring in further branches.
  for (let size = 0; size !== taken.size; ) {
    size = taken.size;
    for (const visit of taken) {
      for (const { from } of lineage.visits.get(visit)?.consumed ?? []) {
        const branch = [from, ...lineage.ancestors(from)].filter((one) => !before.has(one) && !taken.has(one));
        for (const one of [...branch, ...lineage.descendants(branch)]) taken.add(one);
      }
    }
  }
  const heads = [...taken].filter((visit) => visit === target || isHead(lineage, visit, taken));
  return { taken, heads };
}

/** A join is no head: it fires again by itself from the arrivals that it gives back. */
function isHead(lineage: Lineage, visit: VisitId, taken: ReadonlySet<VisitId>): boolean {
  const visited = lineage.visits.get(visit);
  return visited !== undefined && visited.state !== 'joined' && visited.from.every((parent) => !taken.has(parent));
}
