import { isOf, type Drawn, type Injector } from '../services.ts';
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
        const messages = messagesOf(element);
        this.#injector.get('commandStack').execute('office.become', becoming);
        const { became } = becoming;
        if (!became) return;
        this.#injector.get('selection').select(became);
        if (messagesOf(became) < messages) this.#sayMessagesGone(became);
      },
    };
  }

  /** Not everything can send or receive: what led to it is gone then, which is not to happen in silence. */
  #sayMessagesGone({ x, y, height }: Drawn): void {
    const html = document.createElement('div');
    html.textContent = this.#injector.get('officeWords').say('messagesGone');
    this.#injector.get('tooltips').add({ position: { x, y: y + height + 10 }, type: 'error', timeout: 10_000, html });
  }
}

const messagesOf = ({ incoming, outgoing }: Drawn): number =>
  [...incoming, ...outgoing].filter((arrow) => isOf(arrow, 'bpmn:MessageFlow')).length;
