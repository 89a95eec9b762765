import BpmnRenderer from 'bpmn-js/lib/draw/BpmnRenderer';
import type { Drawn, OfficeWords } from '../services.ts';
import { isNamed, shownName } from './shownName.ts';

type Given = ConstructorParameters<typeof BpmnRenderer>;

/**
 * Draws every name in the reader's language. What is drawn is a view of the element whose name is the one to show; the element itself is never touched, as
 * it is what will be saved. A name that is borrowed from the other language is drawn quietly.
 */
export class NamedRenderer extends BpmnRenderer {
  static override $inject = ['officeWords', ...BpmnRenderer.$inject];
  readonly #words: OfficeWords;

  constructor(words: OfficeWords, ...given: unknown[]) {
    super(...(given.slice(0, 6) as unknown as Given));
    this.#words = words;
  }

  override drawShape(...given: Parameters<BpmnRenderer['drawShape']>): ReturnType<BpmnRenderer['drawShape']> {
    const [graphics, shape, ...attributes] = given;
    const element = shape as unknown as Drawn;
    if (!isNamed(element.businessObject)) return super.drawShape(...given);
    const { text, borrowed } = shownName(element.businessObject, this.#words.language);
    graphics.classList.toggle('gc-borrowed', borrowed);
    return super.drawShape(graphics, viewNamed(element, text) as unknown as typeof shape, ...attributes);
  }
}

/** The same element under another name; itself where it is called so already. */
function viewNamed(element: Drawn, name: string): Drawn {
  if ((element.businessObject.get('name') ?? '') === name) return element;
  const meaning: unknown = Object.create(element.businessObject, { name: { value: name } });
  return Object.create(element, { businessObject: { value: meaning } }) as Drawn;
}
