import { decode } from '@guicheng/runtime/checking';
import type { Text } from '@guicheng/server/contract';
import { declaredUtf8 } from '../canvas/fidelity/declaredUtf8.ts';
import { BPMN } from '../canvas/fidelity/foreign.ts';
import { readXml } from '../file/xml/readXml.ts';
import { otherKind } from './otherKind.ts';

/** A file's text, declared to be the UTF-8 that it will be kept in; or why it cannot be a diagram. */
export type FileText = { readonly ok: true; readonly xml: string } | { readonly ok: false; readonly why: Text };

const NOTHING: Text = { zh: '这个文件是空的，里面没有流程图', en: 'This file is empty; there is no flow in it' };
const NO_XML: Text = {
  zh: '这不是 BPMN 文件：内容应以“<”开始。请从绘图工具中另存为 BPMN 2.0（.bpmn）',
  en: 'This is no BPMN file, which begins with “<”. Save it as BPMN 2.0 (.bpmn) in the tool where it was drawn',
};

/**
 * Reads the bytes of a file, in whichever encoding, as the XML of a diagram: other kinds of files are named, broken XML is told with line
 * and column. Whether the diagram itself can be taken in is the checking's to say.
 */
export function readFile(bytes: Uint8Array): FileText {
  if (bytes.length === 0) return { ok: false, why: NOTHING };
  const kind = otherKind(bytes);
  if (kind) return { ok: false, why: aKind(kind) };
  const text = decode(bytes);
  if (typeof text !== 'string') return { ok: false, why: wrongEncoding(text.expected) };
  const xml = declaredUtf8(text.replace(/^\uFEFF/, ''));
  const [first] = xml.trimStart();
  if (first === undefined) return { ok: false, why: NOTHING };
  if (first !== '<') return { ok: false, why: NO_XML };
  const read = readXml(xml);
  if (!read.ok) return { ok: false, why: broken(read) };
  const { uri, local, name } = read.root;
  return uri === BPMN && local === 'definitions' ? { ok: true, xml } : { ok: false, why: otherXml(name) };
}

const aKind = (kind: Text): Text => ({
  zh: `这是${kind.zh}，不是 BPMN 文件。请从绘图工具中另存为 BPMN 2.0（.bpmn）`,
  en: `This is ${kind.en ?? kind.zh}, no BPMN file. Save it as BPMN 2.0 (.bpmn) in the tool where it was drawn`,
});

const wrongEncoding = (expected: Text): Text => ({
  zh: `文件的编码无法识别，应为${expected.zh}`,
  en: `The file's encoding is not known. Expected: ${expected.en ?? expected.zh}`,
});

const broken = ({ what, line, column }: { readonly what: Text; readonly line: number; readonly column: number }): Text => ({
  zh: `文件第 ${line} 行第 ${column} 个字符处有误：${what.zh}`,
  en: `Line ${line}, character ${column} of the file is wrong: ${what.en ?? what.zh}`,
});

const otherXml = (name: string): Text => ({
  zh: `这是别的 XML 文件（最外层为“${name}”），不是 BPMN 2.0 流程图（最外层应为“definitions”）`,
  en: `This is other XML (its outermost element is “${name}”), no diagram in BPMN 2.0, whose outermost is “definitions”`,
});
