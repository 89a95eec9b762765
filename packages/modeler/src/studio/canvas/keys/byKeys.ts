import { insertPiece } from '../insert/insertPiece.ts';
import { shownName } from '../names/shownName.ts';
import { isOf, middleOf, type Drawn, type Injector } from '../services.ts';
import { ConnectByKeys } from './connectByKeys.ts';

interface Pressed {
  readonly keyEvent: KeyboardEvent;
}

/**
 * The canvas by keys: j and k go through the steps in their order, Enter names the chosen one, n adds one after it, the menu key or Shift F10 goes into the
 * pad, where the arrow keys walk and Escape leads back; c holds the chosen one, and Enter connects it to the one that j and k lead to then (see
 * ConnectByKeys). What is chosen is told to screen readers.
 */
export class ByKeys {
  static $inject = ['injector'];
  readonly #injector: Injector;
  readonly #connecting: ConnectByKeys;
  #told: HTMLElement | undefined;

  constructor(injector: Injector) {
    this.#injector = injector;
    this.#connecting = new ConnectByKeys(injector);
    const events = injector.get('eventBus');
    events.on<Pressed>('keyboard.keydown', 1500, ({ keyEvent }) => this.#pressed(keyEvent) || undefined);
    events.on<{ readonly svg: SVGElement }>('canvas.init', 400, ({ svg }) => {
      const { parentElement } = svg;
      parentElement?.addEventListener('keydown', (event) => this.#inPad(event));
      this.#told = parentElement?.appendChild(this.#hint());
    });
  }

  #pressed(event: KeyboardEvent): boolean {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    const [chosen, ...others] = this.#injector.get('selection').get();
    if (event.key === 'j' || event.key === 'k') return this.#go(chosen, event.key === 'j' ? 1 : -1);
    const said = this.#connecting.pressed(event.key, others.length > 0 ? undefined : (chosen?.labelTarget ?? chosen));
    if (said) this.#tell(this.#injector.get('officeWords').say(said));
    if (said) return true;
    if (!chosen || others.length > 0) return false;
    if (event.key === 'Enter') this.#injector.get('directEditing').activate(chosen);
    else if (event.key === 'n' && canGoOn(chosen)) insertPiece(this.#injector, 'step', { after: chosen });
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) this.#tiles()[0]?.focus();
    else return false;
    return true;
  }

  /** To the next or the one before; from the end to the beginning. */
  #go(chosen: Drawn | undefined, by: 1 | -1): boolean {
    const steps = inOrder(
      this.#injector.get('elementRegistry').filter((one) => isOf(one, 'bpmn:FlowNode') && !one.labelTarget && !one.hidden),
    );
    const at = chosen ? steps.indexOf(chosen.labelTarget ?? chosen) : -1;
    const to = steps[(at + by + steps.length) % steps.length] ?? steps[0];
    if (!to) return true;
    this.#injector.get('canvas').scrollToElement(to, 120);
    this.#injector.get('selection').select(to);
    this.#tell(this.#nameOf(to));
    return true;
  }

  #tell(words: string): void {
    this.#told?.firstElementChild?.replaceChildren(words);
  }

  #nameOf(step: Drawn): string {
    const { text } = shownName(step.businessObject, this.#injector.get('officeWords').language);
    const kind = this.#injector.get('elementRegistry').getGraphics(step)?.querySelector(':scope > title')?.textContent?.split(' · ')[0];
    return [text, kind].filter(Boolean).join(' · ');
  }

  #tiles(): readonly HTMLElement[] {
    return [...this.#injector.get('canvas').getContainer().querySelectorAll<HTMLElement>('.djs-context-pad.open .gc-tile')];
  }

  #inPad(event: KeyboardEvent): void {
    const tiles = this.#tiles();
    const at = tiles.findIndex((tile) => tile === event.target);
    if (at < 0) return;
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0) tiles[(at + by + tiles.length) % tiles.length]?.focus();
    else if (event.key === 'Escape') this.#injector.get('canvas').focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Seen while the canvas has the focus by keys; its first line tells what was chosen. */
  #hint(): HTMLElement {
    const hint = document.createElement('div');
    hint.className = 'gc-keys';
    const told = document.createElement('strong');
    told.setAttribute('aria-live', 'polite');
    const words = document.createElement('span');
    words.textContent = this.#injector.get('officeWords').say('byKeys');
    hint.append(told, words);
    return hint;
  }
}

const canGoOn = (element: Drawn): boolean => isOf(element, 'bpmn:FlowNode') && !isOf(element, 'bpmn:EndEvent') && !element.labelTarget;

/** From left to right, and from above where two stand in one column. */
const inOrder = (steps: readonly Drawn[]): readonly Drawn[] =>
  steps.toSorted((one, other) => {
    const [left, right] = [middleOf(one), middleOf(other)];
    return Math.abs(left.x - right.x) > 20 ? left.x - right.x : left.y - right.y;
  });
