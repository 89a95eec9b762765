import { type XmlAside, type XmlElement, type XmlNode, elementsIn, isSpace } from '../../file/xml/node.ts';
import { resolved } from '../../file/xml/readHead.ts';
import { readXml } from '../../file/xml/readXml.ts';

/** So many differences are named; more say nothing new. */
const MOST = 20;

/**
 * What differs between two XML texts as sentences, none when they say the same. Compared are elements and attributes by namespace and name,
 * values, text, comments, processing instructions, and the order of all that has one. Not compared: which prefix stands for a namespace and
 * where it is declared, the order of attributes, white space that only sets elements apart, how a character is written (CDATA, references,
 * line ends), and the XML declaration; and elements whose local names are in `beside`.
 */
export function sameXml(one: string, other: string, beside: ReadonlySet<string> = new Set()): readonly string[] {
  const [left, right] = [readXml(one), readXml(other)];
  if (!left.ok) return [`the first is no XML: ${left.what.en} (line ${left.line})`];
  if (!right.ok) return [`the second is no XML: ${right.what.en} (line ${right.line})`];
  const found: string[] = [];
  const tell = (what: string): void => void (found.length < MOST && found.push(what));
  compareElements(left.root, right.root, { path: '', tell, beside });
  compareAsides(left.before, right.before, { path: 'before the root', tell, beside });
  compareAsides(left.after, right.after, { path: 'after the root', tell, beside });
  return found;
}

interface At {
  readonly path: string;
  readonly tell: (what: string) => void;
  readonly beside: ReadonlySet<string>;
}

function compareElements(left: XmlElement, right: XmlElement, { path, tell, beside }: At): void {
  if (left.uri !== right.uri || left.local !== right.local) return tell(`${path}/${called(left)} became ${called(right)}`);
  const here = `${path}/${called(left)}`;
  const values = attributesOf(right);
  for (const [key, value] of attributesOf(left)) {
    if (!values.has(key)) tell(`${here}: attribute ${key} is lost`);
    else if (values.get(key) !== value) tell(`${here}: attribute ${key} was “${value}” and is “${values.get(key)}”`);
    values.delete(key);
  }
  for (const [key, value] of values) tell(`${here}: attribute ${key} = “${value}” was added`);
  compareChildren(partsOf(left, beside), partsOf(right, beside), { path: here, tell, beside });
}

/** Names stand for themselves with their namespace, so that the same prefix for another namespace is seen. */
function attributesOf({ attributes, scope }: XmlElement): Map<string, string> {
  return new Map(
    attributes.map(({ uri, local, value }) => {
      const type = uri === INSTANCE && local === 'type' && !value.includes(':');
      return [uri === '' ? local : `{${uri}}${local}`, inScope(type ? `:${value}` : value, scope)];
    }),
  );
}

/** The namespace of `xsi:type`, whose value is in the default namespace where it has no prefix. */
const INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance';

function inScope(value: string, scope: XmlElement['scope']): string {
  if (value.startsWith(':')) return `{${scope.get('') ?? ''}}${value.slice(1)}`;
  const prefix = /^([^\s:/]+):[^\s:/]+$/.exec(value)?.[1];
  if (prefix === undefined || !scope.has(prefix)) return value;
  const { uri, local } = resolved(value, scope);
  return `{${uri}}${local}`;
}

type Part = XmlElement | XmlAside | string;

/** Children without the space between elements; neighbouring texts are one. */
function partsOf(element: XmlElement, beside: ReadonlySet<string>): readonly Part[] {
  const spaced = elementsIn(element).length > 0;
  const parts: Part[] = [];
  for (const child of element.children) {
    if ((spaced && isSpace(child)) || (child.kind === 'element' && beside.has(child.local))) continue;
    const last = parts.at(-1);
    if (child.kind !== 'text') parts.push(child);
    else if (typeof last === 'string') parts[parts.length - 1] = last + child.text;
    else parts.push(child.text);
  }
  return parts.map((part) => (typeof part === 'string' ? inScope(part, element.scope) : part)).filter((part) => part !== '');
}

function compareChildren(left: readonly Part[], right: readonly Part[], at: At): void {
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const [before, after] = [left[index], right[index]];
    if (isElement(before) && isElement(after) && sameElement(before, after)) compareElements(before, after, at);
    else if (isElement(before) || isElement(after) || saying(before) !== saying(after))
      return at.tell(`${at.path}: ${saying(before)} became ${saying(after)}`);
  }
}

const isElement = (part: Part | undefined): part is XmlElement => typeof part === 'object' && part.kind === 'element';
/** Two that are to be compared with each other: of one name, or of one id. */
const sameElement = (left: XmlElement, right: XmlElement): boolean => {
  const [one, other] = [idOf(left), idOf(right)];
  return one === other && (one !== undefined || (left.local === right.local && left.uri === right.uri));
};

function saying(part: Part | undefined): string {
  if (part === undefined) return 'nothing';
  if (typeof part === 'string') return `“${part}”`;
  return part.kind === 'aside' ? part.text : `<${called(part)}>`;
}

const idOf = ({ attributes }: XmlElement): string | undefined => attributes.find(({ name }) => name === 'id')?.value;

function called(element: XmlElement): string {
  const id = idOf(element);
  return id === undefined ? element.name : `${element.name}#${id}`;
}

function compareAsides(left: readonly XmlNode[], right: readonly XmlNode[], at: At): void {
  compareChildren(left as readonly XmlAside[], right as readonly XmlAside[], at);
}
