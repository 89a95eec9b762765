import type { ModdleElement } from 'bpmn-js/lib/model/Types';
import type { Modeler } from '../modeler.ts';

/** What the reader says of a reference to what the file does not declare. */
interface Unresolved {
  readonly element?: ModdleElement;
  readonly property?: string;
  readonly value?: string;
}

const DECLARED: { readonly [reference: string]: string } = {
  'bpmn:messageRef': 'bpmn:Message',
  'bpmn:signalRef': 'bpmn:Signal',
  'bpmn:errorRef': 'bpmn:Error',
  'bpmn:escalationRef': 'bpmn:Escalation',
};

/**
 * A reference to a message, signal, error or escalation that the file does not declare goes on to stand at what refers to it, also when that becomes
 * something else: the reader drops it, and with it what the rules have to say. What stands for the missing one belongs to no file.
 */
export function keepUnresolved(modeler: Modeler, warnings: readonly unknown[]): void {
  const moddle = modeler.get<{ create(type: string, properties: object): ModdleElement }>('moddle');
  for (const warning of warnings) {
    const { element, property = '', value } = warning as Unresolved;
    const type = DECLARED[property];
    if (element && type && value !== undefined && !element.get(property)) element.set(property, moddle.create(type, { id: value }));
  }
}
