import type { Language } from '@guicheng/server/contract';
import type { ModdleElement } from '../file/moddle.ts';
import type { CanvasWord } from './words/zh.ts';

/** A part of the diagram as moddle keeps it, to be changed too. */
export interface Meaning extends ModdleElement {
  readonly $attrs: Record<string, string>;
  readonly $descriptor: ModdleElement['$descriptor'] & { readonly ns: { readonly name: string }; readonly isGeneric?: boolean };
  $parent?: Meaning;
  readonly id: string;
  set(name: string, value: unknown): void;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** A shape or an arrow on the canvas. An arrow has waypoints and no box, a label has the element that it belongs to. */
export interface Drawn extends Box {
  readonly id: string;
  readonly type: string;
  readonly parent?: Drawn;
  readonly children?: readonly Drawn[];
  readonly incoming: readonly Drawn[];
  readonly outgoing: readonly Drawn[];
  readonly attachers?: readonly Drawn[];
  readonly host?: Drawn;
  readonly source?: Drawn;
  readonly target?: Drawn;
  readonly waypoints?: readonly Point[];
  readonly hidden?: boolean;
  readonly label?: Drawn;
  readonly labelTarget?: Drawn;
  readonly businessObject: Meaning;
  readonly di: Meaning;
}

/** Something that happens in the editor; commands carry their context. */
export interface Happening {
  readonly element: Drawn;
  readonly context: Record<string, unknown>;
}

/** The services of bpmn-js that are used here, as far as they are used. */
export interface Services {
  readonly eventBus: {
    on<Event = Happening>(names: string | readonly string[], priority: number, listen: (event: Event) => unknown): void;
    fire(name: string, event?: object): unknown;
  };
  readonly commandStack: {
    registerHandler(command: string, handler: new (...services: never[]) => object): void;
    execute(command: string, context: object): void;
  };
  readonly canvas: {
    getRootElement(): Drawn;
    getContainer(): HTMLElement;
    focus(): void;
    scroll(by: { readonly dx: number; readonly dy: number }): void;
    viewbox(): Box & { readonly scale: number; readonly outer: { readonly width: number; readonly height: number } };
    scrollToElement(element: Drawn, padding?: number): void;
    addMarker(element: Drawn, marker: string): void;
    removeMarker(element: Drawn, marker: string): void;
  };
  readonly elementRegistry: {
    get(id: string): Drawn | undefined;
    filter(test: (element: Drawn) => boolean): readonly Drawn[];
    find(test: (element: Drawn) => boolean): Drawn | undefined;
    getGraphics(element: Drawn): SVGElement | undefined;
  };
  readonly elementFactory: {
    createShape(attributes: object): Drawn;
    createParticipantShape(attributes?: object): Drawn;
    createLabel(attributes: object): Drawn;
  };
  readonly bpmnFactory: { create(type: string, attributes?: object): Meaning };
  readonly modeling: {
    addLane(pool: Drawn, location: 'top' | 'bottom'): Drawn;
    splitLane(lane: Drawn, count: number): void;
    removeElements(elements: readonly Drawn[]): void;
    removeShape(shape: Drawn, hints?: object): void;
    updateProperties(element: Drawn, properties: object): void;
    updateModdleProperties(element: Drawn, meaning: unknown, properties: object): void;
    createShape(shape: Drawn, at: Point, parent: Drawn, hints?: object): Drawn;
    createLabel(of: Drawn, at: Point, attributes: object): Drawn;
    resizeShape(shape: Drawn, to: Box, least?: { readonly width: number; readonly height: number }, hints?: object): void;
    appendShape(source: Drawn, shape: Drawn, at: Point, parent: Drawn | undefined): Drawn;
    connect(source: Drawn, target: Drawn, attributes?: object): Drawn;
    reconnectEnd(arrow: Drawn, target: Drawn, points: Point | readonly Point[]): void;
    moveShape(shape: Drawn, by: Point, parent?: Drawn, hints?: object): void;
    updateWaypoints(arrow: Drawn, points: readonly Point[], hints?: object): void;
    layoutConnection(arrow: Drawn, hints?: object): void;
  };
  readonly bpmnReplace: { replaceElement(element: Drawn, by: object, hints?: object): Drawn };
  readonly textRenderer: {
    getExternalLabelBounds(box: Box, text: string): Box;
    getDimensions(text: string, options: object): { readonly width: number; readonly height: number };
    getExternalStyle(): object;
  };
  readonly directEditing: { activate(element: Drawn): void; isActive(): boolean };
  readonly selection: { get(): readonly Drawn[]; select(elements: Drawn | readonly Drawn[] | null): void };
  readonly create: { start(event: Event, shapes: Drawn | readonly Drawn[], context?: object): void };
  readonly connect: { start(event: Event, element: Drawn, autoActivate?: boolean): void };
  readonly dragging: { cancel(): void; context(): object | null | undefined };
  readonly handTool: { activateHand(event: Event): void };
  readonly lassoTool: { activateSelection(event: Event): void };
  readonly spaceTool: {
    activateSelection(event: Event): void;
    calculateAdjustments(
      elements: readonly Drawn[],
      axis: 'x' | 'y',
      delta: number,
      start: number,
    ): { readonly movingShapes: readonly Drawn[]; readonly resizingShapes: readonly Drawn[] };
  };
  readonly globalConnect: { start(event: Event): void };
  readonly palette: { registerProvider(priority: number, provider: object): void };
  readonly contextPad: { registerProvider(priority: number, provider: object): void; open(element: Drawn, force?: boolean): void };
  readonly popupMenu: {
    registerProvider(menu: string, priority: number, provider: object): void;
    isEmpty(target: Drawn | readonly Drawn[], menu: string): boolean;
    open(target: Drawn | readonly Drawn[], menu: string, at: object, options?: object): void;
  };
  readonly layouter: { layoutConnection(arrow: object, hints: object): readonly Point[] };
  readonly rules: { allowed(rule: string, context: object): unknown };
  readonly tooltips: { add(tooltip: object): string };
  readonly searchPad: { registerProvider(provider: object): void };
  readonly search: (things: readonly object[], pattern: string, options: object) => readonly Match[];
  readonly officeWords: OfficeWords;
  readonly labelPlaces: { remember(label: Drawn): void };
}

/** Something found, with the parts of its texts that match. */
export interface Match {
  readonly item: { readonly element: Drawn };
  readonly tokens: { readonly label: unknown; readonly id: unknown };
}

/** How a service comes by the others. */
export interface Injector {
  get<Name extends keyof Services>(name: Name): Services[Name];
}

/** The words on and around the canvas, by their key. */
export interface OfficeWords {
  readonly language: Language;
  readonly say: (word: CanvasWord) => string;
}

/** Whether an element on the canvas is of one of these kinds of BPMN, or of one below it. */
export const isOf = (element: Drawn, ...types: readonly string[]): boolean =>
  types.some((type) => element.businessObject.$instanceOf(type));

/** The middle of a box. */
export const middleOf = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });
