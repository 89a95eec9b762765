import BpmnFactory from 'bpmn-js/lib/features/modeling/BpmnFactory';
import type { Meaning } from '../services.ts';

/** How the id of a new element begins, the first that fits; all others keep bpmn-js's own beginnings. */
const BEGINNINGS: readonly (readonly [type: string, beginning: string])[] = [
  ['bpmn:SubProcess', 'part_'],
  ['bpmn:CallActivity', 'call_'],
  ['bpmn:Activity', 'step_'],
  ['bpmn:StartEvent', 'start_'],
  ['bpmn:EndEvent', 'end_'],
  ['bpmn:BoundaryEvent', 'limit_'],
  ['bpmn:Event', 'event_'],
  ['bpmn:Gateway', 'branch_'],
  ['bpmn:SequenceFlow', 'flow_'],
  ['bpmn:MessageFlow', 'message_flow_'],
  ['bpmn:Participant', 'pool_'],
  ['bpmn:Lane', 'lane_'],
  ['bpmn:Process', 'process_'],
];

type Moddle = ConstructorParameters<typeof BpmnFactory>[0];
type Made = ReturnType<BpmnFactory['create']>;

/** Gives new elements ids that tell what they are. The rest is chance, as an id that was ever used is not to come back. */
export class ReadableIds extends BpmnFactory {
  static override $inject = ['moddle'];
  readonly #moddle: { create(type: string): Meaning; readonly ids: { nextPrefixed(prefix: string): string } };
  readonly #known = new Map<string, string | undefined>();

  constructor(moddle: Moddle) {
    super(moddle);
    this.#moddle = moddle;
  }

  override create(type: string, attributes: { readonly id?: string } = {}): Made {
    const beginning = attributes.id ? undefined : this.#beginningOf(type);
    return super.create(type, beginning ? { ...attributes, id: this.#moddle.ids.nextPrefixed(beginning) } : { ...attributes });
  }

  #beginningOf(type: string): string | undefined {
    if (!this.#known.has(type)) {
      const sample = this.#moddle.create(type);
      this.#known.set(type, BEGINNINGS.find(([of]) => sample.$instanceOf(of))?.[1]);
    }
    return this.#known.get(type);
  }
}
