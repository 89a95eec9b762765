import { bpmnElements, cornersOf, documentOf, drawnOf, placeOf, type Place } from './drawn.ts';

/** What kind of shape it is drawn as. */
export type Kind = 'lane' | 'frame' | 'step' | 'gateway' | 'event';

/** A diagram as a few lines and boxes: enough to know it again on a shelf. */
export interface Sketch {
  readonly box: Place;
  readonly shapes: readonly (Place & { readonly id: string; readonly kind: Kind })[];
  readonly lines: readonly (readonly { readonly x: number; readonly y: number }[])[];
}

/** The sketch of one process of a diagram; undefined where nothing of it is drawn. */
export function sketchOf(xml: string, process: string): Sketch | undefined {
  const document = documentOf(xml);
  const { shapes, edges } = drawnOf(document);
  const pool = bpmnElements(document, 'participant').find((one) => one.getAttribute('processRef') === process);
  const poolShape = shapes.find((shape) => shape.getAttribute('bpmnElement') === pool?.getAttribute('id'));
  const box = poolShape ? placeOf(poolShape) : around(shapes.map(placeOf));
  if (!box) return undefined;
  const names = new Map([...document.getElementsByTagName('*')].map((element) => [element.getAttribute('id') ?? '', element.localName]));
  const inside = (x: number, y: number): boolean => x >= box.x && y >= box.y && x <= box.x + box.width && y <= box.y + box.height;
  return {
    box,
    shapes: shapes.flatMap((shape) => {
      const id = shape.getAttribute('bpmnElement') ?? '';
      const place = placeOf(shape);
      const kind = kindOf(names.get(id) ?? '', shape);
      if (!kind || id === pool?.getAttribute('id') || !inside(place.x, place.y)) return [];
      return [{ ...place, id, kind }];
    }),
    lines: edges.map(cornersOf).filter((corners) => corners.length > 1 && corners.every((corner) => inside(corner.x, corner.y))),
  };
}

function kindOf(name: string, shape: Element): Kind | undefined {
  if (name === 'lane') return 'lane';
  if (name === 'subProcess') return shape.getAttribute('isExpanded') === 'false' ? 'step' : 'frame';
  if (name === 'callActivity' || name.endsWith('ask')) return 'step';
  if (name.endsWith('ateway')) return 'gateway';
  if (name.endsWith('vent')) return 'event';
  return undefined;
}

function around(places: readonly Place[]): Place | undefined {
  if (places.length === 0) return undefined;
  const x = Math.min(...places.map((place) => place.x)) - 20;
  const y = Math.min(...places.map((place) => place.y)) - 20;
  const right = Math.max(...places.map((place) => place.x + place.width)) + 20;
  const bottom = Math.max(...places.map((place) => place.y + place.height)) + 20;
  return { x, y, width: right - x, height: bottom - y };
}
