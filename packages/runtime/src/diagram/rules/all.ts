import { rule as adHocEmpty } from './adHocEmpty.ts';
import { rule as adHocEvents } from './adHocEvents.ts';
import { rule as asideEdge } from './asideEdge.ts';
import { rule as asideFlows } from './asideFlows.ts';
import { rule as asideNoneStart } from './asideNoneStart.ts';
import { rule as asideStarts } from './asideStarts.ts';
import { rule as boundaryForNothing } from './boundaryForNothing.ts';
import { rule as boundaryHost } from './boundaryHost.ts';
import { rule as boundaryIncoming } from './boundaryIncoming.ts';
import { rule as boundaryKind } from './boundaryKind.ts';
import { rule as callsItself } from './callsItself.ts';
import { rule as cancelEdge } from './cancelEdge.ts';
import { rule as cancelEnd } from './cancelEnd.ts';
import { rule as caughtTwice } from './caughtTwice.ts';
import { rule as callWithoutStart } from './callWithoutStart.ts';
import { rule as complexJoin } from './complexJoin.ts';
import { rule as conditionAtEvent } from './conditionAtEvent.ts';
import { rule as conditionAtParallel } from './conditionAtParallel.ts';
import { rule as conditionMissing } from './conditionMissing.ts';
import { rule as conditionNotSaid } from './conditionNotSaid.ts';
import { rule as conditionOnDefault } from './conditionOnDefault.ts';
import { rule as cycleOnce } from './cycleOnce.ts';
import { rule as danglingFlow } from './danglingFlow.ts';
import { rule as declaredTwice } from './declaredTwice.ts';
import { rule as defaultNeverTaken } from './defaultNeverTaken.ts';
import { rule as duplicateField } from './duplicateField.ts';
import { rule as endKind } from './endKind.ts';
import { rule as endOutgoing } from './endOutgoing.ts';
import { rule as errorWithoutCode } from './errorWithoutCode.ts';
import { rule as escalationWithoutCode } from './escalationWithoutCode.ts';
import { rule as feelFault } from './feelFault.ts';
import { rule as flowAcrossEdge } from './flowAcrossEdge.ts';
import { rule as flowAcrossPools } from './flowAcrossPools.ts';
import { rule as foreignExpression } from './foreignExpression.ts';
import { rule as foreignOtherwise } from './foreignOtherwise.ts';
import { rule as foreignUnread } from './foreignUnread.ts';
import { rule as gatewayOfOne } from './gatewayOfOne.ts';
import { rule as innerStartTrigger } from './innerStartTrigger.ts';
import { rule as joinsAndSplits } from './joinsAndSplits.ts';
import { rule as laneTwice } from './laneTwice.ts';
import { rule as linkAcross } from './linkAcross.ts';
import { rule as linkFlows } from './linkFlows.ts';
import { rule as linkPartner } from './linkPartner.ts';
import { rule as linkTwice } from './linkTwice.ts';
import { rule as loneCondition } from './loneCondition.ts';
import { rule as loopMaximum } from './loopMaximum.ts';
import { rule as loopWithoutEnd } from './loopWithoutEnd.ts';
import { rule as manyTwice } from './manyTwice.ts';
import { rule as manyWithoutEvent } from './manyWithoutEvent.ts';
import { rule as manyWithoutList } from './manyWithoutList.ts';
import { rule as messageFlowEnd } from './messageFlowEnd.ts';
import { rule as messageFlowLoose } from './messageFlowLoose.ts';
import { rule as messageFlowWithin } from './messageFlowWithin.ts';
import { rule as messageWithoutKey } from './messageWithoutKey.ts';
import { rule as mustInterrupt } from './mustInterrupt.ts';
import { rule as namelessMessage } from './namelessMessage.ts';
import { rule as neverFilled } from './neverFilled.ts';
import { rule as nobodyAssigned } from './nobodyAssigned.ts';
import { rule as unknownTable } from './unknownTable.ts';
import { rule as tableFault } from './tableFault.ts';
import { rule as tableName } from './tableName.ts';
import { rule as rulesOverlap } from './rulesOverlap.ts';
import { rule as dataStore } from './dataStore.ts';
import { rule as decisionElsewhere } from './decisionElsewhere.ts';
import { rule as nobodyServes } from './nobodyServes.ts';
import { rule as nobodyStarts } from './nobodyStarts.ts';
import { rule as noEnd } from './noEnd.ts';
import { rule as noStart } from './noStart.ts';
import { rule as nothingToUndo } from './nothingToUndo.ts';
import { rule as noTimeGiven } from './noTimeGiven.ts';
import { rule as noWayOn } from './noWayOn.ts';
import { rule as openEnd } from './openEnd.ts';
import { rule as outsideLanes } from './outsideLanes.ts';
import { rule as parallelOfOne } from './parallelOfOne.ts';
import { rule as poolMultiplicity } from './poolMultiplicity.ts';
import { rule as poolTwice } from './poolTwice.ts';
import { rule as quantityBelowOne } from './quantityBelowOne.ts';
import { rule as receiveStartIncoming } from './receiveStartIncoming.ts';
import { rule as receiveWithoutMessage } from './receiveWithoutMessage.ts';
import type { Rule } from './rule.ts';
import { rule as sameFlowTwice } from './sameFlowTwice.ts';
import { rule as sameName } from './sameName.ts';
import { rule as sameWayOn } from './sameWayOn.ts';
import { rule as scriptTask } from './scriptTask.ts';
import { rule as sendsNothing } from './sendsNothing.ts';
import { rule as startKind } from './startKind.ts';
import { rule as throwKind } from './throwKind.ts';
import { rule as timerTwoTimes } from './timerTwoTimes.ts';
import { rule as timerUnreadable } from './timerUnreadable.ts';
import { rule as timerWithoutTime } from './timerWithoutTime.ts';
import { rule as togetherByMessage } from './togetherByMessage.ts';
import { rule as togetherNotStart } from './togetherNotStart.ts';
import { rule as undoAlone } from './undoAlone.ts';
import { rule as undoEdgeFlow } from './undoEdgeFlow.ts';
import { rule as undoFlows } from './undoFlows.ts';
import { rule as undoNotMarked } from './undoNotMarked.ts';
import { rule as undoWithoutStep } from './undoWithoutStep.ts';
import { rule as unknownCall } from './unknownCall.ts';
import { rule as unknownDefault } from './unknownDefault.ts';
import { rule as unknownField } from './unknownField.ts';
import { rule as unknownInLane } from './unknownInLane.ts';
import { rule as unknownMessage } from './unknownMessage.ts';
import { rule as unknownName } from './unknownName.ts';
import { rule as unknownOption } from './unknownOption.ts';
import { rule as unknownPerson } from './unknownPerson.ts';
import { rule as unknownPoolFlow } from './unknownPoolFlow.ts';
import { rule as unknownPost } from './unknownPost.ts';
import { rule as unknownReference } from './unknownReference.ts';
import { rule as unknownStep } from './unknownStep.ts';
import { rule as unknownTrigger } from './unknownTrigger.ts';
import { rule as unknownUndone } from './unknownUndone.ts';
import { rule as unknownUnit } from './unknownUnit.ts';
import { rule as unnamedStep } from './unnamedStep.ts';
import { rule as unreachable } from './unreachable.ts';
import { rule as waitForNothing } from './waitForNothing.ts';
import { rule as waitKind } from './waitKind.ts';
import { rule as waitMixed } from './waitMixed.ts';
import { rule as waitOfOne } from './waitOfOne.ts';
import { rule as waitSame } from './waitSame.ts';
import { rule as waitStartIncoming } from './waitStartIncoming.ts';
import { rule as waitTarget } from './waitTarget.ts';
import { rule as waitTargetEdge } from './waitTargetEdge.ts';
import { rule as waitTargetTwice } from './waitTargetTwice.ts';

