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
  hide(): void;
  show(): void;
}

/** Space around the pad, in pixels. */
const MARGIN = 8;

/** What is higher than this has its pad on its right, as below is too far. In pixels. */
const HIGH = 200;

/**
 * The pad stands below what is chosen and its name, so that what follows stays in sight; beside it where there is no room. It never leaves the canvas, and
 * is out of the way while a name is typed.
 */
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
      const wanted = placeBelow(pad, { target, room }) ?? place;
      const fits = wanted.top + height + MARGIN <= room.height ? wanted : place;
      return { left: within(fits.left, room.width - width), top: within(fits.top, room.height - height) };
    };
    const events = injector.get('eventBus');
    events.on(['directEditing.activate', 'contextPad.open'], 500, () => void (injector.get('directEditing').isActive() && pad.hide()));
    events.on(['directEditing.complete', 'directEditing.cancel'], 500, () => pad.show());
  }
}

/** Below one shape and its name; undefined for arrows, for several, and for what is large. */
function placeBelow(pad: Pad, { target, room }: { readonly target: Drawn | readonly Drawn[]; readonly room: DOMRect }): Place | undefined {
  if (Array.isArray(target)) return undefined;
  const { waypoints, label } = target as Drawn;
  const box = pad._getTargetBounds(target);
  if (waypoints || box.height > HIGH) return undefined;
  const bottom = label ? pad._getTargetBounds([target as Drawn, label]).bottom : box.bottom;
  return { left: box.left - room.left, top: bottom - room.top + MARGIN };
}

const within = (at: number, most: number): number => Math.max(MARGIN, Math.min(at, most - MARGIN));
