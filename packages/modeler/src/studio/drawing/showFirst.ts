import type { Modeler } from '../canvas/modeler.ts';
import type { Place } from '../drawn.ts';
import { windowOnto } from '../window.ts';

interface Canvas {
  zoom(to: 'fit-viewport', center: 'auto'): void;
  viewbox(box?: Place): { readonly outer: { readonly width: number; readonly height: number } };
}
interface Registry {
  find(test: (element: Pool) => boolean): Pool | undefined;
}
interface Pool extends Place {
  readonly businessObject?: { readonly processRef?: { readonly id: string } };
}

/** Shows what can be read of a process, from its beginning; a file without pools as a whole. The palette stands beside the canvas. */
export function showFirst(modeler: Modeler, process: string): void {
  const canvas = modeler.get<Canvas>('canvas');
  const pool = modeler.get<Registry>('elementRegistry').find((element) => element.businessObject?.processRef?.id === process);
  const { outer } = canvas.viewbox();
  if (outer.width === 0 || outer.height === 0) return;
  if (!pool) return canvas.zoom('fit-viewport', 'auto');
  canvas.viewbox({ ...windowOnto(pool, outer, []) });
}
