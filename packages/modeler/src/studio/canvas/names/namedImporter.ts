import BpmnImporter from 'bpmn-js/lib/import/BpmnImporter';
import { nameWithin } from '../../file/extension.ts';
import type { Drawn, Injector, Meaning } from '../services.ts';
import { isNamedOutside, shownName } from './shownName.ts';
import { roomFor } from './roomFor.ts';

type Given = ConstructorParameters<typeof BpmnImporter>;
type Add = BpmnImporter['add'];
type AddLabel = BpmnImporter['addLabel'];

/** Reads a diagram so that names outside of their elements get the room that they need in the reader's language. The file's own places are not touched. */
export class NamedImporter extends BpmnImporter {
  static override $inject = ['injector', ...BpmnImporter.$inject];
  readonly #injector: Injector;

  constructor(injector: Injector, ...given: unknown[]) {
    super(...(given as unknown as Given));
    this.#injector = injector;
  }

  override add(...given: Parameters<Add>): ReturnType<Add> {
    const [semantic, di] = given;
    const element = super.add(...given);
    const drawn = element as unknown as Drawn;
    const meaning = semantic as unknown as Meaning;
    const { language } = this.#injector.get('officeWords');
    // bpmn-js makes a label only for what has a `name`.
    if (isNamedOutside(meaning) && !drawn.label && shownName(meaning, language).text) this.addLabel(semantic, di, element);
    return element;
  }

  override addLabel(...given: Parameters<AddLabel>): ReturnType<AddLabel> {
    const label = super.addLabel(...given);
    const drawn = label as unknown as Drawn;
    const { labelTarget: of, businessObject } = drawn;
    const { text } = shownName(businessObject, this.#injector.get('officeWords').language);
    const places = this.#injector.get('labelPlaces');
    places.remember(drawn);
    if (of && text !== nameWithin(businessObject, 'zh')) {
      Object.assign(drawn, roomFor(this.#injector, { text, label: drawn, of }), { hidden: of.hidden ?? false });
      places.remember(drawn);
      this.#injector.get('eventBus').fire('element.changed', { element: drawn });
    }
    return label;
  }
}
