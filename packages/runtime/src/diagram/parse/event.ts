import { id } from '../../words/ids.ts';
import type { Element } from '../model.ts';
import { associationsOf } from './data.ts';
import { zeebeMapping } from './foreign/mapping.ts';
import { mappingsOf } from './mapping.ts';
import { type Node, flagOf, nodeOf, typeOf } from './node.ts';
import type { Reading } from './reading.ts';
import { triggersOf } from './trigger.ts';

/** What an event adds to an element. */
export function eventParts(reading: Reading, event: Node): Partial<Element> {
  const { input, output } = associationsOf(event);
  const own = [...mappingsOf(reading, event, 'Payload'), ...input, ...output];
  // a message that is caught says by itself what it brings
  const mapping = own.length === 0 && event.$instanceOf('bpmn:CatchEvent') ? zeebeMapping(event, 'out') : own;
  const host = nodeOf(event, 'attachedToRef')?.id;
  const parallel = flagOf(event, 'parallelMultiple', false);
  return {
    triggers: triggersOf(reading, event),
    ...(mapping.length > 0 ? { mapping } : {}),
    ...(parallel ? { parallelMultiple: true } : {}),
    ...(host ? { attachedTo: id<'bpmn'>(host), interrupting: flagOf(event, 'cancelActivity', true) } : {}),
    ...(startsEventSubProcess(event) ? { interrupting: flagOf(event, 'isInterrupting', true) } : {}),
  };
}

const startsEventSubProcess = (event: Node): boolean => typeOf(event) === 'startEvent' && event.$parent?.triggeredByEvent === true;
