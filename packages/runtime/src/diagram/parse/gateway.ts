import { id } from '../../words/ids.ts';
import type { Element } from '../model.ts';
import { type Node, expressionOf, flagOf, typeOf } from './node.ts';

/** What a gateway adds to an element. */
export function gatewayParts(node: Node): Partial<Element> {
  const type = typeOf(node);
  if (type === 'complexGateway') {
    const activation = expressionOf(node, 'activationCondition');
    return activation ? { activation: id<'feel'>(activation) } : {};
  }
  if (type !== 'eventBasedGateway') return {};
  return {
    eventGatewayType: node.eventGatewayType === 'Parallel' ? 'parallel' : 'exclusive',
    ...(flagOf(node, 'instantiate', false) ? { instantiate: true } : {}),
  };
}
