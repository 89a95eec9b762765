/** A property of a BPMN element as the vocabulary declares it. */
export interface Declared {
  readonly name: string;
  readonly isMany?: boolean;
  readonly isReference?: boolean;
  readonly isVirtual?: boolean;
  readonly default?: unknown;
}

/** An element of a BPMN file as it was read: what the vocabulary declares of it, and beside it the attributes that it does not know. */
export interface Moddle {
  readonly $type: string;
  readonly $attrs?: { readonly [name: string]: unknown };
  readonly $descriptor: { readonly isGeneric?: boolean; readonly properties?: readonly Declared[] };
  readonly id?: string;
  $instanceOf?(type: string): boolean;
  readonly [property: string]: unknown;
}

export const isModdle = (value: unknown): value is Moddle => typeof value === 'object' && value !== null && '$type' in value;

/** The elements under a property that holds several. */
export function manyIn(node: Moddle, property: string): readonly Moddle[] {
  const value = node[property];
  return Array.isArray(value) ? value.filter(isModdle) : [];
}

/** The element under a property that holds one, contained or referred to. */
export function oneIn(node: Moddle, property: string): Moddle | undefined {
  const value = node[property];
  return isModdle(value) ? value : undefined;
}
