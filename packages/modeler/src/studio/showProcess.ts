import type { Canvas, Registry } from './viewer.ts';
import { wholeOf, windowOnto, windowOver } from './window.ts';

/**
 * Shows one process of what is drawn, in a viewer as in the editor: what can be read of it around the places that matter now, else from its
 * beginning; or the whole of it. A file without pools is shown whole.
 */
export function showProcess(
  drawn: { get<T>(service: string): T },
  process: string | undefined,
  around: readonly string[] | 'whole' = [],
): void {
  const canvas = drawn.get<Canvas>('canvas');
  const registry = drawn.get<Registry>('elementRegistry');
  const { outer, inner } = canvas.viewbox();
  if (outer.width === 0 || outer.height === 0) return;
  const pool = registry.getAll().find((element) => process !== undefined && element.businessObject?.processRef?.id === process);
  if (!pool) return void canvas.viewbox({ ...windowOver(inner, outer) });
  const places = around === 'whole' ? [] : around.flatMap((element) => registry.get(element) ?? []);
  canvas.viewbox(around === 'whole' ? wholeOf(pool) : { ...windowOnto(pool, outer, places) });
}
