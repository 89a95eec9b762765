import { elementAt, elementsAt, type Drawn, type ModdleElement, type Modeling, type Services } from '../../file/moddle.ts';
import { definitionsOf } from '../../file/process.ts';
import { putShared, sharedOf } from '../event/shared.ts';
import { together } from '../together.ts';
import { manyOf } from './many.ts';

/** What is sent while several do a step: nothing (All), at the first that is done (One), at each (None), or by conditions written elsewhere. */
export type Behavior = 'All' | 'One' | 'None' | 'Complex';

export function behaviorOf(many: ModdleElement): Behavior {
  const written = many.get('behavior');
  return written === 'One' || written === 'None' || written === 'Complex' ? written : 'All';
}

const refOf = (behavior: Behavior): 'oneBehaviorEventRef' | 'noneBehaviorEventRef' =>
  behavior === 'One' ? 'oneBehaviorEventRef' : 'noneBehaviorEventRef';

/** The event that is sent, as it stands once in the file; undefined where none is named yet. */
export const signalEachOf = (many: ModdleElement): ModdleElement | undefined => elementAt(many, refOf(behaviorOf(many)));

/** When something is sent; which one it is goes along. One command. */
export function putBehavior(modeler: Services, element: Drawn, to: 'All' | 'One' | 'None'): void {
  const many = manyOf(element);
  if (!many || behaviorOf(many) === to) return;
  const event = signalEachOf(many);
  modeler.get<Modeling>('modeling').updateModdleProperties(element, many, {
    behavior: to === 'All' ? undefined : to,
    oneBehaviorEventRef: to === 'One' ? event : undefined,
    noneBehaviorEventRef: to === 'None' ? event : undefined,
  });
}

/** Which signal is sent, by its name. One step of undo. */
export function putSignalEach(modeler: Services, element: Drawn, name: string): void {
  const many = manyOf(element);
  if (!many) return;
  const now = signalEachOf(many);
  const modeling = modeler.get<Modeling>('modeling');
  together(modeler, () => {
    const holder = now ?? added(modeler, element);
    const shared = sharedOf(holder);
    if (shared) putShared(modeler, element, { holder, shared, name });
    if (!now) modeling.updateModdleProperties(element, many, { [refOf(behaviorOf(many))]: holder });
  });
}

/** An event definition of the file itself, as a multi-instance can only refer to one. */
function added(modeler: Services, element: Drawn): ModdleElement {
  const definitions = definitionsOf(element);
  const made = modeler.get<{ create(type: string): ModdleElement }>('bpmnFactory').create('bpmn:SignalEventDefinition');
  Object.assign(made, { $parent: definitions });
  const rootElements = [made, ...elementsAt(definitions, 'rootElements')];
  modeler.get<Modeling>('modeling').updateModdleProperties(element, definitions, { rootElements });
  return made;
}
