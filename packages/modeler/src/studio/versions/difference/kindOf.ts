/** A text that has both languages. */
export interface Both {
  readonly zh: string;
  readonly en: string;
}

const STEP: Both = { zh: '步骤', en: 'step' };
const PART: Both = { zh: '子流程', en: 'part with steps of its own' };
const NOTE: Both = { zh: '图上的注释', en: 'note on the diagram' };

const KINDS: { readonly [type: string]: Both } = {
  task: STEP,
  userTask: STEP,
  manualTask: { zh: '线下步骤', en: 'step outside the system' },
  serviceTask: { zh: '自动步骤', en: 'automatic step' },
  scriptTask: { zh: '自动步骤', en: 'automatic step' },
  sendTask: { zh: '发出消息的步骤', en: 'step that sends a message' },
  receiveTask: { zh: '等待来文的步骤', en: 'step that waits for a message' },
  businessRuleTask: { zh: '按规则判断的步骤', en: 'step decided by rules' },
  callActivity: { zh: '调用的流程', en: 'called flow' },
  subProcess: PART,
  transaction: PART,
  adHocSubProcess: PART,
  exclusiveGateway: { zh: '分支', en: 'branch' },
  parallelGateway: { zh: '并行', en: 'parallel gateway' },
  inclusiveGateway: { zh: '可走多条的分支', en: 'branch with several ways' },
  complexGateway: { zh: '复杂分支', en: 'complex branch' },
  eventBasedGateway: { zh: '看先等到什么的分支', en: 'branch by what comes first' },
  startEvent: { zh: '开始', en: 'start' },
  endEvent: { zh: '结束', en: 'end' },
  boundaryEvent: { zh: '中途事件', en: 'event on a step' },
  intermediateCatchEvent: { zh: '等待', en: 'wait' },
  intermediateThrowEvent: { zh: '发出', en: 'sending' },
  sequenceFlow: { zh: '连线', en: 'arrow' },
  messageFlow: { zh: '消息连线', en: 'message arrow' },
  association: { zh: '注释的连线', en: 'line to a note' },
  lane: { zh: '泳道', en: 'lane' },
  participant: { zh: '参与方', en: 'participant' },
  process: { zh: '流程', en: 'flow' },
  collaboration: { zh: '协作图', en: 'collaboration' },
  definitions: { zh: '文件', en: 'file' },
  textAnnotation: NOTE,
  group: { zh: '分组框', en: 'group' },
  dataObject: { zh: '资料', en: 'data object' },
  dataObjectReference: { zh: '资料', en: 'data object' },
  dataStoreReference: { zh: '资料库', en: 'data store' },
  dataStore: { zh: '资料库', en: 'data store' },
  message: { zh: '消息', en: 'message' },
  signal: { zh: '信号', en: 'signal' },
  error: { zh: '差错', en: 'error' },
  escalation: { zh: '上报', en: 'escalation' },
};

/** What an element is, as a noun for a sentence; BPMN's own name for what the office has no word for. */
export const kindOf = (type: string): Both => KINDS[type] ?? { zh: type, en: type };
