import LabelEditingProvider from 'bpmn-js/lib/features/label-editing/LabelEditingProvider';
import { nameWithin, putName } from '../../file/extension.ts';
import type { Drawn, Injector } from '../services.ts';
import { isNamed } from './shownName.ts';

type Given = ConstructorParameters<typeof LabelEditingProvider>;
type Activate = LabelEditingProvider['activate'];
type Update = LabelEditingProvider['update'];

/** Typing on the canvas: the name in the reader's language is shown and changed, the other never. */
export class LabelEditing extends LabelEditingProvider {
  static override $inject = ['injector', ...LabelEditingProvider.$inject];
  readonly #injector: Injector;

  constructor(injector: Injector, ...given: unknown[]) {
    super(...(given as unknown as Given));
    this.#injector = injector;
  }

  override activate(...given: Parameters<Activate>): ReturnType<Activate> {
    const { businessObject } = given[0] as unknown as Drawn;
    const context = super.activate(...given);
    if (!context || !isNamed(businessObject)) return context;
    return { ...context, text: nameWithin(businessObject, this.#injector.get('officeWords').language) };
  }

  override update(...given: Parameters<Update>): ReturnType<Update> {
    const element = given[0] as unknown as Drawn;
    const { language } = this.#injector.get('officeWords');
    if (language === 'zh' || !isNamed(element.businessObject)) return super.update(...given);
    putName(this.#injector as never, element as never, { language, text: given[1].trim() });
    return undefined as ReturnType<Update>;
  }
}
