import type { Modeler } from '../../canvas/modeler.ts';
import type { Drawn } from '../../canvas/services.ts';

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
