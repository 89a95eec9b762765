import type { Word } from '../words/zh.ts';

const KINDS: { readonly [type: string]: Word } = {
  userTask: 'kindUserTask',
  manualTask: 'kindManualTask',
  serviceTask: 'kindServiceTask',
  sendTask: 'kindSendTask',
  receiveTask: 'kindReceiveTask',
  businessRuleTask: 'kindRuleTask',
  callActivity: 'kindCall',
  subProcess: 'kindSubProcess',
  adHocSubProcess: 'kindAnyOrder',
  transaction: 'kindAllOrNothing',
  exclusiveGateway: 'kindExclusive',
  parallelGateway: 'kindParallel',
  inclusiveGateway: 'kindInclusive',
  complexGateway: 'kindEnoughWays',
  eventBasedGateway: 'kindEventBased',
  startEvent: 'kindStart',
  endEvent: 'kindEnd',
  boundaryEvent: 'kindBoundary',
  intermediateCatchEvent: 'kindCatch',
  intermediateThrowEvent: 'kindThrow',
};

/** BPMN's type as it is told apart here: bpmn:UserTask → userTask. */
export function typeOf(type: string): string {
  const name = type.slice(type.indexOf(':') + 1);
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** What an element is in the words of the office; null for what needs no word of its own. */
export const kindWord = (type: string): Word | null => KINDS[type] ?? null;

/** BPMN's own name, for those who know it: userTask → user task. */
export const bpmnName = (type: string): string => type.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