/** Rules that belong together, as docs/rules.md shows them. */
export const GROUPS: { readonly [group: string]: readonly Rule[] } = {
  /** Where arrows lead, and when they are taken. */
  arrows: [
    noStart,
    danglingFlow,
    flowAcrossPools,
    flowAcrossEdge,
    noWayOn,
    endOutgoing,
    boundaryIncoming,
    conditionMissing,
    conditionOnDefault,
    unknownDefault,
    conditionAtParallel,
    conditionAtEvent,
    loneCondition,
    unknownOption,
    sameFlowTwice,
    defaultNeverTaken,
  ],
  /** Where ways part and meet. */
  gateways: [
    waitOfOne,
    waitTarget,
    waitTargetTwice,
    waitMixed,
    waitTargetEdge,
    waitStartIncoming,
    togetherByMessage,
    togetherNotStart,
    waitSame,
    complexJoin,
    gatewayOfOne,
    joinsAndSplits,
  ],
  /** What happens. */
  events: [
    boundaryHost,
    boundaryForNothing,
    boundaryKind,
    startKind,
    innerStartTrigger,
    waitKind,
    waitForNothing,
    throwKind,
    endKind,
    unknownTrigger,
    mustInterrupt,
    linkPartner,
    linkTwice,
    linkAcross,
    linkFlows,
    timerWithoutTime,
    timerTwoTimes,
    timerUnreadable,
    conditionNotSaid,
    errorWithoutCode,
    escalationWithoutCode,
    cycleOnce,
    caughtTwice,
    parallelOfOne,
  ],
  /** What is undone, and what stands beside the flow. */
  undoing: [
    cancelEdge,
    cancelEnd,
    undoEdgeFlow,
    undoWithoutStep,
    undoNotMarked,
    undoFlows,
    unknownUndone,
    undoAlone,
    nothingToUndo,
    asideFlows,
    asideStarts,
    asideNoneStart,
    asideEdge,
  ],
  /** What is done at a step. */
  steps: [
    scriptTask,
    unknownCall,
    callWithoutStart,
    callsItself,
    manyWithoutList,
    manyTwice,
    manyWithoutEvent,
    loopWithoutEnd,
    loopMaximum,
    quantityBelowOne,
    receiveStartIncoming,
    adHocEvents,
    adHocEmpty,
    receiveWithoutMessage,
    sendsNothing,
    nobodyServes,
    unknownTable,
    tableFault,
    tableName,
    rulesOverlap,
    decisionElsewhere,
    dataStore,
  ],
  /** Pools, lanes and messages. */
  partners: [
    poolTwice,
    poolMultiplicity,
    unknownPoolFlow,
    messageFlowWithin,
    messageFlowLoose,
    messageFlowEnd,
    unknownMessage,
    laneTwice,
    outsideLanes,
    unknownInLane,
    namelessMessage,
    declaredTwice,
    messageWithoutKey,
    unknownReference,
  ],
  /** What is written in it: expressions, the form, people, time. */
  office: [
    feelFault,
    unknownName,
    duplicateField,
    unknownField,
    unknownStep,
    nobodyAssigned,
    unknownPost,
    unknownPerson,
    unknownUnit,
    noTimeGiven,
    foreignExpression,
    foreignOtherwise,
  ],
  /** What is only worth a look. */
  looks: [unreachable, openEnd, noEnd, unnamedStep, sameName, sameWayOn, neverFilled, nobodyStarts, foreignUnread],
};

/** The rules in the order in which their findings are shown. */
export const RULES: readonly Rule[] = Object.values(GROUPS).flat();
