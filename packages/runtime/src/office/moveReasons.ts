import type { MoveChoice, MoveObstacle } from '../kernel/stimulus.ts';
import type { VisitId } from '../words/ids.ts';
import type { Refused } from '../words/refusal.ts';
import type { Text } from '../words/text.ts';
import { commitsOf, trailOf } from './caseLog.ts';
import type { Deciding } from './decide.ts';
import type { Parts } from './parts.ts';

/** Why a move is not possible, in words. */
export const MOVE_REASONS: { readonly [reason in MoveObstacle]: Text } = {
  notCompleted: { zh: '这一步还没有办完', en: 'This step is not done yet' },
  notBefore: { zh: '这一步不在当前步骤之前', en: 'This step does not come before the present one' },
  scopeFinished: { zh: '所在的子流程已经结束，请退回到它的入口', en: 'The sub-process it is in is over; send back to its entry instead' },
  branchCut: { zh: '这条分支已经中断', en: 'This branch was cut off' },
  successorTaken: { zh: '下一步已有人签收', en: 'The next step was signed for' },
  successorCompleted: { zh: '下一步已经办完', en: 'The next step is done' },
  notYours: { zh: '这一步不是您办理的', en: 'You did not do this step' },
  interrupted: { zh: '这一步已被中断', en: 'This step was interrupted' },
  instanceOfMany: { zh: '会签中的一份不能单独退回', en: 'One part of a countersigning cannot be sent back to alone' },
};

/** A refused move with the reason that the executor gives for it, where it gives one. */
export async function withReason(
  parts: Parts,
  { head, draft }: Deciding,
  about: { readonly refused: Refused; readonly from: VisitId; readonly is: (choice: MoveChoice) => boolean },
): Promise<Refused> {
  const snapshot = head?.snapshot;
  if (!snapshot || about.refused.code !== 'illegalMove') return about.refused;
  const plans = await parts.definitions.plans(draft.facts.definition, parts.executor.definitions(snapshot));
  const trail = trailOf(await commitsOf(parts.store, draft.facts.case));
  const choice = (await parts.executor.choices({ plans, snapshot, trail, from: about.from })).find(about.is);
  return choice?.reason ? { ...about.refused, expected: MOVE_REASONS[choice.reason] } : about.refused;
}
