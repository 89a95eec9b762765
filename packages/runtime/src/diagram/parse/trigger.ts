import { id } from '../../words/ids.ts';
import type { Coded, EventTrigger } from '../model.ts';
import { calledName } from './called.ts';
import { correlationOf } from './correlation.ts';
import { type Node, expressionOf, flagOf, nodeOf, nodesOf, textOf, typeOf } from './node.ts';
import { type Reading, fault, placeOf } from './reading.ts';
import { timerOf } from './timer.ts';

/** What an event throws or waits for: its own definitions and those it refers to, in document order. */
export function triggersOf(reading: Reading, event: Node): readonly EventTrigger[] {
  const definitions = [...nodesOf(event, 'eventDefinitions'), ...nodesOf(event, 'eventDefinitionRef')];
  return definitions.map((definition) => {
    const trigger = triggerOf(reading, definition, event);
    return trigger.kind === 'message' ? { ...trigger, ...correlationOf(reading, event, nodeOf(definition, 'messageRef')) } : trigger;
  });
}

/** One event definition. */
export function triggerOf(reading: Reading, definition: Node, event: Node): EventTrigger {
  switch (typeOf(definition)) {
    case 'messageEventDefinition':
      return { kind: 'message', name: called(nodeOf(definition, 'messageRef'), event) };
    case 'signalEventDefinition':
      return { kind: 'signal', name: called(nodeOf(definition, 'signalRef'), event) };
    case 'timerEventDefinition':
      return { kind: 'timer', timer: timerOf(reading, definition) };
    case 'errorEventDefinition':
      return { kind: 'error', ...codeOf(nodeOf(definition, 'errorRef'), 'errorCode') };
    case 'escalationEventDefinition':
      return { kind: 'escalation', ...codeOf(nodeOf(definition, 'escalationRef'), 'escalationCode') };
    case 'conditionalEventDefinition':
      return { kind: 'conditional', condition: id(expressionOf(definition, 'condition') ?? '') };
    case 'linkEventDefinition':
      return { kind: 'link', name: textOf(definition, 'name') ?? textOf(event, 'name') ?? '' };
    case 'compensateEventDefinition': {
      const activity = nodeOf(definition, 'activityRef')?.id;
      const goesOn = !flagOf(definition, 'waitForCompletion', true);
      return { kind: 'compensate', ...(activity ? { activity: id<'bpmn'>(activity) } : {}), ...(goesOn ? { goesOn } : {}) };
    }
    case 'cancelEventDefinition':
      return { kind: 'cancel' };
    case 'terminateEventDefinition':
      return { kind: 'terminate' };
    default:
      fault(reading, placeOf(event), {
        zh: `“${placeOf(event)}”的事件类型 ${definition.$type} 不是 BPMN 2.0 的`,
        en: `An event definition of BPMN 2.0 at ${placeOf(event)}, not ${definition.$type}`,
      });
      return { kind: 'terminate' };
  }
}

/** A message or signal that nobody declared goes by the event's own name. */
const called = (declared: Node | undefined, event: Node): string => (declared ? calledName(declared, 'name') : calledName(event, 'name'));

const codeOf = (declared: Node | undefined, property: string): Coded =>
  declared ? { code: calledName(declared, property, 'name'), ...(textOf(declared, property) === undefined ? { named: true } : {}) } : {};
