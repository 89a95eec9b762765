import type { Place } from './drawn.ts';

/** Below this a Chinese name in a step can no longer be read at arm's length. */
const READABLE = 0.62;

/** Room around what is shown, and below it for the logo, which must cover nothing; in the diagram's own units. */
const EDGE = 16;
const LOGO = 56;

/**
 * Which part of a diagram is shown at first: the whole width of the process where that can be read, else as much as can be; around the
 * places that matter now, where there are some. `outer` is the size of the screen's window onto it, in pixels.
 */
export function windowOnto(process: Place, outer: { readonly width: number; readonly height: number }, around: readonly Place[]): Place {
  const whole = wholeOf(process);
  const scale = Math.min(1, Math.max(outer.width / whole.width, READABLE));
  const [width, height] = [outer.width / scale, outer.height / scale];
  return { ...along(whole, { width, height }, around), width, height };
}

/** The whole of what is drawn, in the middle, with room around it; never larger than it is drawn. */
export function windowOver(drawn: Place, outer: { readonly width: number; readonly height: number }): Place {
  const whole = wholeOf(drawn);
  const scale = Math.min(1, outer.width / whole.width, outer.height / whole.height);
  const [width, height] = [outer.width / scale, outer.height / scale];
  return { x: whole.x - (width - whole.width) / 2, y: whole.y - (height - whole.height) / 2, width, height };
}

/** Where the window begins along both sides: centred on what matters, never beyond the process. */
function along(
  whole: Place,
  size: { readonly width: number; readonly height: number },
  around: readonly Place[],
): { readonly x: number; readonly y: number } {
  const begin = (from: 'x' | 'y', extent: 'width' | 'height'): number => {
    const [start, length, seen] = [whole[from], whole[extent], size[extent]];
    if (seen >= length) return start - (seen - length) / 2;
    if (around.length === 0) return start;
    const first = Math.min(...around.map((one) => one[from]));
    const last = Math.max(...around.map((one) => one[from] + one[extent]));
    return Math.min(Math.max(start, (first + last - seen) / 2), start + length - seen);
  };
  return { x: begin('x', 'width'), y: begin('y', 'height') };
}

/** The whole of a process, as large as it fits. */
export const wholeOf = (process: Place): Place => ({
  x: process.x - EDGE,
  y: process.y - EDGE,
  width: process.width + 2 * EDGE,
  height: process.height + 2 * EDGE + LOGO,
});
