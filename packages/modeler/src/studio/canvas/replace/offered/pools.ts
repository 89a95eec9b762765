import { isOf, type Drawn } from '../../services.ts';
import type { Choice } from './choice.ts';

/** What a pool can be. One with steps in it is not emptied by becoming another kind of pool. */
export const POOLS: readonly Choice[] = [
  { word: 'ourPool', icon: 'lane', bpmn: 'expanded pool', target: { type: 'bpmn:Participant', isExpanded: true } },
  {
    word: 'pool',
    icon: 'participant',
    bpmn: 'empty pool',
    target: { type: 'bpmn:Participant', isExpanded: false },
    where: (pool: Drawn) => !pool.children?.some((child) => isOf(child, 'bpmn:FlowNode', 'bpmn:Lane')),
  },
];
