import type { VisitId } from '../../words/ids.ts';
import { openRun, type Run } from '../run/run.ts';
import type { MoveChoice, MoveKind, MoveObstacle, StepInput } from '../stimulus.ts';
import { taskOf } from '../stimuli/complete.ts';
import { addObstacle } from './addInstance.ts';
import { compensateObstacle } from './compensate.ts';
import { instancesBeside } from './instancesBeside.ts';
import { jumpChoices } from './jumpChoices.ts';
import { type Lineage, lineageOf } from './lineage.ts';
import { removeObstacle } from './removeInstance.ts';
import { reopenChoices } from './reopenChoices.ts';
import { returnChoices } from './returnChoices.ts';
import { withdrawObstacle } from './withdraw.ts';

/** From which visit a move is asked for, and which moves: without a word what the doer of a step may do, returning and withdrawing. */
export interface Asked {
  /** Null: of the case as a whole; only a waking is. */
  readonly from: VisitId | null;
  /** Jumps: what is taken together with it. */
  readonly beside?: readonly VisitId[];
  readonly kinds?: readonly MoveKind[];
}

/**
 * What moves there are from a visit; illegal ones carry the reason, and `step` refuses them with the same. A return is asked for from an
 * open task, a withdrawal from a completed one, a jump from anything that stands somewhere or waits at a join.
 */
export function choices(input: Omit<StepInput, 'stimulus'> & Asked): readonly MoveChoice[] {
  const run = openRun(input);
  const lineage = lineageOf(run, input.trail ?? []);
  const { from, beside = [] } = input;
  return (input.kinds ?? DOERS).flatMap((kind) =>
    kind === 'jump' ? jumpChoices(run, lineage, { from, beside }) : choicesOf(run, lineage, { kind, from }),
  );
}

const DOERS: readonly MoveKind[] = ['return', 'withdraw'];

interface Kind {
  readonly kind: Exclude<MoveKind, 'jump'>;
  readonly from: VisitId | null;
}

function choicesOf(run: Run, lineage: Lineage, { kind, from }: Kind): readonly MoveChoice[] {
  if (kind === 'reopen') return reopenChoices(run, lineage);
  const visited = from && lineage.visits.get(from);
  if (!visited) return [];
  const isTask = taskOf(run, visited.visit) !== undefined;
  const told = (move: MoveKind, visit: VisitId, reason: MoveObstacle | undefined): MoveChoice => ({
    move,
    visit,
    element: visited.element,
    legal: reason === undefined,
    ...(reason ? { reason } : {}),
    takesBack: [],
  });
  const beside = instancesBeside(run, visited.visit);
  switch (kind) {
    case 'return':
      return isTask ? returnChoices(run, lineage, visited.visit) : [];
    case 'withdraw':
      return isTask ? [] : [told(kind, visited.visit, withdrawObstacle(run, lineage, visited.visit))];
    case 'addInstance':
      return [told(kind, beside?.host ?? visited.visit, addObstacle(run, beside?.host ?? visited.visit, 1))];
    case 'removeInstance':
      return (beside?.items ?? [visited.visit]).map((item) => told(kind, item, removeObstacle(run, item)));
    case 'compensate':
      return [told(kind, visited.visit, compensateObstacle(run, visited.visit))];
  }
}
