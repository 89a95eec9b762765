import { editedHead } from './editedHead.ts';
import { BPMN, isForeign } from './foreign.ts';
import { Layout } from './layout.ts';
import { Naming } from './naming.ts';
import { idOf, type Pairs, pairsOf } from './pairs.ts';
import { elementsIn, isSpace, type Scope, textIn, type XmlDocument, type XmlElement, type XmlNode } from '../../file/xml/node.ts';

/** A file, what the editor made of it when it was opened, and which element is which. */
export interface Opened {
  readonly original: XmlDocument;
  readonly read: XmlDocument;
  /** From the original to what was read. */
  readonly pairs: Pairs;
}

/**
 * The original with what was changed since it was opened, and nothing else: whatever the editor did not understand, dropped or wrote in
 * another way stays as it was, to the byte, and what belongs to other tools is kept as long as its element is there. What the editor added by itself on opening is written once it is changed. Children that stay
 * with their parent keep the original's order, also when they were away in between.
 */
export function putBack(opened: Opened, now: XmlDocument): string {
  const { source, root } = opened.original;
  return source.slice(0, root.from) + new Writer(opened, now).root() + source.slice(root.to);
}

/** One element as it was in the file, as it was read, and as it is now. */
interface Three {
  readonly was: XmlElement;
  readonly read: XmlElement;
  readonly now: XmlElement;
}

class Writer {
  private readonly opened: Opened;
  private readonly now: XmlDocument;
  private readonly changes: Pairs;
  private readonly parents = new Map<XmlElement, XmlElement>();
  /** The flows as they were opened. */
  private readonly flows = new Map<string, XmlElement>();
  private readonly naming = new Naming();
  private readonly layout: Layout;

  constructor(opened: Opened, now: XmlDocument) {
    this.opened = opened;
    this.now = now;
    this.layout = new Layout(opened.original);
    this.changes = pairsOf(opened.read.root, now.root, (one, other) => this.unchanged(one, other));
    this.adopt(now.root);
    this.note(opened.read.root);
  }

  private note(element: XmlElement): void {
    const id = element.local === 'sequenceFlow' ? idOf(element) : undefined;
    if (id !== undefined) this.flows.set(id, element);
    for (const child of elementsIn(element)) this.note(child);
  }

  root(): string {
    const { original, read } = this.opened;
    const written = this.kept({ was: original.root, read: read.root, now: this.now.root }, original.root.scope);
    const added = this.naming.declarations();
    const end = 1 + original.root.name.length;
    return added === '' ? written : written.slice(0, end) + added + written.slice(end);
  }

  private adopt(parent: XmlElement): void {
    for (const child of elementsIn(parent)) {
      this.parents.set(child, parent);
      this.adopt(child);
    }
  }

  private unchanged(read: XmlElement, now: XmlElement): boolean {
    return this.opened.read.source.slice(read.from, read.to) === this.now.source.slice(now.from, now.to);
  }

  /** An element of the original with its changes, standing where `scope` holds. */
  private kept(three: Three, scope: Scope): string {
    const { was, read, now } = three;
    const { source } = this.opened.original;
    if (was.scope === scope && this.unchanged(read, now)) return source.slice(was.from, was.to);
    const { head, name } = editedHead({ ...three, source, around: scope, naming: this.naming });
    const inner = this.inner(three);
    if (was.tailFrom === was.to && inner === '') return head;
    const open = was.tailFrom === was.to ? head.replace(/\s*\/>$/, '>') : head;
    return `${open}${inner}</${name}${was.tailFrom === was.to ? '>' : source.slice(was.tailFrom + 2 + was.name.length, was.to)}`;
  }

  private inner({ was, read, now }: Three): string {
    const leaf = elementsIn(read).length === 0 && elementsIn(now).length === 0;
    if (leaf && textIn(read) !== textIn(now)) {
      const others = was.children.filter((child) => child.kind === 'element').map((child) => this.slice(child));
      return this.now.source.slice(now.headTo, now.tailFrom) + others.join('');
    }
    const pieces: { text: string; space: boolean }[] = [{ text: '', space: false }];
    const places = new Map<XmlElement, number>();
    for (const child of was.children) {
      const text = child.kind === 'element' ? this.child(child, { now, places, at: pieces.length }) : this.slice(child);
      // The space before what is gone goes with it.
      if (text === undefined) pieces.splice(pieces.at(-1)?.space ? pieces.length - 1 : pieces.length);
      else pieces.push({ text, space: isSpace(child) });
    }
    const added = this.added({ was, read, now }, places);
    for (const [at, text] of added) pieces.splice(at, 1, { text: (pieces[at]?.text ?? '') + text, space: false });
    const closing = added.size > 0 && was.children.length === 0 ? this.layout.closing(was) : '';
    return pieces.map(({ text }) => text).join('') + closing;
  }

