import { faultAt, type Fault, Wrong } from './fault.ts';
import { type Head, readHead } from './readHead.ts';
import type { Scope, XmlAside, XmlDocument, XmlElement, XmlFault, XmlNode } from './node.ts';
import { decoded } from './references.ts';

/** The prefixes that every document knows. */
const EVERYWHERE: Scope = new Map([
  ['', ''],
  ['xml', 'http://www.w3.org/XML/1998/namespace'],
]);

/** Deeper than any file that is taken in; the reader calls itself once a level. */
const DEEPEST = 500;

/** Reads XML without a document type into a tree that knows where in the text everything stands, or says what is wrong and where. */
export function readXml(source: string): XmlDocument | XmlFault {
  try {
    return new Reader(source).document();
  } catch (error) {
    if (error instanceof Wrong) return faultAt(source, error);
    throw error;
  }
}

class Reader {
  private at = 0;
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  document(): XmlDocument {
    if (this.sees('\uFEFF')) this.at += 1;
    if (/^<\?xml[ \t\r\n]/.test(this.source.slice(this.at, this.at + 6))) this.at = this.after('?>', 'instruction');
    const before = this.beside();
    if (!this.sees('<')) this.wrong('noElement');
    const root = this.element(EVERYWHERE, 1);
    const after = this.beside();
    if (this.at < this.source.length) this.wrong('afterTheEnd');
    return { ok: true, source: this.source, root, before, after };
  }

  /** Comments, instructions and white space outside the root. */
  private beside(): readonly XmlAside[] {
    const asides: XmlAside[] = [];
    for (;;) {
      while (/[ \t\r\n]/.test(this.source[this.at] ?? '')) this.at += 1;
      const aside = this.aside();
      if (!aside) return asides;
      asides.push(aside);
    }
  }

  private aside(): XmlAside | undefined {
    const comment = this.sees('<!--');
    if (!comment && !this.sees('<?')) return undefined;
    const from = this.at;
    const to = comment ? this.after('-->', 'comment') : this.after('?>', 'instruction');
    this.at = to;
    return { kind: 'aside', text: this.source.slice(from, to).replaceAll('\r\n', '\n'), from, to };
  }

  private element(around: Scope, depth: number): XmlElement {
    if (depth > DEEPEST) this.wrong('tooDeep');
    const from = this.at;
    const head = readHead(this.source, { from, around });
    this.at = head.to;
    const children = head.empty ? [] : this.children(head, depth);
    const tailFrom = head.empty ? head.to : this.at;
    if (!head.empty) this.endTag(head, from);
    const { name, uri, local, attributes, scope } = head;
    return { kind: 'element', name, uri, local, attributes, scope, children, from, headTo: head.to, tailFrom, to: this.at };
  }

  private children({ scope, name, from }: Head, depth: number): readonly XmlNode[] {
    const children: XmlNode[] = [];
    while (!this.sees('</')) {
      if (this.at >= this.source.length) throw new Wrong({ fault: 'neverClosed', at: from, name });
      children.push(this.aside() ?? this.text() ?? this.element(scope, depth + 1));
    }
    return children;
  }

  private text(): XmlNode | undefined {
    const from = this.at;
    if (this.sees('<![CDATA[')) {
      const to = this.after(']]>', 'cdata');
      this.at = to;
      return { kind: 'text', text: this.source.slice(from + 9, to - 3).replaceAll('\r\n', '\n'), cdata: true, from, to };
    }
    if (this.sees('<')) return undefined;
    const next = this.source.indexOf('<', from);
    const to = next < 0 ? this.source.length : next;
    this.at = to;
    return { kind: 'text', text: decoded(this.source, { from, to }).replaceAll('\r\n', '\n'), cdata: false, from, to };
  }

  private endTag({ name }: Head, opened: number): void {
    const tag = /^<\/([^\s>]*)[ \t\r\n]*>/.exec(this.source.slice(this.at, this.source.indexOf('>', this.at) + 1));
    if (!tag) this.wrong('endTag');
    if (tag?.[1] !== name) throw new Wrong({ fault: 'otherEnd', at: this.at, name: tag?.[1] ?? '', other: { name, at: opened } });
    this.at += tag[0].length;
  }

  private sees(what: string): boolean {
    return this.source.startsWith(what, this.at);
  }

  private after(end: string, name: string): number {
    const found = this.source.indexOf(end, this.at);
    if (found < 0) throw new Wrong({ fault: 'neverEnds', at: this.at, name });
    return found + end.length;
  }

  private wrong(fault: Fault): never {
    throw new Wrong({ fault, at: this.at });
  }
}
