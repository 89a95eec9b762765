import { isOf, type Drawn, type Injector } from '../services.ts';
import type { Becoming } from './becomeHandler.ts';
import { choicesFor, type Choice } from './choice.ts';

interface Entry {
  readonly label: string;
  readonly title: string;
  readonly description?: string;
  readonly className: string;
  readonly action: (event: Event) => void;
}

const MORE = 'office-replace-more';

/**
 * The menu 换成…: what this element can be made into, in the words of the office; in place of bpmn-js's own. What is wanted seldom stands behind
 * 更多…, each with a sentence of what it does.
 */
export class ReplaceMenu {
  static $inject = ['injector'];
  readonly #injector: Injector;

  constructor(injector: Injector) {
    this.#injector = injector;
    const menu = injector.get('popupMenu');
    menu.registerProvider('bpmn-replace', 1000, this);
    menu.registerProvider(MORE, 1000, { getPopupMenuEntries: (element: Drawn) => this.#seldom(element) });
  }

  getPopupMenuEntries(element: Drawn): { readonly [id: string]: Entry } {
    if (Array.isArray(element)) return {};
    const choices = choicesFor(element);
    const often = choices.filter(({ does }) => !does);
    return { ...this.#entries(element, often), ...(often.length < choices.length ? { more: this.#more(element) } : {}) };
  }

  #seldom(element: Drawn): { readonly [id: string]: Entry } {
    return this.#entries(
      element,
      choicesFor(element).filter(({ does }) => does),
    );
  }

  #entries(element: Drawn, choices: readonly Choice[]): { readonly [id: string]: Entry } {
    return Object.fromEntries(choices.map((choice) => [`become-${choice.word}`, this.#entry(element, choice)]));
  }

  /** Opens the rest where the menu itself stands. */
  #more(element: Drawn): Entry {
    const words = this.#injector.get('officeWords');
    return {
      label: words.say('moreKinds'),
      title: words.say('moreKinds'),
      className: 'gc-more-kinds',
      action: () => {
        const canvas = this.#injector.get('canvas').getContainer();
        const { left = 0, top = 0 } = canvas.querySelector('.djs-popup')?.getBoundingClientRect() ?? {};
        const at = { x: left, y: top, cursor: { x: left, y: top } };
        this.#injector.get('popupMenu').open(element, MORE, at, { title: words.say('changeInto'), width: 340, search: false });
      },
    };
  }

  #entry(element: Drawn, { word, does, icon, bpmn, target }: Choice): Entry {
    const words = this.#injector.get('officeWords');
    return {
      label: words.say(word),
      title: `BPMN ${bpmn}`,
      ...(does ? { description: words.say(does) } : {}),
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
