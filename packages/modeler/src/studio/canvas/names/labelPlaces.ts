import { nameWithin } from '../../file/extension.ts';
import type { Box, Drawn, Injector, Meaning } from '../services.ts';

interface Placing {
  readonly context: { readonly shape: Drawn; readonly minBounds?: { readonly width: number } };
}

interface Replacing {
  readonly context: { readonly oldShape: Drawn; readonly newShape: Drawn; oldLabel?: Drawn | undefined };
}

interface Places {
  readonly shown: Box;
  readonly file: Box;
}

const EDGES = ['x', 'y', 'width', 'height'] as const;

/**
 * A label is shown as large as the reader's name needs; the file keeps the place that it was given for the Chinese. A label that is moved or drawn wider
 * moves by as much in the file; one that only follows its English name does not move there at all, and what is undone is undone to the fraction.
 */
export class LabelPlaces {
  static $inject = ['injector'];
  readonly #injector: Injector;
  readonly #places = new WeakMap<Drawn, Places>();

  constructor(injector: Injector) {
    this.#injector = injector;
    const events = injector.get('eventBus');
    const done = ['move', 'resize'].flatMap((command) => ['executed', 'reverted'].map((when) => `commandStack.shape.${command}.${when}`));
    events.on<Placing>(done, 500, ({ context: { shape, minBounds } }) => this.#moved(shape, minBounds?.width === 0));
    // bpmn-js writes the place of every label that is drawn anew.
    events.on<{ readonly element: Drawn }>('shape.changed', 500, ({ element }) => {
      const places = this.#places.get(element);
      if (places) this.#put(element, places);
    });
    events.on<Replacing>('commandStack.shape.replace.preExecute', 2000, ({ context }) => {
      context.oldLabel = context.oldShape.label;
    });
    events.on<Replacing>('commandStack.shape.replace.postExecuted', 400, ({ context: { oldLabel, newShape } }) => {
      const places = oldLabel && this.#places.get(oldLabel);
      if (places && newShape.label) this.#put(newShape.label, { shown: boxOf(newShape.label), file: places.file });
    });
  }

  /** Remembers where the file has a label that has just been read. */
  remember(label: Drawn): void {
    const file = boundsOf(label);
    if (file) this.#places.set(label, { shown: boxOf(label), file: boxOf(file) });
  }

  #moved(label: Drawn, byItself: boolean): void {
    const before = this.#places.get(label);
    if (!before) return;
    const shown = boxOf(label);
    const follows = byItself && this.#injector.get('officeWords').language !== 'zh' && nameWithin(label.businessObject, 'zh') !== '';
    const change = (edge: (typeof EDGES)[number]): number => (follows ? 0 : shown[edge] - before.shown[edge]);
    const file = Object.fromEntries(EDGES.map((edge) => [edge, before.file[edge] + change(edge)])) as unknown as Box;
    this.#put(label, { shown, file });
  }

  #put(label: Drawn, places: Places): void {
    this.#places.set(label, places);
    const bounds = boundsOf(label);
    if (bounds) Object.assign(bounds, places.file);
  }
}

const boxOf = ({ x, y, width, height }: Box): Box => ({ x, y, width, height });

/** Where the file has the label; undefined where it says nothing of it. */
function boundsOf({ di }: Drawn): Box | undefined {
  const label = di.get('label') as Meaning | undefined;
  return label?.get('bounds') as Box | undefined;
}
