import type { Element, Label, ModdleElement } from 'bpmn-js/lib/model/Types';
import type { Modeler } from '../modeler.ts';

/** Where an element lies on the canvas, and what the file says about that. */
interface Lying {
  readonly place: string;
  readonly labelPlace: string;
  /** Pools and lanes that do not say how they lie are horizontal; bpmn-js says so once they are moved. */
  readonly isHorizontal: unknown;
  readonly bounds: Said | undefined;
  readonly waypoints: unknown;
  readonly label: ModdleElement | undefined;
  readonly labelBounds: Said | undefined;
}

interface Said {
  readonly of: ModdleElement;
  readonly values: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

export type Drawing = ReadonlyMap<string, Lying>;

/** What the file says about where everything lies, as it was just opened. */
export function drawingOf(modeler: Modeler): Drawing {
  const drawing = new Map<string, Lying>();
  for (const element of drawn(modeler)) {
    const { bounds, waypoint, label, isHorizontal } = element.di as ModdleElement;
    drawing.set(element.id, {
      place: placeOf(element),
      labelPlace: labelPlaceOf(element),
      isHorizontal,
      bounds: said(bounds),
      waypoints: waypoint,
      label,
      labelBounds: said(label?.bounds),
    });
  }
  return drawing;
}

/**
 * Lets the file say again what it said about everything that lies where it lay: bpmn-js rounds, sizes labels by its own fonts and adds
 * empty ones, and undoing does not take that back.
 */
export function restDrawing(modeler: Modeler, drawing: Drawing): void {
  for (const element of drawn(modeler)) {
    const before = drawing.get(element.id);
    const di = element.di as ModdleElement;
    if (before && before.isHorizontal === undefined && di.isHorizontal === true) di.set('isHorizontal', undefined);
    if (!before || before.place !== placeOf(element)) continue;
    if (before.bounds) restore(di, 'bounds', before.bounds);
    if (before.waypoints && di.waypoint !== before.waypoints) di.set('waypoint', before.waypoints);
    if (before.labelPlace !== labelPlaceOf(element)) continue;
    if (di.label !== before.label) di.set('label', before.label);
    if (before.label && before.labelBounds) restore(before.label, 'bounds', before.labelBounds);
    else if (before.label?.bounds) before.label.set('bounds', undefined);
  }
}

const drawn = (modeler: Modeler): readonly Element[] =>
  modeler
    .get<{ filter(test: (element: Element) => boolean): Element[] }>('elementRegistry')
    .filter((element) => element.di !== undefined && element.parent != null && !('labelTarget' in element && element.labelTarget));

function placeOf(element: Element): string {
  if ('waypoints' in element) return (element.waypoints as readonly Point[]).map(({ x, y }) => `${x},${y}`).join(' ');
  return 'width' in element ? boxOf(element as Label) : '';
}

const labelPlaceOf = ({ labels }: Element): string => (labels ?? []).map((label) => boxOf(label as Label)).join(' ');
const boxOf = ({ x, y, width, height }: Label): string => `${x},${y},${width},${height}`;

function said(bounds: ModdleElement | undefined): Said | undefined {
  if (!bounds) return undefined;
  const { x, y, width, height } = bounds as unknown as Said['values'];
  return { of: bounds, values: { x, y, width, height } };
}

function restore(owner: ModdleElement, name: string, { of, values }: Said): void {
  if (owner.get(name) !== of) owner.set(name, of);
  Object.assign(of, values);
}
