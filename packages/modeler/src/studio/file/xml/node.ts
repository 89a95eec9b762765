/** Prefix → namespace; the empty prefix is the default namespace. */
export type Scope = ReadonlyMap<string, string>;

export interface XmlAttribute {
  /** As it is written, with its prefix. */
  readonly name: string;
  readonly uri: string;
  readonly local: string;
  readonly value: string;
  /** Where its name begins in the text, and where its value stands, without the quotes. */
  readonly nameFrom: number;
  readonly from: number;
  readonly to: number;
}

export interface XmlElement {
  readonly kind: 'element';
  readonly name: string;
  readonly uri: string;
  readonly local: string;
  /** Without the declarations of namespaces, which are in the scope. */
  readonly attributes: readonly XmlAttribute[];
  readonly scope: Scope;
  readonly children: readonly XmlNode[];
  /** Offsets in the text: of its `<`, after the `>` or `/>` of its first tag, of its last tag, and after it. */
  readonly from: number;
  readonly headTo: number;
  readonly tailFrom: number;
  readonly to: number;
}

export interface XmlText {
  readonly kind: 'text';
  readonly text: string;
  readonly cdata: boolean;
  readonly from: number;
  readonly to: number;
}

/** A comment or a processing instruction. */
export interface XmlAside {
  readonly kind: 'aside';
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

export type XmlNode = XmlElement | XmlText | XmlAside;

export interface XmlDocument {
  readonly ok: true;
  readonly source: string;
  readonly root: XmlElement;
  /** Comments and instructions beside the root; the XML declaration is none of them. */
  readonly before: readonly XmlAside[];
  readonly after: readonly XmlAside[];
}

/** What stops a text from being XML, and where: lines and columns count from 1. */
export interface XmlFault {
  readonly ok: false;
  readonly what: { readonly zh: string; readonly en: string };
  readonly line: number;
  readonly column: number;
}

/** The elements among the children. */
export const elementsIn = ({ children }: XmlElement): readonly XmlElement[] => children.filter((child) => child.kind === 'element');

/** All text directly inside. */
export const textIn = ({ children }: XmlElement): string => children.map((child) => (child.kind === 'text' ? child.text : '')).join('');

/** Text that only sets elements apart: white space beside elements, outside CDATA. */
export const isSpace = (node: XmlNode): node is XmlText => node.kind === 'text' && !node.cdata && /^[ \t\r\n]*$/.test(node.text);
