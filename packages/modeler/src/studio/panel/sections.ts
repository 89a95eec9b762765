import type { ComponentType } from 'react';
import type { Asked } from './asked.ts';
import { AutomaticQuestion } from './automatic/automaticQuestion.tsx';
import { PassNote } from './automatic/passNote.tsx';
import { ScriptNote } from './automatic/scriptNote.tsx';
import { CallQuestion } from './call/callQuestion.tsx';
import { EnoughQuestion } from './condition/enoughQuestion.tsx';
import { ConditionQuestion } from './condition/conditionQuestion.tsx';
import { HoldsQuestion } from './event/holdsQuestion.tsx';
import { LinkQuestion } from './event/linkQuestion.tsx';
import { ErrorQuestion, EscalationQuestion, SignalQuestion } from './event/nameQuestion.tsx';
import { definitionsAt } from './event/shared.ts';
import { SeveralQuestion } from './event/severalQuestion.tsx';
import { UndoQuestion } from './event/undoQuestion.tsx';
import { DecisionQuestion } from './form/decisionQuestion.tsx';
import { FormQuestion } from './form/formQuestion.tsx';
import { GuidanceQuestion } from './guidance/guidanceQuestion.tsx';
import { HowQuestion } from './how/howQuestion.tsx';
import { LaneQuestion } from './lane/laneQuestion.tsx';
import { ManyQuestion } from './many/manyQuestion.tsx';
import { messageHolderOf } from './message/message.ts';
import { MessageQuestion } from './message/messageQuestion.tsx';
import { elementAt, type Drawn } from '../file/moddle.ts';
import { NameQuestion } from './name/nameQuestion.tsx';
import { PoolNote } from './pool/poolNote.tsx';
import { AboutQuestion } from './process/aboutQuestion.tsx';
import { LinksQuestion } from './process/linksQuestion.tsx';
import { SeriesQuestion } from './process/seriesQuestion.tsx';
import { TitleQuestion } from './process/titleQuestion.tsx';
import { AnyOrderQuestion } from './repeat/anyOrderQuestion.tsx';
import { repeatOf } from './repeat/loop.ts';
import { MoreQuestion } from './repeat/moreQuestion.tsx';
import { RepeatQuestion } from './repeat/repeatQuestion.tsx';
import { RiskQuestion } from './risk/riskQuestion.tsx';
import { TableQuestion } from './table/tableQuestion.tsx';
import { DeadlineQuestion } from './time/deadlineQuestion.tsx';
import { InterruptQuestion } from './time/interruptQuestion.tsx';
import { interruptsOf, timerOf } from './time/timer.ts';
import { TimerQuestion } from './time/timerQuestion.tsx';
import { StarterQuestion } from './who/starterQuestion.tsx';
import { WhoQuestion } from './who/whoQuestion.tsx';

export type Section = ComponentType<Asked>;

const PROCESS: readonly Section[] = [AboutQuestion, StarterQuestion, TitleQuestion, SeriesQuestion, LinksQuestion, GuidanceQuestion];
const DONE_BY_PEOPLE: readonly Section[] = [
  WhoQuestion,
  ManyQuestion,
  HowQuestion,
  FormQuestion,
  DecisionQuestion,
  DeadlineQuestion,
  RiskQuestion,
  GuidanceQuestion,
];

/** The questions that are asked of an element, in their order. What has no name of its own is not asked for one. */
export function sectionsOf(element: Drawn): readonly Section[] {
  const asked = mainSectionsOf(element);
  const { $type } = element.businessObject;
  const isStep =
    element.businessObject.$instanceOf('bpmn:Activity') &&
    element.businessObject.get('triggeredByEvent') !== true &&
    $type !== 'bpmn:Task' &&
    $type !== 'bpmn:ScriptTask';
  return isStep ? [...(repeatOf(element) ? withRepeat(asked) : asked), MoreQuestion] : asked;
}

