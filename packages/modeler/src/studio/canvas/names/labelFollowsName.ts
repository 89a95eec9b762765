import { nameWithin } from '../../file/extension.ts';
import { isOf, type Box, type Drawn, type Injector } from '../services.ts';
import { isNamedOutside, shownName } from './shownName.ts';

interface Changing {
  readonly context: { readonly element: Drawn };
}

interface Labelling {
  readonly context: { readonly element: Drawn; readonly newLabel?: string | null; hints?: { removeShape?: boolean } };
}

interface Resizing {
  readonly context: { readonly shape: Drawn; newBounds: Box };
}

interface Deleting {
  readonly context: { readonly elements: readonly Drawn[] };
}

const NO_LEAST = { width: 0, height: 0 };

/**
 * The label outside of an element comes, grows and goes with the name that is shown. It stays while the other language has a name, and cannot be deleted
 * then, as deleting it would take the Chinese name away.
 */
export class LabelFollowsName {
  static $inject = ['injector'];
  readonly #injector: Injector;

  constructor(injector: Injector) {
    this.#injector = injector;
    const events = injector.get('eventBus');
    events.on<Changing>('commandStack.element.updateModdleProperties.postExecute', 500, ({ context: { element } }) =>
      this.#follow(element),
    );
    events.on<Labelling>('commandStack.element.updateLabel.preExecute', 1500, ({ context }) => {
      if (!context.newLabel?.trim() && nameWithin(context.element.businessObject, 'en'))
        context.hints = { ...context.hints, removeShape: false };
    });
    events.on<Resizing>('commandStack.shape.resize.preExecute', 500, ({ context }) => this.#fit(context));
    events.on<Deleting>('commandStack.elements.delete.canExecute', 1500, ({ context: { elements } }) => {
      const kept = elements.filter((element) => this.#mayGo(element, elements));
      return kept.length === elements.length ? undefined : kept;
    });
  }

  #follow(element: Drawn): void {
    const named = element.labelTarget ?? element;
    if (!isNamedOutside(named.businessObject)) return;
    const { text } = this.#shown(named);
    const modeling = this.#injector.get('modeling');
    const { label } = named;
    if (label && !text) modeling.removeShape(label, { unsetLabel: false });
    else if (label) modeling.resizeShape(label, this.#injector.get('textRenderer').getExternalLabelBounds(label, text), NO_LEAST);
    else if (text) this.#label(named);
  }

  #label(named: Drawn): void {
    const modeling = this.#injector.get('modeling');
    const label = modeling.createLabel(named, placeOfLabel(named), {
      id: `${named.id}_label`,
      businessObject: named.businessObject,
      di: named.di,
    });
    modeling.resizeShape(label, this.#injector.get('textRenderer').getExternalLabelBounds(label, this.#shown(named).text), NO_LEAST);
  }

  /** As high as the name that is shown; bpmn-js measures the Chinese. */
  #fit(context: Resizing['context']): void {
    const { shape, newBounds } = context;
    if (!shape.labelTarget || !isNamedOutside(shape.businessObject)) return;
    const { text } = this.#shown(shape);
    if (text === shape.businessObject.get('name')) return;
    const renderer = this.#injector.get('textRenderer');
    const { height } = renderer.getDimensions(text, { box: newBounds, style: renderer.getExternalStyle() });
    context.newBounds = { ...newBounds, height: Math.ceil(height) };
  }

  #mayGo(element: Drawn, all: readonly Drawn[]): boolean {
    const { labelTarget } = element;
    if (!labelTarget || all.includes(labelTarget) || !isNamedOutside(element.businessObject)) return true;
    return this.#injector.get('officeWords').language === 'zh' && nameWithin(element.businessObject, 'en') === '';
  }

  #shown({ businessObject }: Drawn): { readonly text: string } {
    return shownName(businessObject, this.#injector.get('officeWords').language);
  }
}

/** Below a shape, beside the middle of an arrow. */
function placeOfLabel(element: Drawn): { readonly x: number; readonly y: number } {
  if (!isOf(element, 'bpmn:SequenceFlow', 'bpmn:MessageFlow'))
    return { x: element.x + element.width / 2, y: element.y + element.height + 17 };
  const points = element.waypoints ?? [];
  const middle = Math.max(Math.floor(points.length / 2), 1);
  const [from, to] = [points[middle - 1], points[middle]];
  return { x: ((from?.x ?? 0) + (to?.x ?? 0)) / 2, y: ((from?.y ?? 0) + (to?.y ?? 0)) / 2 - 15 };
}
