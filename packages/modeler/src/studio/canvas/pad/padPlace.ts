import type { Drawn, Injector } from '../services.ts';

interface Place {
  readonly left: number;
  readonly top: number;
}

/** Where bpmn-js puts its pad: it has no open way to put it elsewhere, so this is the one place that knows its inside. */
interface Pad {
  readonly _current?: { readonly html: HTMLElement };
  _getTargetBounds(target: Drawn | readonly Drawn[]): DOMRect;
  _getPosition(target: Drawn | readonly Drawn[]): Place;
}

/** Space around the pad, in pixels. */
const MARGIN = 8;

/** What is higher than this has its pad on its right, as below is too far. In pixels. */
const HIGH = 200;

/** The pad stands below what is chosen, so that what follows stays in sight; beside it where there is no room. It never leaves the canvas. */
export class PadPlace {
  static $inject = ['contextPad', 'injector'];

  constructor(pad: Pad, injector: Injector) {
    const beside = pad._getPosition.bind(pad);
    pad._getPosition = (target) => {
      const place = beside(target);
      const html = pad._current?.html;
      if (!html) return place;
      const room = injector.get('canvas').getContainer().getBoundingClientRect();
      const { offsetWidth: width, offsetHeight: height } = html;
      const box = pad._getTargetBounds(target);
      const below = box.bottom - room.top + MARGIN;
      const single = !Array.isArray(target) && (target as Drawn).waypoints === undefined;
      const wanted =
        single && box.height < HIGH && below + height + MARGIN <= room.height ? { left: box.left - room.left, top: below } : place;
      return { left: within(wanted.left, room.width - width), top: within(wanted.top, room.height - height) };
    };
  }
}

const within = (at: number, most: number): number => Math.max(MARGIN, Math.min(at, most - MARGIN));
