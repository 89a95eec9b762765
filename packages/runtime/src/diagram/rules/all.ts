import { rule as boundaryIncoming } from './boundaryIncoming.ts';
import { rule as conditionAtParallel } from './conditionAtParallel.ts';
import { rule as conditionMissing } from './conditionMissing.ts';
import { rule as conditionOnDefault } from './conditionOnDefault.ts';
import { rule as danglingFlow } from './danglingFlow.ts';
import { rule as duplicateField } from './duplicateField.ts';
import { rule as feelFault } from './feelFault.ts';
import { rule as linkPartner } from './linkPartner.ts';
import { rule as nobodyAssigned } from './nobodyAssigned.ts';
import { rule as noStart } from './noStart.ts';
import { rule as noWayOn } from './noWayOn.ts';
import type { Rule } from './rule.ts';
import { rule as scriptTask } from './scriptTask.ts';
import { rule as unknownCall } from './unknownCall.ts';
import { rule as unknownField } from './unknownField.ts';
import { rule as unknownName } from './unknownName.ts';
import { rule as unknownStep } from './unknownStep.ts';

/** The rules in the order in which their findings are shown: shape, ways, words, people. */
export const RULES: readonly Rule[] = [
  noStart,
  danglingFlow,
  noWayOn,
  boundaryIncoming,
  linkPartner,
  conditionMissing,
  conditionOnDefault,
  conditionAtParallel,
  scriptTask,
  unknownCall,
  feelFault,
  unknownName,
  duplicateField,
  unknownField,
  unknownStep,
  nobodyAssigned,
];
