import type { Teller } from './change.ts';
import { tellAccess } from './say/access.ts';
import { tellCondition, tellDefault, tellEnds } from './say/branch.ts';
import { tellCall, tellIn, tellOut, tellPayload, tellSet } from './say/data.ts';
import { tellDecision } from './say/decision.ts';
import { tellAttached, tellEvent, tellInterrupts } from './say/event.ts';
import { tellForeign } from './say/foreign.ts';
import { tellForm } from './say/form.ts';
import { tellHandling } from './say/handling.ts';
import { tellKind, tellInside } from './say/kind.ts';
import { tellLimits } from './say/limit.ts';
import { tellName, tellOtherNames } from './say/names.ts';
import { tellChecks, tellOriginals } from './say/papers.ts';
import { tellAbout, tellExecutable, tellLinks, tellSeries } from './say/process.ts';
import { tellRisks } from './say/risk.ts';
import { tellRule, tellTables } from './say/table.ts';
import { tellDocumentation, tellGuidance, tellOrigin } from './say/texts.ts';
import { tellTimes } from './say/times.ts';
import { tellLane, tellNotSame, tellPost, tellStarter, tellWho } from './say/who.ts';

/** Who says what, in the order in which it is said. What is not here is said in general. */
export const TELLERS: ReadonlyMap<string, Teller> = new Map<string, Teller>([
  ['name', tellName],
  ['text', tellName],
  ['gc:Name', tellOtherNames],
  ['#type', tellKind],
  ['#inside', tellInside],
  ['#lane', tellLane],
  ['gc:Assignment', tellWho],
  ['gc:NotSameAs', tellNotSame],
  ['loopCharacteristics', tellTimes],
  ['#ends', tellEnds],
  ['attachedToRef', tellAttached],
  ['conditionExpression', tellCondition],
  ['default', tellDefault],
  ['eventDefinitions', tellEvent],
  ['cancelActivity', tellInterrupts],
  ['isInterrupting', tellInterrupts],
  ['calledElement', tellCall],
  ['gc:Decision', tellDecision],
  ['gc:Access', tellAccess],
  ['gc:Deadline', tellLimits],
  ['gc:Risk', tellRisks],
  ['gc:Handling', tellHandling],
  ['gc:Original', tellOriginals],
  ['gc:Check', tellChecks],
  ['gc:Guidance', tellGuidance],
  ['gc:DecisionTable', tellTables],
  ['gc:Rule', tellRule],
  ['gc:In', tellIn],
  ['gc:Out', tellOut],
  ['gc:Set', tellSet],
  ['gc:Payload', tellPayload],
  ['gc:About', tellAbout],
  ['gc:Starter', tellStarter],
  ['gc:Series', tellSeries],
  ['gc:Form', tellForm],
  ['gc:Link', tellLinks],
  ['isExecutable', tellExecutable],
  ['gc:Post', tellPost],
  ['gc:Origin', tellOrigin],
  ['documentation', tellDocumentation],
  ['$attrs', tellForeign],
  ['foreign', tellForeign],
]);

/** What is told of a new element beyond that it is there; the rest goes without saying. */
export const TOLD_OF_NEW: ReadonlySet<string> = new Set([
  '#lane',
  'gc:Assignment',
  'gc:NotSameAs',
  'loopCharacteristics',
  'attachedToRef',
  'conditionExpression',
  'eventDefinitions',
  'calledElement',
  'gc:Decision',
  'gc:Access',
  'gc:Deadline',
  'gc:Risk',
  'gc:Original',
  'gc:Check',
  'gc:Guidance',
  'gc:Rule',
  'gc:DecisionTable',
  'gc:Set',
  'gc:Post',
  'gc:Form',
]);
