import type { Modeler } from '../../canvas/modeler.ts';
import type { Drawn, Point } from '../../canvas/services.ts';

/** The services of the editor that show what is wrong, as far as they are used. */
export interface Showing {
  readonly canvas: {
    scrollToElement(element: Drawn, padding?: number): void;
    addMarker(element: string, marker: string): void;
    removeMarker(element: string, marker: string): void;
    getLayer(name: string, index: number): SVGGElement;
    zoom(): number;
  };
  readonly elementRegistry: { get(id: string): Drawn | undefined };
  readonly selection: { select(element: Drawn | null): void };
  readonly overlays: {
    add(element: string, type: string, overlay: { readonly position: object; readonly html: HTMLElement; readonly scale: object }): string;
    remove(filter: string | { readonly type: string }): void;
  };
}

/** Words and marks on elements stay as large as they are, however far the canvas is zoomed out. */
export const READABLE = { min: 1, max: 1.5 };

/** A service of the editor by its name. */
export const showing = <Name extends keyof Showing>(modeler: Modeler, name: Name): Showing[Name] => modeler.get<Showing[Name]>(name);

/** Chooses an element and brings it into view; what stands on no place of the canvas chooses the whole. */
export function chooseOn(modeler: Modeler, id: string): void {
  const element = showing(modeler, 'elementRegistry').get(id) ?? null;
  showing(modeler, 'selection').select(element);
  if (element) showing(modeler, 'canvas').scrollToElement(element, 60);
}

/** Where on its own bounds a mark stands: in the corner of a shape, in the middle of an arrow's way. */
export function markPlace(element: Drawn): { readonly top: number; readonly left: number } {
  const points = element.waypoints;
  if (!points || points.length < 2) return { top: -9, left: -9 };
  const { x, y } = halfway(points);
  return { top: y - Math.min(...points.map((point) => point.y)) - 9, left: x - Math.min(...points.map((point) => point.x)) - 9 };
}

/** The point in the middle of a way. */
export function halfway(points: readonly Point[]): Point {
  const legs = points.slice(1).map((end, index) => {
    const start = points[index] ?? end;
    return { start, end, length: Math.hypot(end.x - start.x, end.y - start.y) };
  });
  let left = legs.reduce((sum, leg) => sum + leg.length, 0) / 2;
  for (const { start, end, length } of legs) {
    if (left <= length && length > 0) {
      const share = left / length;
      return { x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share };
    }
    left -= length;
  }
  return points[0] ?? { x: 0, y: 0 };
}
