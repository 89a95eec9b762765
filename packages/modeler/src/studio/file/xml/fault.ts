import type { XmlFault } from './node.ts';

/** What can be wrong with a text that should be XML, in both languages. */
const SAID = {
  noElement: { zh: '这里应以“<”开始一个元素', en: 'An element should begin here with “<”' },
  afterTheEnd: { zh: '最后一个元素之后还有内容', en: 'There is something after the last element' },
  tooDeep: { zh: '元素嵌套太深', en: 'Elements are nested too deep' },
  neverClosed: { zh: '“{name}”没有结束标记', en: '“{name}” has no closing tag' },
  endTag: { zh: '结束标记不完整', en: 'The closing tag is not complete' },
  otherEnd: { zh: '应以“</{other}>”结束，却写成“</{name}>”', en: '“</{other}>” should close here, but it says “</{name}>”' },
  neverEnds: { zh: '这里开始的注释、指令或 CDATA 没有结束', en: 'The comment, instruction or CDATA that begins here never ends' },
  documentType: { zh: '文件中不能有 DOCTYPE 或 ENTITY 声明', en: 'There may be no DOCTYPE or ENTITY declaration' },
  noName: { zh: '“<”之后应是元素名', en: 'The name of an element should follow “<”' },
  tagNeverEnds: { zh: '“{name}”的标记没有结束', en: 'The tag of “{name}” never ends' },
  inTag: { zh: '“{name}”的标记里有不该有的字符', en: 'The tag of “{name}” holds a character that cannot stand there' },
  noValue: { zh: '属性“{name}”没有加引号的值', en: 'The attribute “{name}” has no value in quotes' },
  valueNeverEnds: { zh: '属性“{name}”的值没有结束', en: 'The value of the attribute “{name}” never ends' },
  twice: { zh: '属性“{name}”写了两次', en: 'The attribute “{name}” is there twice' },
  reference: { zh: '“{name}”不是可以读出的字符引用', en: '“{name}” is no reference to a character' },
} as const;

export type Fault = keyof typeof SAID;

interface Where {
  readonly fault: Fault;
  readonly at: number;
  readonly name?: string;
  readonly other?: { readonly name: string; readonly at: number };
}

/** Thrown inside the reader only, which turns it into a value. */
export class Wrong extends Error {
  readonly where: Where;
  constructor(where: Where) {
    super(where.fault);
    this.where = where;
  }
}

/** A fault in words, with the line and column where it was seen. */
export function faultAt(source: string, { where: { fault, at, name = '', other } }: Wrong): XmlFault {
  const lines = source.slice(0, at).split(/\r\n|[\r\n]/);
  const said = (text: string): string => text.replaceAll('{name}', name).replaceAll('{other}', other?.name ?? '');
  const { zh, en } = SAID[fault];
  return { ok: false, what: { zh: said(zh), en: said(en) }, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
