import { MOVE_OBSTACLES, type MoveChoice, type MoveObstacle } from '../kernel/stimulus.ts';
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
  instanceOfMany: {
    zh: '会签中的一份不能单独退回或移走',
    en: 'One part of a countersigning cannot be sent back to, or moved elsewhere, alone',
  },
  notHere: { zh: '办件已不在这一步', en: 'The case is no longer at this step' },
  noPlace: {
    zh: '办件不能停在这里：开始事件、边界事件和事件子流程只能自行发生',
    en: 'Nothing can be put here: starts, events at a border and event sub-processes only happen by themselves',
  },
  insideMany: {
    zh: '不能进入会签或循环步骤的中间，请移到它的入口',
    en: 'Nothing can be put into the middle of a countersigned or repeated step; go to its entry instead',
  },
  joinItself: {
    zh: '不能停在汇合点上，请移到它之前或之后的步骤',
    en: 'Nothing can be put on a join itself; go to a step before or behind it instead',
  },
  joinWaits: {
    zh: '这样移动后，汇合点会永远等不到其他分支',
    en: 'A join would then wait for ever for a branch that never comes',
  },
  markedTwice: {
    zh: '这样移动后，同一段会同时办两遍，汇合点会提前通过',
    en: 'The same part would then run twice at once, and a join would fire too early',
  },
  undecided: {
    zh: '流程图过于复杂，无法断定汇合点还能等齐',
    en: 'The diagram is too intricate to tell that every join would still get all it waits for',
  },
  notMany: { zh: '这一步不是会签，不能加签或减签', en: 'This step is not countersigned, so nobody can be added or taken away' },
  tooMany: { zh: '会签人数超过上限（1000）', en: 'More than the 1,000 that can countersign at a time' },
  lastInstance: { zh: '会签只剩这一份，不能减去', en: 'This is the only one left to countersign, so it cannot be taken away' },
  notUndoable: {
    zh: '流程没有画出怎样补偿这一步，或者已经补偿过',
    en: 'The flow does not say how this step is undone, or it has been undone',
  },
  running: { zh: '办件还没有办结，不需要唤醒', en: 'The case has not ended, so it cannot be woken' },
};

/** A refused move in the office's words, where it tells its reason. */
export function inWords(refused: Refused): Refused {
  const told = MOVE_OBSTACLES.find((reason) => reason === refused.reason);
  return told ? { ...refused, expected: MOVE_REASONS[told] } : refused;
}

/** A refused move with the reason that the executor gives for it, where it gives one. */
export async function withReason(
  parts: Parts,
  { head, draft }: Deciding,
  about: { readonly refused: Refused; readonly from: VisitId; readonly is: (choice: MoveChoice) => boolean },
): Promise<Refused> {
  const snapshot = head?.snapshot;
  const told = inWords(about.refused);
  if (told !== about.refused || !snapshot || told.code !== 'illegalMove') return told;
  const plans = await parts.definitions.plans(draft.facts.definition, parts.executor.definitions(snapshot));
  const trail = trailOf(await commitsOf(parts.store, draft.facts.case));
  const choice = (await parts.executor.choices({ plans, snapshot, trail, from: about.from })).find(about.is);
  return choice?.reason ? { ...about.refused, expected: MOVE_REASONS[choice.reason] } : about.refused;
}
