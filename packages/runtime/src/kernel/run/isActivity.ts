import type { Element, ElementType } from '../../diagram/model.ts';

const ACTIVITIES: ReadonlySet<ElementType> = new Set([
  'task',
  'userTask',
  'manualTask',
  'serviceTask',
  'sendTask',
  'receiveTask',
  'businessRuleTask',
  'scriptTask',
  'subProcess',
  'transaction',
  'adHocSubProcess',
  'callActivity',
]);

/** Whether an element is work, and not an event or a gateway. */
export const isActivity = ({ type }: Pick<Element, 'type'>): boolean => ACTIVITIES.has(type);