  private slice({ from, to }: XmlNode): string {
    return this.opened.original.source.slice(from, to);
  }

  /** A child of the original that is still a child; nothing where it is no longer. */
  private child(
    was: XmlElement,
    { now, places, at }: { readonly now: XmlElement; readonly places: Map<XmlElement, number>; readonly at: number },
  ): string | undefined {
    const read = this.opened.pairs.forth.get(was);
    if (!read) return this.slice(was);
    const is = this.changes.forth.get(read);
    if (!is) return this.remains(was);
    if (this.parents.get(is) !== now) return undefined;
    places.set(is, at);
    return this.kept({ was, read, now: is }, was.scope);
  }

  /** What stays of an element that the editor dropped from a parent that is still there: what belongs to other tools. */
  private remains(was: XmlElement): string | undefined {
    if (isForeign(was.uri)) return this.slice(was);
    const foreign = was.local === 'extensionElements' ? elementsIn(was).filter(({ uri }) => isForeign(uri)) : [];
    if (foreign.length === 0) return undefined;
    const { source } = this.opened.original;
    const lead = this.layout.inside(was);
    const inner = foreign.map((one) => lead + this.slice(one)).join('');
    return source.slice(was.from, was.headTo) + inner + this.layout.closing(was, true) + source.slice(was.tailFrom, was.to);
  }

  /** What came to be children, by the piece after which they stand. */
  private added({ was, now }: Three, places: ReadonlyMap<XmlElement, number>): ReadonlyMap<number, string> {
    const added = new Map<number, string>();
    const lead = this.layout.inside(was);
    let after = 0;
    for (const child of elementsIn(now)) {
      const place = places.get(child);
      if (place !== undefined) after = place;
      else if (!this.madeOnOpening(child) && !this.implied(child, now))
        added.set(after, `${added.get(after) ?? ''}${lead}${this.placed(child, { scope: was.scope, lead })}`);
    }
    return added;
  }

  /** `incoming` and `outgoing` repeat what the flows say: where a file does without, only flows that were edited are named. */
  private implied(reference: XmlElement, node: XmlElement): boolean {
    const end = reference.local === 'outgoing' ? 'sourceRef' : reference.local === 'incoming' ? 'targetRef' : undefined;
    const flow = end && reference.uri === BPMN ? this.flows.get(textIn(reference)) : undefined;
    return flow !== undefined && valueOf(flow, end) === idOf(node);
  }

  private madeOnOpening(now: XmlElement): boolean {
    const read = this.changes.back.get(now);
    return read !== undefined && !this.opened.pairs.back.has(read) && this.unchanged(read, now);
  }

  /** An element at a new place: moved there with all that the original says in it, or new. */
  private placed(now: XmlElement, at: { readonly scope: Scope; readonly lead: string }): string {
    const read = this.changes.back.get(now);
    const was = read && this.opened.pairs.back.get(read);
    return read && was ? this.kept({ was, read, now }, at.scope) : this.fresh(now, at);
  }

  private fresh(now: XmlElement, { scope, lead }: { readonly scope: Scope; readonly lead: string }): string {
    const name = this.naming.element(now, scope);
    const attributes = now.attributes.map((one) => this.naming.attribute(one, { from: now.scope, scope }));
    const head = `<${name}${attributes.join('')}`;
    const inner = elementsIn(now);
    const inside = this.layout.deeper(lead);
    const content =
      inner.length === 0
        ? this.now.source.slice(now.headTo, now.tailFrom)
        : inner.map((child) => `${inside}${this.placed(child, { scope, lead: inside })}`).join('') + lead;
    return content === '' ? `${head} />` : `${head}>${content}</${name}>`;
  }
}

const valueOf = ({ attributes }: XmlElement, wanted: string | undefined): string | undefined =>
  attributes.find(({ name }) => name === wanted)?.value;
