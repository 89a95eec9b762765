import type { Choice } from './choice.ts';
import { inProcess, nothingBefore } from './place.ts';

/** What a branch can be. */
export const GATEWAYS: readonly Choice[] = [
  { word: 'oneWay', icon: 'gateway-xor', bpmn: 'exclusive gateway', target: { type: 'bpmn:ExclusiveGateway' } },
  { word: 'allWays', icon: 'gateway-parallel', bpmn: 'parallel gateway', target: { type: 'bpmn:ParallelGateway' } },
  { word: 'someWays', icon: 'gateway-or', bpmn: 'inclusive gateway', target: { type: 'bpmn:InclusiveGateway' } },
  {
    word: 'whateverFirst',
    icon: 'gateway-eventbased',
    bpmn: 'event-based gateway',
    target: { type: 'bpmn:EventBasedGateway', instantiate: false, eventGatewayType: 'Exclusive' },
  },
  {
    word: 'enoughWays',
    does: 'enoughWaysDoes',
    icon: 'gateway-complex',
    bpmn: 'complex gateway',
    target: { type: 'bpmn:ComplexGateway' },
  },
  {
    word: 'startByFirst',
    does: 'startByFirstDoes',
    icon: 'gateway-eventbased',
    bpmn: 'instantiating event-based gateway',
    target: { type: 'bpmn:EventBasedGateway', instantiate: true, eventGatewayType: 'Exclusive' },
    where: (element) => inProcess(element) && nothingBefore(element),
  },
  {
    word: 'startByAll',
    does: 'startByAllDoes',
    icon: 'gateway-eventbased',
    bpmn: 'parallel instantiating event-based gateway',
    target: { type: 'bpmn:EventBasedGateway', instantiate: true, eventGatewayType: 'Parallel' },
    where: (element) => inProcess(element) && nothingBefore(element),
  },
];
