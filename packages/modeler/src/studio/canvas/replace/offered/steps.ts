import { isOf, type Drawn } from '../../services.ts';
import type { Choice } from './choice.ts';
import { inProcess, nothingAfter, nothingBefore, undoes } from './place.ts';

const stands = (element: Drawn): boolean => nothingBefore(element) && nothingAfter(element) && !element.attachers?.length;

/** What a step, a call or a part with steps can be. */
export const STEPS: readonly Choice[] = [
  { word: 'step', icon: 'user-task', bpmn: 'user task', target: { type: 'bpmn:UserTask' } },
  {
    word: 'manyAtOnce',
    icon: 'parallel-mi-marker',
    bpmn: 'parallel multi-instance user task',
    target: { type: 'bpmn:UserTask', many: 'parallel' },
  },
  {
    word: 'manyInTurn',
    icon: 'sequential-mi-marker',
    bpmn: 'sequential multi-instance user task',
    target: { type: 'bpmn:UserTask', many: 'sequential' },
  },
  { word: 'manual', icon: 'manual-task', bpmn: 'manual task', target: { type: 'bpmn:ManualTask' } },
  { word: 'automatic', icon: 'service', bpmn: 'service task', target: { type: 'bpmn:ServiceTask' } },
  { word: 'send', icon: 'send', bpmn: 'send task', target: { type: 'bpmn:SendTask' } },
  { word: 'receive', icon: 'receive', bpmn: 'receive task', target: { type: 'bpmn:ReceiveTask', instantiate: false } },
  { word: 'call', icon: 'call-activity', bpmn: 'call activity', target: { type: 'bpmn:CallActivity' } },
  { word: 'subProcess', icon: 'subprocess-expanded', bpmn: 'sub-process', target: { type: 'bpmn:SubProcess', isExpanded: true } },
  {
    word: 'byRule',
    does: 'byRuleDoes',
    icon: 'business-rule',
    bpmn: 'business rule task',
    target: { type: 'bpmn:BusinessRuleTask' },
  },
  {
    word: 'repeated',
    does: 'repeatedDoes',
    icon: 'loop-marker',
    bpmn: 'standard loop',
    target: { type: 'bpmn:UserTask', repeated: true },
    where: (element) => !isOf(element, 'bpmn:SubProcess', 'bpmn:CallActivity'),
  },
  {
    word: 'anyOrder',
    does: 'anyOrderDoes',
    icon: 'ad-hoc-subprocess',
    bpmn: 'ad-hoc sub-process',
    target: { type: 'bpmn:AdHocSubProcess', isExpanded: true },
  },
  {
    word: 'allOrNothing',
    does: 'allOrNothingDoes',
    icon: 'transaction',
    bpmn: 'transaction',
    target: { type: 'bpmn:Transaction', isExpanded: true },
  },
  {
    word: 'aside',
    does: 'asideDoes',
    icon: 'event-subprocess-expanded',
    bpmn: 'event sub-process',
    target: { type: 'bpmn:SubProcess', triggeredByEvent: true, isExpanded: true },
    where: (element) => stands(element) && !undoes(element),
  },
  {
    word: 'startByReceipt',
    does: 'startByReceiptDoes',
    icon: 'receive',
    bpmn: 'instantiating receive task',
    target: { type: 'bpmn:ReceiveTask', instantiate: true },
    where: (element) => inProcess(element) && nothingBefore(element) && !undoes(element),
  },
];

/** A part or a call that is done again stays what it is otherwise. */
export const REPEATED_PARTS: readonly Choice[] = ['bpmn:SubProcess', 'bpmn:Transaction', 'bpmn:AdHocSubProcess', 'bpmn:CallActivity'].map(
  (type): Choice => ({
    word: 'repeated',
    does: 'repeatedDoes',
    icon: 'loop-marker',
    bpmn: 'standard loop',
    target: { type, repeated: true },
    where: ({ businessObject }) => businessObject.$type === type && businessObject.get('triggeredByEvent') !== true,
  }),
);
