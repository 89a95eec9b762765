import { shownName } from '../names/shownName.ts';
import { isOf, type Injector, type Meaning } from '../services.ts';

/** The way back from within a closed part, in the reader's language; bpmn-js writes the Chinese names and ids. */
export class Crumbs {
  static $inject = ['injector'];
  readonly #injector: Injector;

  constructor(injector: Injector) {
    this.#injector = injector;
    injector.get('eventBus').on(['root.set', 'element.changed'], 500, () => this.#name());
  }

  #name(): void {
    const canvas = this.#injector.get('canvas');
    const crumbs = [...canvas.getContainer().querySelectorAll<HTMLElement>('.bjs-crumb')];
    for (const crumb of crumbs) {
      const id = crumb.getAttribute('href')?.slice(1);
      const meaning = id === undefined ? canvas.getRootElement().businessObject : this.#meaningOf(id);
      const text = meaning && shownName(meaning, this.#injector.get('officeWords').language).text;
      if (!text || crumb.textContent === text) continue;
      crumb.textContent = text;
      crumb.title = text;
    }
  }

  #meaningOf(id: string): Meaning | undefined {
    const registry = this.#injector.get('elementRegistry');
    const pool = registry.find(
      (element) => isOf(element, 'bpmn:Participant') && (element.businessObject.get('processRef') as Meaning | undefined)?.id === id,
    );
    return pool?.businessObject ?? registry.get(id)?.businessObject;
  }
}
