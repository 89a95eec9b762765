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

/** The whole file. */
export function definitionsOf({ businessObject }: Drawn): ModdleElement {
  let at = businessObject;
  while (at.$parent && at.$type !== 'bpmn:Definitions') at = at.$parent;
  return at;
}

/** What is drawn for a process: its pool, or the whole picture. */
export const drawnProcess = (modeler: Services, process: ModdleElement): Drawn | undefined =>
  modeler
    .get<{ getAll(): readonly Drawn[] }>('elementRegistry')
    .getAll()
    .find(({ businessObject }) => businessObject === process || elementAt(businessObject, 'processRef') === process);