/** Until when it is done again is asked right after the name. */
const withRepeat = ([name, ...others]: readonly Section[]): readonly Section[] => [...(name ? [name] : []), RepeatQuestion, ...others];

function mainSectionsOf(element: Drawn): readonly Section[] {
  const object = element.businessObject;
  switch (object.$type) {
    case 'bpmn:Process':
      return [NameQuestion, ...PROCESS];
    case 'bpmn:Participant':
      return elementAt(object, 'processRef') ? [NameQuestion, ...PROCESS] : [NameQuestion, PoolNote];
    case 'bpmn:Lane':
      return [NameQuestion, LaneQuestion];
    case 'bpmn:UserTask':
    case 'bpmn:ManualTask':
      return [NameQuestion, ...DONE_BY_PEOPLE];
    case 'bpmn:BusinessRuleTask':
      return [NameQuestion, TableQuestion, GuidanceQuestion];
    case 'bpmn:ServiceTask':
      return [NameQuestion, AutomaticQuestion, GuidanceQuestion];
    case 'bpmn:Task':
      return [NameQuestion, PassNote, GuidanceQuestion];
    case 'bpmn:ScriptTask':
      return [NameQuestion, ScriptNote, GuidanceQuestion];
    case 'bpmn:CallActivity':
      return [NameQuestion, CallQuestion, ManyQuestion, DeadlineQuestion, GuidanceQuestion];
    case 'bpmn:TextAnnotation':
    case 'bpmn:Association':
    case 'bpmn:Group':
      return [];
    default:
      return [NameQuestion, ...partsOf(element)];
  }
}

/** The questions about the flow itself, where nothing is selected: behind a pool its names are asked with the rest, as the pool has its own. */
export const sectionsOfFlow = (element: Drawn): readonly Section[] =>
  element.businessObject.$type === 'bpmn:Participant' ? PROCESS : sectionsOf(element);

function partsOf(element: Drawn): readonly Section[] {
  const object = element.businessObject;
  const starts = object.$type === 'bpmn:StartEvent' && object.$parent?.$type === 'bpmn:Process';
  return [
    ...(starts ? [StarterQuestion, FormQuestion] : []),
    ...(object.$instanceOf('bpmn:Gateway') || object.$instanceOf('bpmn:SequenceFlow') ? [ConditionQuestion] : []),
    ...(object.$type === 'bpmn:ComplexGateway' ? [EnoughQuestion] : []),
    ...(object.$type === 'bpmn:AdHocSubProcess' ? [AnyOrderQuestion] : []),
    ...eventParts(element),
    ...(timerOf(element) ? [TimerQuestion] : []),
    ...(messageHolderOf(element) ? [MessageQuestion] : []),
    ...(interruptsOf(element) ? [InterruptQuestion] : []),
    ...(object.$instanceOf('bpmn:SubProcess') && object.get('triggeredByEvent') !== true ? [ManyQuestion] : []),
    ...(object.$instanceOf('bpmn:Activity') ? [DeadlineQuestion] : []),
    ...(object.$instanceOf('bpmn:FlowNode') ? [GuidanceQuestion] : []),
  ];
}

/** What an event is about: the question to each kind, or to several kinds which they are. */
function eventParts(element: Drawn): readonly Section[] {
  const [first, second] = definitionsAt(element);
  const holds = definitionsAt(element).some(({ $type }) => $type === 'bpmn:ConditionalEventDefinition') ? [HoldsQuestion] : [];
  if (second) return [SeveralQuestion, ...holds];
  const asked = first && BY_EVENT[first.$type];
  return [...(asked ? [asked] : []), ...holds];
}

const BY_EVENT: { readonly [definition: string]: Section } = {
  'bpmn:SignalEventDefinition': SignalQuestion,
  'bpmn:ErrorEventDefinition': ErrorQuestion,
  'bpmn:EscalationEventDefinition': EscalationQuestion,
  'bpmn:CompensateEventDefinition': UndoQuestion,
  'bpmn:LinkEventDefinition': LinkQuestion,
};
