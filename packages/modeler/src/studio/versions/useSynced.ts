import { useEffect } from 'react';
import type { Canvas, Drawn, EventBus, Registry, Viewer } from '../viewer.ts';

/** As much as can be read at arm's length, and no closer, when a place is shown. */
const NEAR = 0.75;

/** Moves and zooms two diagrams together, whichever of them is moved. */
export function useSynced(one: Viewer | null, other: Viewer | null): void {
  useEffect(() => {
    if (!one || !other) return undefined;
    let following = false;
    const follow = (leader: Viewer, follower: Viewer) => (): void => {
      if (following) return;
      following = true;
      const { x, y } = leader.get<Canvas>('canvas').viewbox();
      const scale = leader.get<Canvas>('canvas').zoom();
      const canvas = follower.get<Canvas>('canvas');
      const { outer } = canvas.viewbox();
      canvas.viewbox({ x, y, width: outer.width / scale, height: outer.height / scale });
      following = false;
    };
    const [toOther, toOne] = [follow(one, other), follow(other, one)];
    const [ears, others] = [one.get<EventBus>('eventBus'), other.get<EventBus>('eventBus')];
    ears.on('canvas.viewbox.changed', toOther);
    others.on('canvas.viewbox.changed', toOne);
    return () => {
      ears.off('canvas.viewbox.changed', toOther);
      others.off('canvas.viewbox.changed', toOne);
    };
  }, [one, other]);
}

/** Brings an element into the middle of the diagram; false where it is not drawn there. */
export function showPlace(viewer: Viewer, element: string): boolean {
  const drawn = drawnOf(viewer.get<Registry>('elementRegistry'), element);
  const canvas = viewer.get<Canvas>('canvas');
  const { outer } = canvas.viewbox();
  if (!drawn || outer.width === 0) return false;
  const { x, y, width, height } = placeOf(drawn);
  const fits = Math.min(outer.width / (width + 80), outer.height / (height + 80));
  const scale = Math.min(Math.max(canvas.zoom(), NEAR), Math.max(fits, 0.2));
  const [wide, high] = [outer.width / scale, outer.height / scale];
  const { inner } = canvas.viewbox();
  canvas.viewbox({
    x: within(x + width / 2 - wide / 2, { from: inner.x, to: inner.x + inner.width, seen: wide }),
    y: within(y + height / 2 - high / 2, { from: inner.y, to: inner.y + inner.height, seen: high }),
    width: wide,
    height: high,
  });
  return true;
}

/** Room around what is drawn, in the diagram's own units. */
const EDGE = 24;

/** A window that shows no more emptiness than it must. */
const within = (start: number, { from, to, seen }: { readonly from: number; readonly to: number; readonly seen: number }): number =>
  Math.max(Math.min(start, to + EDGE - seen), from - EDGE);

/** A process is drawn as its pool. */
const drawnOf = (registry: Registry, element: string): Drawn | undefined =>
  registry.get(element) ?? registry.getAll().find((one) => one.businessObject?.processRef?.id === element && one.waypoints === undefined);

function placeOf(drawn: Drawn): { readonly x: number; readonly y: number; readonly width: number; readonly height: number } {
  if (!Array.isArray(drawn.waypoints)) return drawn;
  const points = drawn.waypoints as readonly { readonly x: number; readonly y: number }[];
  const [xs, ys] = [points.map((point) => point.x), points.map((point) => point.y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
