import { isOf, middleOf, type Drawn, type Injector, type Point } from '../services.ts';
import { divideArrow, type Divided } from './divideArrow.ts';
import { placeOnArrow } from './placeOnArrow.ts';

interface Creating {
  readonly context: {
    readonly shape: Drawn;
    parent: Drawn;
    position: Point & { readonly width?: number; readonly height?: number };
    divided?: Divided;
  };
}

interface Moving {
  readonly context: { readonly shapes: readonly Drawn[]; targetFlow?: Drawn | undefined; position?: Point; onto?: Drawn };
}

interface Hovering {
  readonly hover?: Drawn;
  readonly context: {
    readonly shape?: Drawn;
    readonly shapes?: readonly Drawn[];
    readonly elements?: readonly Drawn[];
    onto?: Drawn | undefined;
  };
}

const MARK = 'gc-insert';

/**
 * What is created on an arrow, be it dropped there or asked for by a word, is put into it with the room that it needs. What is moved onto an arrow is, too,
 * as long as nothing leads to it or from it: a step on its way across an arrow is not tied into it by chance. While something is held over an arrow that
 * can take it, the arrow shows it.
 */
export class InsertOnArrow {
  static $inject = ['injector'];
  readonly #injector: Injector;

  constructor(injector: Injector) {
    this.#injector = injector;
    const events = injector.get('eventBus');
    // before and after bpmn-js, which inserts without making room
    events.on<Creating>('commandStack.shape.create.preExecute', 2000, ({ context }) => this.#create(context));
    events.on<Creating>('commandStack.shape.create.postExecuted', 500, ({ context: { divided } }) => {
      if (divided) divideArrow(injector, divided);
    });
    events.on<Moving>('commandStack.elements.move.preExecute', 500, ({ context }) => {
      const { shapes, targetFlow } = context;
      const [shape] = shapes;
      if (targetFlow && shape && canStandOn(shape, targetFlow)) context.onto = targetFlow;
      context.targetFlow = undefined;
    });
    events.on<Moving>('commandStack.elements.move.postExecuted', 500, ({ context }) => this.#moved(context));
    events.on<Hovering>(['create.move', 'create.hover', 'shape.move.move', 'shape.move.hover'], 200, (event) => this.#hover(event));
    events.on<Hovering>(['create.out', 'create.cleanup', 'shape.move.out', 'shape.move.cleanup'], 200, ({ context }) =>
      this.#mark(context, undefined),
    );
  }

  #create(context: Creating['context']): void {
    const { shape, parent: arrow, position } = context;
    if (!isArrow(arrow) || !arrow.parent) return;
    context.parent = arrow.parent;
    const { x, y, width = 0, height = 0 } = position;
    const at = Number.isNaN(x) ? undefined : { x: x + width / 2, y: y + height / 2 };
    const place = canStandOn(shape, arrow) ? placeOnArrow(this.#injector, { shape, arrow, at }) : undefined;
    if (!place) {
      if (!at) context.position = middleOf(arrow.source ?? arrow.parent);
      return;
    }
    context.position = place.middle;
    context.divided = { arrow, by: shape, index: place.index };
  }

  #moved({ shapes: [shape], onto: arrow, position }: Moving['context']): void {
    if (!shape || !arrow) return;
    const place = placeOnArrow(this.#injector, { shape, arrow, at: position });
    if (!place) return;
    const { x, y } = middleOf(shape);
    this.#injector.get('modeling').moveShape(shape, { x: place.middle.x - x, y: place.middle.y - y });
    divideArrow(this.#injector, { arrow, by: shape, index: place.index });
  }

  #hover({ hover, context }: Hovering): void {
    const [held, ...others] = context.elements ?? context.shapes ?? [];
    const fits = hover && held && others.length === 0 && isArrow(hover) && canStandOn(held, hover);
    this.#mark(context, fits ? hover : undefined);
  }

  #mark(context: Hovering['context'], arrow: Drawn | undefined): void {
    if (context.onto === arrow) return;
    const canvas = this.#injector.get('canvas');
    if (context.onto) canvas.removeMarker(context.onto, MARK);
    if (arrow) canvas.addMarker(arrow, MARK);
    context.onto = arrow;
  }
}

const isArrow = (element: Drawn): boolean => isOf(element, 'bpmn:SequenceFlow') && !element.labelTarget;

/** Whether something can be come to and gone on from, and nothing does yet. */
const canStandOn = (shape: Drawn, arrow: Drawn): boolean =>
  isOf(shape, 'bpmn:Activity', 'bpmn:Gateway', 'bpmn:IntermediateCatchEvent', 'bpmn:IntermediateThrowEvent') &&
  !shape.labelTarget &&
  !shape.businessObject.get('triggeredByEvent') &&
  shape.incoming.length + shape.outgoing.length === 0 &&
  Boolean(arrow.source && arrow.target && arrow.source !== shape);
