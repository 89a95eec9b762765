import type { Drawn, Injector, Point } from '../services.ts';

interface Labelling {
  readonly context: { readonly element: Drawn; isNew?: boolean };
}

/** Room between the words and their arrow, in the diagram's units. */
const GAP = 5;

/** Words that an arrow gets stand beside it: right of where it runs down or up, over the piece that only this arrow has. bpmn-js puts them across. */
export class LabelBesideArrow {
  static $inject = ['injector'];

  constructor(injector: Injector) {
    const events = injector.get('eventBus');
    events.on<Labelling>('commandStack.element.updateLabel.preExecute', 2000, ({ context }) => {
      context.isNew = context.element.waypoints !== undefined && !context.element.label;
    });
    events.on<Labelling>('commandStack.element.updateLabel.postExecuted', 300, ({ context: { element, isNew } }) => {
      const { label } = element;
      const place = isNew && label && placeBeside(element.waypoints ?? [], label);
      if (place) injector.get('modeling').moveShape(label, { x: place.x - label.x, y: place.y - label.y });
    });
  }
}

/** Where the label's corner goes; undefined where the arrow runs level from its beginning, so that the words stand over it already. */
function placeBeside(points: readonly Point[], { width, height }: Drawn): Point | undefined {
  const [start, corner, next] = points;
  if (!start || !corner || Math.abs(start.x - corner.x) > 1) return undefined;
  const middle = (start.y + corner.y) / 2;
  const right = start.x + GAP;
  // straight up or down
  if (!next) return { x: right, y: middle - height / 2 };
  const forward = next.x > corner.x;
  const x = forward ? right : corner.x - GAP - width;
  // over the level piece, which other ways out of the same branch do not share
  return { x, y: corner.y - height - GAP };
}
