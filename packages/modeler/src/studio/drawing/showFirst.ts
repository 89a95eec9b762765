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

/** How wide the palette is, in pixels: it must not cover where a process begins. */
const PALETTE = 154;

/** Shows what can be read of a process beside the palette, from its beginning; a file without pools as a whole. */
export function showFirst(modeler: Modeler, process: string): void {
  const canvas = modeler.get<Canvas>('canvas');
  const pool = modeler.get<Registry>('elementRegistry').find((element) => element.businessObject?.processRef?.id === process);
  const { outer } = canvas.viewbox();
  if (outer.width <= PALETTE || outer.height === 0) return;
  if (!pool) return canvas.zoom('fit-viewport', 'auto');
  const seen = windowOnto(pool, { width: outer.width - PALETTE, height: outer.height }, []);
  const margin = (PALETTE * seen.width) / (outer.width - PALETTE);
  canvas.viewbox({ ...seen, x: seen.x - margin, width: seen.width + margin });
}
