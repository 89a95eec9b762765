import { elementAt, elementsAt, textAt, type Drawn, type ModdleElement, type Modeling, type Services } from '../../file/moddle.ts';
import { definitionsOf } from '../../file/process.ts';
import { together } from '../together.ts';

/** What stands once in a file and is shared by its name: where it is referred to, what it is, and the code that goes with its name. */
export interface Shared {
  readonly ref: 'messageRef' | 'signalRef' | 'errorRef' | 'escalationRef';
  readonly type: string;
  readonly code?: 'errorCode' | 'escalationCode';
}

export const MESSAGE: Shared = { ref: 'messageRef', type: 'bpmn:Message' };
export const SIGNAL: Shared = { ref: 'signalRef', type: 'bpmn:Signal' };

const SHARED: { readonly [definition: string]: Shared } = {
  'bpmn:MessageEventDefinition': MESSAGE,
  'bpmn:SignalEventDefinition': SIGNAL,
  'bpmn:ErrorEventDefinition': { ref: 'errorRef', type: 'bpmn:Error', code: 'errorCode' },
  'bpmn:EscalationEventDefinition': { ref: 'escalationRef', type: 'bpmn:Escalation', code: 'escalationCode' },
};

/** What an event definition shares with others; undefined where it has nothing to share. */
export const sharedOf = (definition: ModdleElement | undefined): Shared | undefined => definition && SHARED[definition.$type];

/** What an event itself waits for or sends, in the order of the file. */
export const definitionsAt = ({ businessObject }: Drawn): readonly ModdleElement[] => elementsAt(businessObject, 'eventDefinitions');

/** The definition of an event that is about one thing; undefined where it is about several, or about something else. */
export function onlyDefinition(element: Drawn, type: string): ModdleElement | undefined {
  const [only, ...others] = definitionsAt(element);
  return others.length === 0 && only?.$type === type ? only : undefined;
}

/** Whether the event sends it; the others wait for it. */
export const isThrown = ({ businessObject }: Drawn): boolean => businessObject.$instanceOf('bpmn:ThrowEvent');

/** The name that it goes by: its code where it has no name. Empty where nothing is referred to. */
export const sharedName = (holder: ModdleElement | undefined, shared: Shared): string => nameOf(elementAt(holder, shared.ref), shared);

const nameOf = (root: ModdleElement | undefined, { code }: Shared): string =>
  textAt(root, 'name') || (root && code ? textAt(root, code) : '');

/** All of the file of this kind. */
export const rootsOf = (element: Drawn, { type }: Shared): readonly ModdleElement[] =>
  elementsAt(definitionsOf(element), 'rootElements').filter(({ $type }) => $type === type);

/** The names of all of the file of this kind, once each. */
export const sharedNames = (element: Drawn, shared: Shared): readonly string[] => [
  ...new Set(rootsOf(element, shared).map((root) => nameOf(root, shared))),
];

/**
 * Names what a definition refers to: that of the file of this name, where there is one; else its own is renamed, as long as nothing else uses it;
 * else a new one is added to the file. A code that was the same as the name goes with it. One step of undo.
 */
export function putShared(
  modeler: Services,
  element: Drawn,
  { holder, shared, name }: { readonly holder: ModdleElement; readonly shared: Shared; readonly name: string },
): void {
  const { ref, type, code } = shared;
  if (name === sharedName(holder, shared)) return;
  const modeling = modeler.get<Modeling>('modeling');
  const refer = (root: ModdleElement | undefined): void => modeling.updateModdleProperties(element, holder, { [ref]: root });
  if (name === '') return refer(undefined);
  const known = rootsOf(element, shared).find((root) => nameOf(root, shared) === name);
  if (known) return refer(known);
  const definitions = definitionsOf(element);
  const now = elementAt(holder, ref);
  // one that the file refers to without declaring it has no place to be renamed at
  if (now && rootsOf(element, shared).includes(now) && usesOf(definitions, { root: now, ref }) === 1) {
    const same = code !== undefined && (textAt(now, code) === textAt(now, 'name') || textAt(now, code) === '');
    return modeling.updateModdleProperties(element, now, { name, ...(code && same ? { [code]: name } : {}) });
  }
  const root = modeler
    .get<{ create(type: string, properties: { readonly [property: string]: string }): ModdleElement }>('bpmnFactory')
    .create(type, { name, ...(code ? { [code]: name } : {}) });
  Object.assign(root, { $parent: definitions });
  together(modeler, () => {
    // BPMN wants them before what refers to them
    modeling.updateModdleProperties(element, definitions, { rootElements: [root, ...elementsAt(definitions, 'rootElements')] });
    refer(root);
  });
}

/** How many elements of the file refer to it. */
function usesOf(element: ModdleElement, about: { readonly root: ModdleElement; readonly ref: Shared['ref'] }): number {
  const here = elementAt(element, about.ref) === about.root ? 1 : 0;
  const inner = ['rootElements', 'flowElements', 'eventDefinitions', 'messageFlows'].flatMap((part) => elementsAt(element, part));
  return inner.reduce((sum, one) => sum + usesOf(one, about), here);
}
