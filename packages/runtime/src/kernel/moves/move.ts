import { type Refused, refuse } from '../../words/refusal.ts';
import type { Pass } from '../marking.ts';
import type { Run } from '../run/run.ts';
import type { Move } from '../stimulus.ts';
import { migrate } from './migrate.ts';
import { returnTo } from './return.ts';
import { withdraw } from './withdraw.ts';

/** A move of a person over the diagram. */
export function move(run: Run, move: Move, trail: readonly Pass[]): Refused | undefined {
  if (move.kind === 'return') return returnTo(run, move, trail);
  if (move.kind === 'withdraw') return withdraw(run, move.visit, trail);
  if (move.kind === 'migrate') return migrate(run, move, trail);
  return refuse('unsupported', move.kind, { zh: '这种操作暂不能执行', en: `${move.kind} is not done yet` });
}
