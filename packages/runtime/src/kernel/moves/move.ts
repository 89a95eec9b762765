import type { Refused } from '../../words/refusal.ts';
import type { Pass } from '../marking.ts';
import type { Run } from '../run/run.ts';
import type { Move } from '../stimulus.ts';
import { addInstance } from './addInstance.ts';
import { compensate } from './compensate.ts';
import { jump } from './jump.ts';
import { migrate } from './migrate.ts';
import { removeInstance } from './removeInstance.ts';
import { reopen } from './reopen.ts';
import { returnTo } from './return.ts';
import { withdraw } from './withdraw.ts';

/** A move of a person over the diagram. */
export function move(run: Run, move: Move, trail: readonly Pass[]): Refused | undefined {
  switch (move.kind) {
    case 'return':
      return returnTo(run, move, trail);
    case 'withdraw':
      return withdraw(run, move.visit, trail);
    case 'jump':
      return jump(run, move, trail);
    case 'addInstance':
      return addInstance(run, move);
    case 'removeInstance':
      return removeInstance(run, move.visit);
    case 'reopen':
      return reopen(run, move.at, trail);
    case 'migrate':
      return migrate(run, move, trail);
    case 'compensate':
      return compensate(run, move.visits);
  }
}
