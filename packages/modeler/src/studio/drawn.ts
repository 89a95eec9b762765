const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const DI = 'http://www.omg.org/spec/BPMN/20100524/DI';
const DC = 'http://www.omg.org/spec/DD/20100524/DC';
const WAY = 'http://www.omg.org/spec/DD/20100524/DI';

const parsed = new Map<string, Document>();

/** A diagram's XML as a document, for looking at; the last few are remembered. The modeler and the checks read it by their own parser. */
export function documentOf(xml: string): Document {
  const known = parsed.get(xml);
  if (known) return known;
  if (parsed.size > 8) parsed.clear();
  const made = new DOMParser().parseFromString(xml, 'application/xml');
  parsed.set(xml, made);
  return made;
}

/** All elements of BPMN's own vocabulary with this name. */
export const bpmnElements = (document: Document | Element, name: string): readonly Element[] => [
  ...document.getElementsByTagNameNS(BPMN, name),
];

/** The shapes and edges that are drawn, by the id of what they show. */
export const drawnOf = (document: Document) => ({
  shapes: [...document.getElementsByTagNameNS(DI, 'BPMNShape')],
  edges: [...document.getElementsByTagNameNS(DI, 'BPMNEdge')],
});

/** A number in an attribute; 0 where it is missing or none. */
const figure = (element: Element | undefined, name: string): number => Number(element?.getAttribute(name) ?? 0) || 0;

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a shape is drawn. */
export function placeOf(shape: Element): Place {
  const bounds = [...shape.children].find((child) => child.namespaceURI === DC && child.localName === 'Bounds');
  return { x: figure(bounds, 'x'), y: figure(bounds, 'y'), width: figure(bounds, 'width'), height: figure(bounds, 'height') };
}

/** The corners of an edge, in its direction. */
export const cornersOf = (edge: Element): readonly { readonly x: number; readonly y: number }[] =>
  [...edge.getElementsByTagNameNS(WAY, 'waypoint')].map((point) => ({ x: figure(point, 'x'), y: figure(point, 'y') }));
