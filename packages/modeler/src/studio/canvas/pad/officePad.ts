import { insertPiece } from '../insert/insertPiece.ts';
import { canBeLimited, limitOnto } from '../limit/limitOnto.ts';
import { makePiece, PIECES, type Piece } from '../palette/piece.ts';
import { definitionsOf } from '../replace/offered/place.ts';
import { isOf, type Drawn, type Injector } from '../services.ts';
import type { CanvasWord } from '../words/zh.ts';
import { lanePad } from './lanePad.ts';
import { padEntry, type PadEntries, type Said } from './padEntry.ts';

/** What can be done with the chosen element, in words, beside it; in place of bpmn-js's own. */
export class OfficePad {
  static $inject = ['injector'];
  readonly #injector: Injector;

  constructor(injector: Injector) {
    this.#injector = injector;
    injector.get('contextPad').registerProvider(1000, this);
  }

  getContextPadEntries(element: Drawn): PadEntries {
    if (element.labelTarget) return { ...this.#goingOn(element.labelTarget), ...this.#entries([this.#rename('rename')]) };
    return {
      ...this.#goingOn(element),
      ...lanePad(this.#injector, element),
      ...this.#entries([
        ...(canConnect(element) ? [this.#connect()] : []),
        ...(this.#injector.get('popupMenu').isEmpty(element, 'bpmn-replace') ? [] : [this.#change()]),
        ...(canBeNoted(element) ? [this.#note()] : []),
        this.#remove(),
      ]),
    };
  }

  getMultiElementContextPadEntries(elements: readonly Drawn[]): PadEntries {
    const menu = this.#injector.get('popupMenu');
    const align: Said = {
      word: 'align',
      icon: 'text-annotation',
      group: 'edit',
      act: (event) => menu.open(elements, 'align-elements', below(event), { title: this.#injector.get('officeWords').say('align') }),
    };
    const remove: Said = { ...this.#remove(), act: () => this.#injector.get('modeling').removeElements([...elements]) };
    return this.#entries([...(menu.isEmpty(elements, 'align-elements') ? [] : [align]), remove]);
  }

  #entries(said: readonly Said[]): PadEntries {
    return Object.assign({}, ...said.map((entry) => padEntry(this.#injector, entry))) as PadEntries;
  }

  #goingOn(element: Drawn): PadEntries {
    if (isOf(element, 'bpmn:SequenceFlow'))
      return this.#entries([this.#insert('stepHere', 'step'), this.#insert('decisionHere', 'decision')]);
    if (!canGoOn(element)) return {};
    const ways = element.outgoing.filter((arrow) => isOf(arrow, 'bpmn:SequenceFlow')).length;
    const gateway = isOf(element, 'bpmn:Gateway');
    const joins = gateway && ways === 1 && element.incoming.length > 1;
    if (isOf(element, 'bpmn:EventBasedGateway'))
      return this.#entries([this.#append('awaitBranch', 'receive'), this.#append('waitBranch', 'wait')]);
    if (gateway && !joins) return this.#entries([this.#append('addWay', 'step'), this.#append('wayToEnd', 'end')]);
    return this.#entries([
      this.#insert('addStep', 'step'),
      this.#insert('addDecision', 'decision'),
      this.#insert('addMany', 'many'),
      ...(ways === 0 ? [this.#append('toEnd', 'end')] : []),
      ...(canBeLimited(element) ? [this.#limit()] : []),
    ]);
  }

  #insert(word: CanvasWord, piece: Piece): Said {
    return {
      word,
      icon: PIECES[piece].icon,
      act: (_event, element) => void insertPiece(this.#injector, piece, element.waypoints ? { on: element } : { after: element }),
      drag: (event, element) => this.#drag(event, { piece, element }),
    };
  }

  /** A further way on, though there may be some already. */
  #append(word: CanvasWord, piece: Piece): Said {
    return {
      word,
      icon: PIECES[piece].icon,
      act: (_event, element) => void insertPiece(this.#injector, piece, { after: element, anew: true }),
      drag: (event, element) => this.#drag(event, { piece, element }),
    };
  }

  #drag(event: Event, { piece, element }: { readonly piece: Piece; readonly element: Drawn }): void {
    const [shape] = makePiece(this.#injector, piece);
    this.#injector.get('create').start(event, shape, element.waypoints ? {} : { source: element });
  }

  #limit(): Said {
    return {
      word: 'addLimit',
      icon: 'intermediate-event-catch-non-interrupting-timer',
      act: (_event, element) => void limitOnto(this.#injector, element),
    };
  }

  #connect(): Said {
    const start = (event: Event, element: Drawn): void => this.#injector.get('connect').start(event, element);
    return { word: 'connect', icon: 'connection-multi', group: 'edit', act: start, drag: start };
  }

  #change(): Said {
    return {
      word: 'changeInto',
      icon: 'screw-wrench',
      group: 'edit',
      act: (event, element) => {
        const title = this.#injector.get('officeWords').say('changeInto');
        this.#injector.get('popupMenu').open(element, 'bpmn-replace', below(event), { title, width: 270, search: false });
      },
    };
  }

  #note(): Said {
    return {
      word: 'note',
      icon: 'text-annotation',
      group: 'edit',
      act: (_event, element) => void insertPiece(this.#injector, 'note', { after: element, anew: true }),
    };
  }

  #rename(word: CanvasWord): Said {
    return {
      word,
      icon: 'text-annotation',
      group: 'edit',
      act: (_event, element) => this.#injector.get('directEditing').activate(element),
    };
  }

  #remove(): Said {
    return {
      word: 'remove',
      icon: 'trash',
      group: 'edit',
      act: (_event, element) => this.#injector.get('modeling').removeElements([element]),
    };
  }
}

const canGoOn = (element: Drawn): boolean =>
  isOf(element, 'bpmn:FlowNode') &&
  !isOf(element, 'bpmn:EndEvent') &&
  !element.businessObject.get('triggeredByEvent') &&
  !element.businessObject.get('isForCompensation') &&
  !leadsNowhere(element);

/** From a mark of undoing only a dotted line leads on, and from the end of a link nothing does. */
const leadsNowhere = (element: Drawn): boolean =>
  isOf(element, 'bpmn:Event') &&
  definitionsOf(element.businessObject).some(
    ({ $type }) =>
      ($type === 'bpmn:CompensateEventDefinition' && isOf(element, 'bpmn:BoundaryEvent')) ||
      ($type === 'bpmn:LinkEventDefinition' && isOf(element, 'bpmn:ThrowEvent')),
  );

const canConnect = (element: Drawn): boolean =>
  isOf(element, 'bpmn:FlowNode', 'bpmn:Participant', 'bpmn:TextAnnotation', 'bpmn:DataObjectReference', 'bpmn:DataStoreReference');

const canBeNoted = (element: Drawn): boolean => isOf(element, 'bpmn:FlowNode', 'bpmn:SequenceFlow', 'bpmn:MessageFlow', 'bpmn:Participant');

/** Where a menu opens: just below what was pressed. */
function below(event: Event): object {
  const button = event.target instanceof Element ? event.target.closest('.entry') : null;
  const box = button?.getBoundingClientRect();
  const { x = 0, y = 0 } = event as MouseEvent;
  return { x: box?.left ?? x, y: (box?.bottom ?? y) + 4, cursor: { x, y } };
}
