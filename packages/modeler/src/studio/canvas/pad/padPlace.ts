import { longestPart } from '../geometry/longestPart.ts';
import { middleOf, type Box, type Drawn, type Injector, type Point } from '../services.ts';
import { freeSide } from './freeSide.ts';
import { whatStaysInSight } from './whatStaysInSight.ts';

interface Place {
  readonly left: number;
  readonly top: number;
}

/** Where bpmn-js puts its pad: it has no open way to put it elsewhere, so this is the one place that knows its inside. */
interface Pad {
  readonly _current?: { readonly html: HTMLElement; readonly target: Drawn | readonly Drawn[] };
  _getTargetBounds(target: Drawn | readonly Drawn[]): DOMRect;
  _getPosition(target: Drawn | readonly Drawn[]): Place;
  hide(): void;
  show(): void;
}

/** Space around the pad, in pixels. */
const MARGIN = 8;

/** What is higher than this has its pad on its right, as below is too far. In pixels. */
const HIGH = 200;

/** The drags that begin with the click that takes a tool; all others begin with the first move. */
const TOOLS = ['create', 'connect', 'global-connect', 'lasso.selection', 'spaceTool.selection', 'hand'];

/**
 * The pad stands where it covers least of what may be clicked next: below what is chosen and its name, or on another side. It never leaves the canvas,
 * stays on its side while the canvas is moved, and is out of the way while a name is typed, something is dragged, or a tool is held.
 */
export class PadPlace {
  static $inject = ['contextPad', 'injector'];
  readonly #pad: Pad;
  readonly #injector: Injector;
  /** How far each pad stands from what it belongs to. */
  readonly #offsets = new WeakMap<HTMLElement, Place>();

  constructor(pad: Pad, injector: Injector) {
    this.#pad = pad;
    this.#injector = injector;
    const beside = pad._getPosition.bind(pad);
    pad._getPosition = (target) => this.#place(target, beside(target));
    const events = injector.get('eventBus');
    const busy = (): boolean => injector.get('directEditing').isActive() || Boolean(injector.get('dragging').context());
    events.on(['directEditing.activate', 'contextPad.open', 'contextPad.show'], 500, () => void (busy() && pad.hide()));
    events.on([...TOOLS.map((tool) => `${tool}.init`), 'drag.start'], 500, () => pad.hide());
    // Said while it is still going on.
    const back = (): void => queueMicrotask(() => void (busy() || pad.show()));
    events.on(['directEditing.deactivate', 'drag.canceled', 'drag.ended'], 500, back);
  }

  #place(target: Drawn | readonly Drawn[], beside: Place): Place {
    const html = this.#pad._current?.html;
    if (!html) return beside;
    const room = this.#injector.get('canvas').getContainer().getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = html;
    const within = ({ left, top }: Place): Place => ({ left: clamp(left, room.width - width), top: clamp(top, room.height - height) });
    const box = this.#pad._getTargetBounds(target);
    const kept = this.#offsets.get(html);
    if (kept) return within({ left: kept.left + box.left, top: kept.top + box.top });
    const place = isOne(target) && (target.waypoints || box.height <= HIGH) ? this.#free(target, { width, height }) : within(beside);
    if (width > 0) this.#offsets.set(html, { left: place.left - box.left, top: place.top - box.top });
    return place;
  }

  #free(target: Drawn, size: { readonly width: number; readonly height: number }): Place {
    const { x, y, scale, outer } = this.#injector.get('canvas').viewbox();
    const shown = <What extends Box>(box: What): What => ({
      ...box,
      x: (box.x - x) * scale,
      y: (box.y - y) * scale,
      width: box.width * scale,
      height: box.height * scale,
    });
    const all = this.#injector.get('elementRegistry').filter(() => true);
    const chosen = target.waypoints ? middleOfLongest(target.waypoints) : withName(target);
    return freeSide({ chosen: shown(chosen), size, room: outer, inSight: whatStaysInSight(all, target).map(shown) });
  }
}

const isOne = (target: Drawn | readonly Drawn[]): target is Drawn => !Array.isArray(target);

/** A shape together with its name, where that is near. */
function withName(target: Drawn): Box {
  const { label } = target;
  return label && Math.abs(label.x - target.x) < HIGH && Math.abs(label.y - target.y) < HIGH ? around(target, label) : boxOf(target);
}

function middleOfLongest(points: readonly Point[]): Box {
  const part = longestPart(points);
  return { ...(part ? middleOf(part) : { x: 0, y: 0 }), width: 0, height: 0 };
}

const boxOf = ({ x, y, width, height }: Box): Box => ({ x, y, width, height });

function around(one: Box, other: Box): Box {
  const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)];
  return {
    x,
    y,
    width: Math.max(one.x + one.width, other.x + other.width) - x,
    height: Math.max(one.y + one.height, other.y + other.height) - y,
  };
}

const clamp = (at: number, most: number): number => Math.max(MARGIN, Math.min(at, most - MARGIN));
