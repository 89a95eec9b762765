import type { Text } from '../../../words/text.ts';

/**
 * The constructs of the standard's list (diagram/constructs) that are not run on bpmn-engine, each with its reason. What its own parts do
 * otherwise than the standard says, and what the adapter does not make up for, is refused here rather than done wrong.
 */
export const NOT_RUN: { readonly [construct: string]: Required<Text> } = {
  adHocParallel: { zh: '引擎没有即席子流程', en: 'the engine has no ad-hoc sub-process' },
  adHocSequential: { zh: '引擎没有即席子流程', en: 'the engine has no ad-hoc sub-process' },
  transaction: {
    zh: '引擎取消事务时不按完成的逆序补偿',
    en: 'the engine does not compensate in reverse order when a transaction is cancelled',
  },
  loopTestBefore: { zh: '引擎的循环不能先判断', en: 'the engine does not test a loop before its first round' },
  loopTestAfter: { zh: '引擎的循环不保留每一轮', en: 'the engine keeps no round of a loop apart' },
  loopMaximum: { zh: '引擎的循环不保留每一轮', en: 'the engine keeps no round of a loop apart' },
  manyBehaviorNone: { zh: '引擎的多实例不抛出事件', en: 'a multi-instance of the engine throws no events' },
  manyBehaviorOne: { zh: '引擎的多实例不抛出事件', en: 'a multi-instance of the engine throws no events' },
  manyBehaviorComplex: { zh: '引擎的多实例不抛出事件', en: 'a multi-instance of the engine throws no events' },
  startQuantity: { zh: '引擎不认令牌数', en: 'the engine knows no quantities of tokens' },
  completionQuantity: { zh: '引擎不认令牌数', en: 'the engine knows no quantities of tokens' },
  compensationHandler: { zh: '引擎不按完成的逆序补偿', en: 'the engine does not compensate in reverse order of completion' },
  complexGateway: { zh: '引擎没有复杂网关', en: 'the engine has no complex gateway' },
  eventGatewayParallel: { zh: '引擎不能等齐多个事件再启动', en: 'the engine starts with one event, never with several' },
};

/** Events that are not run, wherever they stand. */
export const EVENTS_NOT_RUN: { readonly [kind: string]: Required<Text> } = {
  escalation: { zh: '引擎不认升级的范围', en: 'the engine does not look for the nearest that catches an escalation' },
  conditional: { zh: '引擎不在条件变为真时触发', en: 'the engine does not notice that a condition becomes true' },
  compensate: { zh: '引擎不按完成的逆序补偿', en: 'the engine does not compensate in reverse order of completion' },
  cancel: { zh: '引擎取消事务时不按完成的逆序补偿', en: 'the engine does not compensate in reverse order when a transaction is cancelled' },
  parallelMultiple: { zh: '引擎不能等齐多个事件', en: 'the engine waits for one event, never for several together' },
};

/** What no construct of the list names. */
export const ALSO_NOT_RUN = {
  twoTokens: { zh: '引擎不能在同一步骤上同时运行两个令牌', en: 'the engine cannot run two tokens at one place at once' },
  ownData: {
    zh: '引擎不为子流程单独保存数据，也不在步骤前后传递数据',
    en: 'the engine keeps no data of a sub-process apart, and passes none as a step begins or ends',
  },
  manyCalls: { zh: '引擎不能恢复同一步骤的多次调用', en: 'the engine cannot take up several calls of one activity again' },
  noEntry: { zh: '子流程里没有开始，引擎不会结束它', en: 'nothing begins inside the sub-process, and the engine would never end it' },
} as const satisfies { readonly [construct: string]: Required<Text> };

/** Moves and operations that are refused at the click. */
export const OPERATIONS_NOT_RUN = [
  'jump',
  'addInstance',
  'removeInstance',
  'migrate',
  'reopen',
  'compensate',
  'redo',
  'straightBack',
  'withdrawInstance',
  'escalate',
  'startAdHoc',
  'completeAdHoc',
  'skip',
] as const;

/** Why a construct of the list, by its key, is not run on bpmn-engine; undefined where it is. An event of several is judged by each. */
export const reasonAgainst = (construct: string): Required<Text> | undefined =>
  NOT_RUN[construct] ?? EVENTS_NOT_RUN[construct.split('.')[1] ?? ''];
