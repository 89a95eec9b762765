import { rule as boundaryIncoming } from './boundaryIncoming.ts';
import { rule as conditionAtParallel } from './conditionAtParallel.ts';
import { rule as conditionMissing } from './conditionMissing.ts';
import { rule as conditionOnDefault } from './conditionOnDefault.ts';
import { rule as danglingFlow } from './danglingFlow.ts';
import { rule as duplicateField } from './duplicateField.ts';
import { rule as feelFault } from './feelFault.ts';
import { rule as linkPartner } from './linkPartner.ts';
import { rule as neverFilled } from './neverFilled.ts';
import { rule as nobodyAssigned } from './nobodyAssigned.ts';
import { rule as nobodyStarts } from './nobodyStarts.ts';
import { rule as noEnd } from './noEnd.ts';
import { rule as noStart } from './noStart.ts';
import { rule as noTimeGiven } from './noTimeGiven.ts';
import { rule as noWayOn } from './noWayOn.ts';
import { rule as openEnd } from './openEnd.ts';
import type { Rule } from './rule.ts';
import { rule as sameName } from './sameName.ts';
import { rule as sameWayOn } from './sameWayOn.ts';
import { rule as scriptTask } from './scriptTask.ts';
import { rule as unknownCall } from './unknownCall.ts';
import { rule as unknownField } from './unknownField.ts';
import { rule as unknownName } from './unknownName.ts';
import { rule as unknownOption } from './unknownOption.ts';
import { rule as unknownPost } from './unknownPost.ts';
import { rule as unknownStep } from './unknownStep.ts';
import { rule as unknownUnit } from './unknownUnit.ts';
import { rule as unnamedStep } from './unnamedStep.ts';
import { rule as unreachable } from './unreachable.ts';

/** The rules in the order in which their findings are shown: shape, ways, words, people, then what is only worth a look. */
export const RULES: readonly Rule[] = [
  noStart,
  danglingFlow,
  noWayOn,
  boundaryIncoming,
  linkPartner,
  conditionMissing,
  conditionOnDefault,
  conditionAtParallel,
  unknownOption,
  scriptTask,
  unknownCall,
  feelFault,
  unknownName,
  duplicateField,
  unknownField,
  unknownStep,
  nobodyAssigned,
  unknownPost,
  unknownUnit,
  noTimeGiven,
  unreachable,
  openEnd,
  noEnd,
  unnamedStep,
  sameName,
  sameWayOn,
  neverFilled,
  nobodyStarts,
];
