import type { Frame } from '@guicheng/runtime/checking';
import type { Modeler } from '../../canvas/modeler.ts';
import { READABLE, showing } from './showing.ts';

/** A stage for a run that is played, and what is said at what can never go on. */
export interface Playbill {
  readonly modeler: Modeler;
  readonly stuckHere: string;
}

/** Where a run is shown on the canvas. */
export interface Stage {
  /** Shows a moment: the arrows just taken, with tokens moving along them where `moving`, where tokens stand, and what can never go on. */
  show(frame: Frame, moving: boolean): void;
  clear(): void;
}

const SVG = 'http://www.w3.org/2000/svg';
const LAYER = 'gc-stage';

/** Half of a token's width on the screen, in pixels. */
const TOKEN = 9;

/** How long a token takes along an arrow, in milliseconds. */
export const WAY = 700;

/** A stage on the editor's canvas; what it draws is not part of the diagram and takes no clicks. */
export function makeStage({ modeler, stuckHere }: Playbill): Stage {
  const canvas = showing(modeler, 'canvas');
  const registry = showing(modeler, 'elementRegistry');
  const overlays = showing(modeler, 'overlays');
  // Above everything that is drawn.
  const layer = canvas.getLayer(LAYER, 10_000);
  let marked: readonly (readonly [element: string, marker: string])[] = [];
  const clear = (): void => {
    layer.replaceChildren();
    overlays.remove({ type: LAYER });
    for (const [element, marker] of marked) if (registry.get(element)) canvas.removeMarker(element, marker);
    marked = [];
  };
  const run = (flow: string): void => {
    const points = registry.get(flow)?.waypoints;
    if (!points) return;
    const token = document.createElementNS(SVG, 'circle');
    // As large on the screen however far the canvas is zoomed.
    token.setAttribute('r', String(TOKEN / canvas.zoom()));
    token.setAttribute('class', 'gc-stage-token');
    const way = document.createElementNS(SVG, 'animateMotion');
    way.setAttribute('path', points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join(''));
    way.setAttribute('dur', `${WAY}ms`);
    way.setAttribute('fill', 'freeze');
    way.setAttribute('begin', 'indefinite');
    token.append(way);
    layer.append(token);
    way.beginElement();
    way.addEventListener('endEvent', () => token.remove());
  };
  /** Words in the middle of an element's lower edge. */
  const say = (element: string, words: string, className: string): void => {
    const drawn = registry.get(element);
    if (!drawn) return;
    const html = document.createElement('span');
    html.className = className;
    html.textContent = words;
    overlays.add(element, LAYER, { position: { bottom: 0, left: (drawn.width ?? 0) / 2 }, html, scale: READABLE });
  };
  return {
    clear,
    show(frame, moving) {
      clear();
      marked = [
        ...frame.took.map((flow) => [flow, 'gc-stage-took'] as const),
        ...frame.at.map(({ element }) => [element, 'gc-stage-at'] as const),
        ...frame.stuck.map((element) => [element, 'gc-stage-stuck'] as const),
      ].filter(([element]) => registry.get(element));
      for (const [element, marker] of marked) canvas.addMarker(element, marker);
      for (const { element, count } of frame.at) if (!frame.stuck.includes(element)) say(element, String(count), 'gc-stage-here');
      for (const element of frame.stuck) say(element, stuckHere, 'gc-stage-here gc-stage-stays');
      if (moving) frame.took.forEach(run);
    },
  };
}
