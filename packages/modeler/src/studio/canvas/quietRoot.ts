import type { Drawn } from './services.ts';

interface Marking {
  addMarker(element: Drawn | string, marker: string): void;
}

/** What the canvas itself need not say of itself: that the pointer is on it, and that things may be put there. */
const QUIET: ReadonlySet<string> = new Set(['hover', 'drop-ok', 'connect-ok']);

/**
 * Leaves these marks off the canvas itself. Each of them has the browser work out the looks of everything drawn anew, many times while
 * something is dragged over the gaps between other things; where nothing may be put down is still shown.
 */
export class QuietRoot {
  static $inject = ['canvas'];

  constructor(canvas: Marking) {
    const mark = canvas.addMarker.bind(canvas);
    canvas.addMarker = (element, marker) => {
      const isRoot = typeof element !== 'string' && !element.parent;
      if (!isRoot || !QUIET.has(marker)) mark(element, marker);
    };
  }
}
