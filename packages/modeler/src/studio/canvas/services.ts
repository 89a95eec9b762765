/** A part of the diagram as moddle keeps it, as far as it is used here. */
export interface Meaning {
  readonly $type: string;
  readonly $attrs: Record<string, unknown>;
  readonly $descriptor: { readonly ns: { readonly name: string }; readonly isGeneric?: boolean };
  $parent?: Meaning;
  readonly id: string;
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  $instanceOf(type: string): boolean;
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
  readonly children: readonly Drawn[];
  readonly incoming: readonly Drawn[];
  readonly outgoing: readonly Drawn[];
  readonly attachers?: readonly Drawn[];
  readonly host?: Drawn;
  readonly source?: Drawn;
  readonly target?: Drawn;
  readonly waypoints?: readonly Point[];
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
  readonly canvas: {
    getRootElement(): Drawn;
    getContainer(): HTMLElement;
    focus(): void;
  };
  readonly elementRegistry: { get(id: string): Drawn | undefined; filter(test: (element: Drawn) => boolean): readonly Drawn[] };
  readonly elementFactory: {
    createShape(attributes: object): Drawn;
    createParticipantShape(attributes?: object): Drawn;
    getDefaultSize(meaning: object, di?: object): { readonly width: number; readonly height: number };
  };
  readonly bpmnFactory: { create(type: string, attributes?: object): Meaning };
  readonly moddle: {
    create(type: string, attributes?: object): Meaning;
    readonly ids: {
      nextPrefixed(prefix: string, element: object): string;
      claim(id: string, element: object): void;
      assigned(id: string): unknown;
    };
  };
  readonly modeling: {
    addLane(pool: Drawn, location: 'top' | 'bottom'): Drawn;
    splitLane(lane: Drawn, count: number): void;
    removeElements(elements: readonly Drawn[]): void;
    updateProperties(element: Drawn, properties: object): void;
    updateModdleProperties(element: Drawn, meaning: Meaning, properties: object): void;
    createShape(shape: Drawn | object, at: Point | Box, parent: Drawn, hints?: object): Drawn;
    connect(source: Drawn, target: Drawn, attributes?: object, hints?: object): Drawn;
    reconnectEnd(arrow: Drawn, target: Drawn, docking: Point | readonly Point[]): void;
    layoutConnection(arrow: Drawn, hints?: object): void;
    createSpace(
      moving: readonly Drawn[],
      resizing: readonly Drawn[],
      by: { readonly delta: Point; readonly direction: string; readonly start: number },
    ): void;
  };
  readonly selection: { get(): readonly Drawn[]; select(elements: Drawn | readonly Drawn[] | null): void };
  readonly create: { start(event: Event, shapes: Drawn | readonly Drawn[], context?: object): void };
  readonly connect: { start(event: Event, element: Drawn, autoActivate?: boolean): void };
  readonly dragging: { cancel(): void };
  readonly handTool: { activateHand(event: Event): void };
  readonly lassoTool: { activateSelection(event: Event): void };
  readonly spaceTool: { activateSelection(event: Event): void };
  readonly globalConnect: { start(event: Event): void };
  readonly palette: { registerProvider(priority: number, provider: object): void };
  readonly contextPad: { registerProvider(priority: number, provider: object): void; open(element: Drawn, force?: boolean): void };
  readonly officeWords: OfficeWords;
}

/** How a service comes by the others. */
export interface Injector {
  get<Name extends keyof Services>(name: Name): Services[Name];
}

/** The words on and around the canvas, by their key. */
export interface OfficeWords {
  readonly language: 'zh' | 'en';
  readonly say: (word: CanvasWord) => string;
}
import type { CanvasWord } from './words/zh.ts';

/** Whether an element on the canvas is of one of these kinds of BPMN, or of one below it. */
export const isOf = (element: Drawn, ...types: readonly string[]): boolean =>
  types.some((type) => element.businessObject.$instanceOf(type));
