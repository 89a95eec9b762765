import { elementAt, elementsAt, type Drawn, type ModdleElement, type Services } from './moddle.ts';

/** The process that an element belongs to, or is, or whose pool it is; undefined outside of any. */
export function processOf({ businessObject }: Drawn): ModdleElement | undefined {
  const start = elementAt(businessObject, 'processRef') ?? businessObject;
  for (let at: ModdleElement | undefined = start; at; at = at.$parent) if (at.$type === 'bpmn:Process') return at;
  return undefined;
}

/** Everything that a process or a part of it holds, at any depth, in the order of the file. */
export const flowElementsOf = (container: ModdleElement | undefined): readonly ModdleElement[] =>
  elementsAt(container, 'flowElements').flatMap((element) => [
    element,
    ...(element.$instanceOf('bpmn:SubProcess') ? flowElementsOf(element) : []),
  ]);

/** The arrows that leave an element, in the order of the file; also where the file does not repeat them at the element. */
export const flowsFrom = (element: ModdleElement): readonly ModdleElement[] => flowsAt(element, 'sourceRef');

/** The arrows that lead to an element. */
export const flowsTo = (element: ModdleElement): readonly ModdleElement[] => flowsAt(element, 'targetRef');

const flowsAt = (element: ModdleElement, end: 'sourceRef' | 'targetRef'): readonly ModdleElement[] =>
  elementsAt(element.$parent, 'flowElements').filter((flow) => flow.$instanceOf('bpmn:SequenceFlow') && elementAt(flow, end) === element);

/** The whole file. */
export function definitionsOf({ businessObject }: Drawn): ModdleElement {
  let at = businessObject;
  while (at.$parent && at.$type !== 'bpmn:Definitions') at = at.$parent;
  return at;
}

interface Registry {
  get(id: string): Drawn | undefined;
  getAll(): readonly Drawn[];
}

/** What is drawn for an element of the file: for a process its pool, or the whole picture. */
export function drawnOf(modeler: Services, element: ModdleElement): Drawn | undefined {
  const registry = modeler.get<Registry>('elementRegistry');
  const own = element.id === undefined ? undefined : registry.get(element.id);
  if (own?.businessObject === element) return own;
  return registry.getAll().find(({ businessObject }) => businessObject === element || elementAt(businessObject, 'processRef') === element);
}
