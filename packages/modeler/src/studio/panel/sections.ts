import type { ComponentType } from 'react';
import type { Asked } from './asked.ts';
import { AutomaticQuestion } from './automatic/automaticQuestion.tsx';
import { PassNote } from './automatic/passNote.tsx';
import { ScriptNote } from './automatic/scriptNote.tsx';
import { CallQuestion } from './call/callQuestion.tsx';
import { ConditionQuestion } from './condition/conditionQuestion.tsx';
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
import { RiskQuestion } from './risk/riskQuestion.tsx';
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
    ...(timerOf(element) ? [TimerQuestion] : []),
    ...(messageHolderOf(element) ? [MessageQuestion] : []),
    ...(interruptsOf(element) ? [InterruptQuestion] : []),
    ...(object.$instanceOf('bpmn:SubProcess') && object.get('triggeredByEvent') !== true ? [ManyQuestion] : []),
    ...(object.$instanceOf('bpmn:Activity') ? [DeadlineQuestion] : []),
    ...(object.$instanceOf('bpmn:FlowNode') ? [GuidanceQuestion] : []),
  ];
}
