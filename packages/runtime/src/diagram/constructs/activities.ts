import type { Element, ElementType } from '../model.ts';
import type { Chapter, Construct } from './construct.ts';

const ofType = (type: ElementType, zh: string, en: string): Construct => ({
  key: type,
  name: { zh, en },
  is: (element) => element.type === type && !element.instantiate && !element.eventSubProcess,
});

const one = (key: string, [zh, en]: readonly [string, string], is: (element: Element) => boolean): Construct => ({
  key,
  name: { zh, en },
  is,
});

export const TASKS: Chapter = {
  name: { zh: '任务', en: 'Tasks' },
  constructs: [
    ofType('task', '抽象任务', 'Abstract task'),
    ofType('userTask', '用户任务', 'User task'),
    ofType('manualTask', '人工任务', 'Manual task'),
    ofType('serviceTask', '服务任务', 'Service task'),
    ofType('sendTask', '发送任务', 'Send task'),
    ofType('receiveTask', '接收任务', 'Receive task'),
    one(
      'receiveTaskInstantiating',
      ['启动流程的接收任务', 'Receive task, instantiating'],
      ({ type, instantiate }) => type === 'receiveTask' && instantiate === true,
    ),
    ofType('businessRuleTask', '业务规则任务', 'Business rule task'),
    ofType('scriptTask', '脚本任务', 'Script task'),
  ],
};

export const CONTAINERS: Chapter = {
  name: { zh: '子流程与调用', en: 'Sub-processes and calls' },
  constructs: [
    ofType('subProcess', '嵌入子流程', 'Embedded sub-process'),
    one('eventSubProcess', ['事件子流程', 'Event sub-process'], ({ eventSubProcess }) => eventSubProcess === true),
    one('adHocParallel', ['即席子流程，同时', 'Ad-hoc sub-process, parallel'], ({ adHoc }) => adHoc?.sequential === false),
    one('adHocSequential', ['即席子流程，依次', 'Ad-hoc sub-process, sequential'], ({ adHoc }) => adHoc?.sequential === true),
    ofType('transaction', '事务', 'Transaction'),
    ofType('callActivity', '调用活动（流程或全局任务）', 'Call activity, of a process or a global task'),
  ],
};

export const REPETITION: Chapter = {
  name: { zh: '循环与多实例', en: 'Loops and multi-instance' },
  constructs: [
    one('loopTestBefore', ['循环，先判断', 'Standard loop, test before'], ({ loop }) => loop?.testBefore === true),
    one('loopTestAfter', ['循环，后判断', 'Standard loop, test after'], ({ loop }) => loop?.testBefore === false),
    one('loopMaximum', ['循环次数上限', 'Loop maximum'], ({ loop }) => loop?.maximum !== undefined),
    one('manyParallel', ['多实例，同时', 'Multi-instance, parallel'], ({ many }) => many?.sequential === false),
    one('manySequential', ['多实例，依次', 'Multi-instance, sequential'], ({ many }) => many?.sequential === true),
    one('manyCardinality', ['按个数', 'By cardinality'], ({ many }) => many?.cardinality !== undefined),
    one('manyCollection', ['按列表', 'Over a collection'], ({ many }) => many?.over !== undefined),
    one('manyCompletion', ['完成条件', 'Completion condition'], ({ many }) => many?.completion !== undefined),
    one(
      'manyBehaviorNone',
      ['每个实例结束时抛出事件', 'Behavior None: an event for each instance'],
      ({ many }) => many?.behavior === 'none',
    ),
    one(
      'manyBehaviorOne',
      ['第一个实例结束时抛出事件', 'Behavior One: an event for the first instance'],
      ({ many }) => many?.behavior === 'one',
    ),
    one('manyBehaviorComplex', ['按条件抛出事件', 'Behavior Complex: events by condition'], ({ many }) => many?.behavior === 'complex'),
    one('startQuantity', ['开始所需令牌数', 'Start quantity'], ({ startQuantity }) => startQuantity !== 1),
    one('completionQuantity', ['完成产生的令牌数', 'Completion quantity'], ({ completionQuantity }) => completionQuantity !== 1),
    one('compensationHandler', ['补偿活动', 'Compensation activity'], ({ forCompensation }) => forCompensation === true),
  ],
};

export const GATEWAYS: Chapter = {
  name: { zh: '网关', en: 'Gateways' },
  constructs: [
    ofType('exclusiveGateway', '排他网关', 'Exclusive gateway'),
    ofType('parallelGateway', '并行网关', 'Parallel gateway'),
    ofType('inclusiveGateway', '包容网关', 'Inclusive gateway'),
    ofType('complexGateway', '复杂网关', 'Complex gateway'),
    ofType('eventBasedGateway', '事件网关', 'Event-based gateway'),
    one(
      'eventGatewayInstantiating',
      ['启动流程的事件网关，任一', 'Event-based gateway, instantiating, exclusive'],
      ({ type, instantiate, eventGatewayType }) => type === 'eventBasedGateway' && instantiate === true && eventGatewayType !== 'parallel',
    ),
    one(
      'eventGatewayParallel',
      ['启动流程的事件网关，全部', 'Event-based gateway, instantiating, parallel'],
      ({ type, eventGatewayType }) => type === 'eventBasedGateway' && eventGatewayType === 'parallel',
    ),
    one('defaultFlow', ['默认路径', 'Default flow'], ({ defaultFlow }) => defaultFlow !== undefined),
  ],
};
