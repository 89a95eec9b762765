import type { Drawn, Injector, Match } from '../services.ts';
import { shownName } from './shownName.ts';

interface Found {
  readonly element: Drawn;
  readonly primaryTokens: unknown;
  readonly secondaryTokens: unknown;
}

/** Ctrl F finds steps, arrows and lanes by the name that is shown. */
export class NamedSearch {
  static $inject = ['injector'];
  readonly #injector: Injector;

  constructor(injector: Injector) {
    this.#injector = injector;
    injector.get('searchPad').registerProvider(this);
  }

  find(pattern: string): readonly Found[] {
    const { language } = this.#injector.get('officeWords');
    const named = this.#injector
      .get('elementRegistry')
      .filter((element) => Boolean(element.parent) && !element.labelTarget)
      .map((element) => ({ element, id: element.id, label: shownName(element.businessObject, language).text }));
    const found = this.#injector.get('search')(
      named.filter(({ label }) => label !== ''),
      pattern,
      { keys: ['label'] },
    );
    return found.map(({ item, tokens }: Match) => ({ element: item.element, primaryTokens: tokens.label, secondaryTokens: [] }));
  }
}
