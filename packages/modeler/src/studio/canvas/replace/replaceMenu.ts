import type { Drawn, Injector } from '../services.ts';
import type { Becoming } from './becomeHandler.ts';
import { choicesFor, type Choice } from './choice.ts';

interface Entry {
  readonly label: string;
  readonly title: string;
  readonly className: string;
  readonly action: () => void;
}

/** The menu 换成…: what this element can be made into, in the words of the office; in place of bpmn-js's own. */
export class ReplaceMenu {
  static $inject = ['injector'];
  readonly #injector: Injector;

  constructor(injector: Injector) {
    this.#injector = injector;
    injector.get('popupMenu').registerProvider('bpmn-replace', 1000, this);
  }

  getPopupMenuEntries(element: Drawn): { readonly [id: string]: Entry } {
    if (Array.isArray(element)) return {};
    return Object.fromEntries(choicesFor(element).map((choice) => [`become-${choice.word}`, this.#entry(element, choice)]));
  }

  #entry(element: Drawn, { word, icon, bpmn, target }: Choice): Entry {
    const label = this.#injector.get('officeWords').say(word);
    return {
      label,
      title: `BPMN ${bpmn}`,
      className: `bpmn-icon-${icon}`,
      action: () => {
        const becoming: Becoming = { element, target };
        this.#injector.get('commandStack').execute('office.become', becoming);
        if (becoming.became) this.#injector.get('selection').select(becoming.became);
      },
    };
  }
}
