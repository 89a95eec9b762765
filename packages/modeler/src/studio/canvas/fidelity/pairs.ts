import { aligned, type Same, type Two } from './aligned.ts';
import { BPMN, STANDARD } from './foreign.ts';
import { elementsIn, textIn, type XmlElement } from '../../file/xml/node.ts';

/** Which element of one tree is which of another: both ways. */
export interface Pairs {
  readonly forth: ReadonlyMap<XmlElement, XmlElement>;
  readonly back: ReadonlyMap<XmlElement, XmlElement>;
}

/** Ids are ids in BPMN and its drawing only; a foreign `id` may stand twice in a file. */
export const idOf = (element: XmlElement): string | undefined =>
  STANDARD.has(element.uri) ? element.attributes.find(({ name }) => name === 'id')?.value : undefined;

/**
 * Pairs two trees that say nearly the same: by id, or by what a shape draws, wherever they stand; else, within paired parents, references by what they name, then
 * what is the same, then what has the same name in the same order. `same` says of two without an id whether nothing differs in them.
 */
export function pairsOf(left: XmlElement, right: XmlElement, same: Same): Pairs {
  const forth = new Map<XmlElement, XmlElement>();
  const back = new Map<XmlElement, XmlElement>();
  const ids = byId(right);
  const open: [XmlElement, XmlElement][] = [];
  const pair = (one: XmlElement, other: XmlElement): void => {
    if (forth.has(one) || back.has(other)) return;
    forth.set(one, other);
    back.set(other, one);
    open.push([one, other]);
  };
  pair(left, right);
  for (const [id, element] of byId(left)) {
    const other = ids.get(id);
    if (other) pair(element, other);
  }
  const drawings = byElement(right);
  for (const [key, element] of byElement(left)) {
    const other = drawings.get(key);
    if (other) pair(element, other);
  }
  for (let next = open.pop(); next; next = open.pop()) {
    const [one, other] = next;
    for (const [inner, counterpart] of nameless(one, other, same)) pair(inner, counterpart);
  }
  return { forth, back };
}

function byId(root: XmlElement): ReadonlyMap<string, XmlElement> {
  const found = new Map<string, XmlElement>();
  const visit = (element: XmlElement): void => {
    const id = idOf(element);
    // bpmn-moddle, too, keeps the first of two with one id
    if (id !== undefined && !found.has(id)) found.set(id, element);
    for (const child of elementsIn(element)) visit(child);
  };
  visit(root);
  return found;
}

/** Shapes and lines by what they draw in which plane: a step of another kind is drawn by a shape of another id. */
function byElement(root: XmlElement): ReadonlyMap<string, XmlElement> {
  const found = new Map<string, XmlElement>();
  for (const [at, diagram] of elementsIn(root)
    .filter(({ local }) => local === 'BPMNDiagram')
    .entries()) {
    for (const shape of elementsIn(diagram).flatMap(elementsIn)) {
      const drawn = shape.attributes.find(({ name }) => name === 'bpmnElement')?.value;
      if (drawn !== undefined) found.set(`${at} ${drawn}`, shape);
    }
  }
  return found;
}

/** Pairs of children that have no id. */
function nameless(left: XmlElement, right: XmlElement, same: Same): readonly Two[] {
  const [ones, others] = [elementsIn(left).filter(hasNoId), elementsIn(right).filter(hasNoId)];
  const named = byReference(ones, others);
  const [taken, given] = [new Set(named.map(([one]) => one)), new Set(named.map(([, other]) => other))];
  const rest = aligned(
    ones.filter((one) => !taken.has(one)),
    others.filter((other) => !given.has(other)),
    same,
  );
  return [...named, ...rest];
}

const hasNoId = (element: XmlElement): boolean => idOf(element) === undefined;

/** `incoming`, `outgoing`, `flowNodeRef` …: what they name is what they are, whatever their order. */
function byReference(ones: readonly XmlElement[], others: readonly XmlElement[]): readonly Two[] {
  const waiting = new Map<string, XmlElement>();
  for (const other of others) if (isReference(other)) waiting.set(`${other.local} ${textIn(other).trim()}`, other);
  const pairs: Two[] = [];
  for (const one of ones) {
    const key = `${one.local} ${textIn(one).trim()}`;
    const other = isReference(one) ? waiting.get(key) : undefined;
    if (!other) continue;
    waiting.delete(key);
    pairs.push([one, other]);
  }
  return pairs;
}

const isReference = (element: XmlElement): boolean =>
  element.uri === BPMN &&
  element.attributes.length === 0 &&
  elementsIn(element).length === 0 &&
  /^(incoming|outgoing|.*Refs?)$/.test(element.local);
