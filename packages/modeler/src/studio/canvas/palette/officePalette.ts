import { canBeLimited, limitOnto } from '../limit/limitOnto.ts';
import { isOf, type Drawn, type Injector } from '../services.ts';
import type { CanvasWord } from '../words/zh.ts';
import { makePiece, PIECES, wordOfPiece, type Piece } from './piece.ts';
import { tile } from './tile.ts';

interface Entry {
  readonly group: string;
  readonly html: string;
  readonly action: { readonly click: (event: Event) => void; readonly dragstart?: (event: Event) => void };
}

type Entries = { readonly [id: string]: Entry };

const OFTEN: readonly Piece[] = ['start', 'step', 'many', 'decision', 'parallel', 'limit', 'receive', 'call', 'end'];
const SELDOM: readonly Piece[] = ['subProcess', 'aside', 'automatic', 'send', 'manual', 'wait', 'pool', 'note'];

/** What stands on the left: tools, what is placed often, and behind 更多 what is placed seldom; in place of bpmn-js's own. */
export class OfficePalette {
  static $inject = ['injector'];
  readonly #injector: Injector;

  constructor(injector: Injector) {
    this.#injector = injector;
    injector.get('palette').registerProvider(1000, this);
  }

  getPaletteEntries(): Entries {
    const more = this.#entry('more', { group: 'more-button', icon: 'gc-icon-more', act: toggleMore });
    return {
      ...this.#tools(),
      ...Object.fromEntries(OFTEN.map((piece) => [`create.${piece}`, this.#piece(piece, 'often')])),
      more,
      ...Object.fromEntries(SELDOM.map((piece) => [`create.${piece}`, this.#piece(piece, 'seldom')])),
      'create.lane': this.#entry('lane', { group: 'seldom', icon: 'bpmn-icon-lane', act: (event) => this.#lane(event) }),
    };
  }

  #entry(
    word: CanvasWord,
    { group, icon, act }: { readonly group: string; readonly icon: string; readonly act: (event: Event) => void },
  ): Entry {
    const text = this.#injector.get('officeWords').say(word);
    return { group, html: tile({ icon, text, title: text }), action: { click: act } };
  }

  #tools(): Entries {
    const tool = (word: CanvasWord, icon: string, act: (event: Event) => void): Entry =>
      this.#entry(word, { group: 'tools', icon: `bpmn-icon-${icon}`, act });
    return {
      'select-tool': this.#entry('select', { group: 'tools', icon: 'gc-icon-select', act: () => this.#injector.get('dragging').cancel() }),
      'hand-tool': tool('hand', 'hand-tool', (event) => this.#injector.get('handTool').activateHand(event)),
      'lasso-tool': tool('lasso', 'lasso-tool', (event) => this.#injector.get('lassoTool').activateSelection(event)),
      'space-tool': tool('space', 'space-tool', (event) => this.#injector.get('spaceTool').activateSelection(event)),
      'global-connect-tool': tool('connect', 'connection-multi', (event) => this.#injector.get('globalConnect').start(event)),
    };
  }

  #piece(piece: Piece, group: string): Entry {
    const { icon, bpmn } = PIECES[piece];
    const text = this.#injector.get('officeWords').say(wordOfPiece(piece));
    const place = (event: Event): void => {
      const [shape, ...inside] = makePiece(this.#injector, piece);
      this.#injector.get('create').start(event, inside.length > 0 ? [shape, ...inside] : shape, { hints: { autoSelect: [shape] } });
    };
    return {
      group,
      html: tile({ icon: `bpmn-icon-${icon}`, text, title: `${text} · BPMN ${bpmn}` }),
      action: { click: piece === 'limit' ? (event) => this.#limit() || place(event) : place, dragstart: place },
    };
  }

  /** Onto the step that is chosen; false where there is none. */
  #limit(): boolean {
    const [chosen, ...others] = this.#injector.get('selection').get();
    if (!chosen || others.length > 0 || !canBeLimited(chosen)) return false;
    limitOnto(this.#injector, chosen);
    return true;
  }

  /** A lane at the bottom of the pool that is meant; where there is no pool yet, one around everything is placed first. */
  #lane(event: Event): void {
    const registry = this.#injector.get('elementRegistry');
    const pools = registry.filter((element) => isOf(element, 'bpmn:Participant') && !element.labelTarget && withSteps(element));
    const chosen = new Set(this.#injector.get('selection').get().map(poolOf));
    const pool = pools.find((candidate) => chosen.has(candidate)) ?? pools[0];
    if (pool) {
      const lane = this.#injector.get('modeling').addLane(pool, 'bottom');
      this.#injector.get('selection').select(lane);
    } else this.#injector.get('create').start(event, this.#injector.get('elementFactory').createParticipantShape());
  }
}

const withSteps = (pool: Drawn): boolean => Boolean(pool.businessObject.get('processRef'));

function poolOf(element: Drawn): Drawn | undefined {
  let at: Drawn | undefined = element;
  while (at && !isOf(at, 'bpmn:Participant')) at = at.parent;
  return at;
}

function toggleMore(event: Event): void {
  const palette = event.target instanceof Element ? event.target.closest('.djs-palette') : null;
  const open = palette?.classList.toggle('gc-more-open') ?? false;
  palette?.querySelector('[data-action=more]')?.setAttribute('aria-expanded', String(open));
}
