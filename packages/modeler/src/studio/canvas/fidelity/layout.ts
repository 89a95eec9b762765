import { elementsIn, isSpace, type XmlDocument, type XmlElement } from '../../file/xml/node.ts';

/** How a file sets its elements apart, so that what is added looks as if it had been there. */
export class Layout {
  private readonly source: string;
  private readonly line: string;
  private readonly unit: string;
  private readonly pretty: boolean;

  constructor({ source, root }: XmlDocument) {
    this.source = source;
    this.line = source.includes('\r\n') ? '\r\n' : '\n';
    const [first] = elementsIn(root);
    this.pretty = first === undefined || this.before(first) !== undefined;
    const unit = first === undefined ? undefined : this.before(first);
    this.unit = unit === undefined || unit === '' ? '  ' : unit;
  }

  /** The line break and space before an element that is added to this one; nothing in a file without lines. */
  inside(element: XmlElement): string {
    const [first] = elementsIn(element);
    const space = first === undefined ? undefined : this.before(first);
    if (!this.pretty || (first !== undefined && space === undefined)) return '';
    return `${this.line}${space ?? `${this.before(element) ?? ''}${this.unit}`}`;
  }

  /** One step further in than the given break. */
  deeper(lead: string): string {
    return lead === '' ? '' : `${lead}${this.unit}`;
  }

  /** What stands before the last tag of an element that was empty, or is `written` anew. */
  closing(element: XmlElement, written = false): string {
    return this.pretty && (written || !element.children.some(isSpace)) ? `${this.line}${this.before(element) ?? ''}` : '';
  }

  /** The space in front of an element that begins a line. */
  private before({ from }: XmlElement): string | undefined {
    const space = /(?:^|[\r\n])([ \t]*)$/.exec(this.source.slice(Math.max(0, from - 200), from));
    return space?.[1];
  }
}
