/** An element of the file as moddle keeps it: a BPMN element, or one of our words. Read it with `get`, change it only by a command. */
export interface ModdleElement {
  readonly $type: string;
  readonly $parent?: ModdleElement;
  readonly $attrs?: { readonly [name: string]: string };
  readonly $descriptor: { readonly properties: readonly ModdleProperty[] };
  readonly id?: string;
  get(property: string): unknown;
  $instanceOf(type: string): boolean;
}

/** One property of a type, by its name with its prefix: `gc:fields`. */
export interface ModdleProperty {
  readonly name: string;
  readonly type: string;
  readonly ns: { readonly localName: string };
  readonly isAttr?: boolean;
  readonly isBody?: boolean;
  readonly isMany?: boolean;
}

/** A shape, an arrow, a label or the whole picture, as diagram-js keeps it. */
export interface Drawn {
  readonly id: string;
  readonly businessObject: ModdleElement;
  /** On a label: what it belongs to. */
  readonly labelTarget?: Drawn | undefined;
}

/** The editor as far as the panel needs it: its services by name. */
export interface Services {
  get<T>(name: string): T;
}

/** bpmn-js's own commands for properties; each call is one step of undo. */
export interface Modeling {
  updateProperties(element: Drawn, properties: { readonly [name: string]: unknown }): void;
  updateModdleProperties(element: Drawn, moddleElement: ModdleElement, properties: { readonly [name: string]: unknown }): void;
}

/** Makes elements of the file; they belong nowhere until a command puts them somewhere. */
export interface Moddle {
  create(type: string, properties?: { readonly [name: string]: unknown }): ModdleElement;
}

const isElement = (value: unknown): value is ModdleElement => typeof value === 'object' && value !== null && '$type' in value;

/** A text property; empty where it is absent. */
export const textAt = (element: ModdleElement | undefined, property: string): string => {
  const value = element?.get(property);
  return typeof value === 'string' ? value : '';
};

/** The one element under a property, contained or referred to. */
export const elementAt = (element: ModdleElement | undefined, property: string): ModdleElement | undefined => {
  const value = element?.get(property);
  return isElement(value) ? value : undefined;
};

/** The elements under a property, in the order of the file. */
export const elementsAt = (element: ModdleElement | undefined, property: string): readonly ModdleElement[] => {
  const value = element?.get(property);
  return Array.isArray(value) ? value.filter(isElement) : [];
};
