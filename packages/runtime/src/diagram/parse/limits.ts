import { type Refused, refuse } from '../../words/refusal.ts';

/** A file may have so many bytes, nested XML elements, XML elements at all, flow elements without the arrows, and declared namespaces. */
export const LIMITS = { bytes: 2 * 1024 * 1024, depth: 64, tags: 40_000, elements: 3000, namespaces: 4000 } as const;

/** Markup that is no tag, and how it ends. */
const ASIDE = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/** What XML 1.0 cannot hold, as it is or as a reference; half a pair of surrogates cannot even be stored. */
const NO_XML =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}|&#(?:x0*(?:[0-8bcef]|1[\da-f]|d[89a-f][\da-f]{2}|fff[ef])|0*(?:[0-8]|1[124-9]|2\d|3[01]));/iu;

/** Looks at the text before any parser does: characters, document types, depth and number. Every character is looked at once, whatever the file holds. */
export function overLimit(xml: string): Refused | undefined {
  // What does not even begin as XML is told so by the parser.
  const odd = /^\s*</.test(xml) ? NO_XML.exec(xml) : null;
  if (odd) return noXml(odd[0]);
  // Each element that declares some takes along all that are declared around it.
  const namespaces = xml.split('xmlns').length - 1;
  if (namespaces > LIMITS.namespaces) return tooManyNamespaces(namespaces);
  let depth = 0;
  let tags = 0;
  for (let at = xml.indexOf('<'); at >= 0; ) {
    const aside = ASIDE.find(([begin]) => xml.startsWith(begin, at));
    if (!aside && xml.startsWith('<!', at)) return documentType(xml.slice(at, at + 60));
    const end = aside ? xml.indexOf(aside[1], at) : tagEnd(xml, at);
    // what never ends is the parser's to refuse
    if (end < 0) return undefined;
    if (!aside) depth += xml[at + 1] === '/' ? -1 : xml[end - 1] === '/' ? 0 : 1;
    if (!aside && xml[at + 1] !== '/') tags += 1;
    if (tags > LIMITS.tags) return tooMany(tags);
    if (depth > LIMITS.depth) return tooDeep(xml.slice(at, at + 60));
    at = xml.indexOf('<', end);
  }
  return undefined;
}

/** Where a tag ends: `>` within quotes does not count. */
function tagEnd(xml: string, from: number): number {
  let quote = '';
  for (let at = from; at < xml.length; at++) {
    const character = xml.charAt(at);
    if (quote) quote = character === quote ? '' : quote;
    else if (character === '>') return at;
    else if (character === '"' || character === "'") quote = character;
  }
  return -1;
}

const noXml = (odd: string): Refused => {
  const code = odd.startsWith('&') ? odd : `U+${(odd.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return refuse('invalidDiagram', code, {
    zh: `不含 XML 不允许的字符（${code}）`,
    en: `No character that XML cannot hold (${code})`,
  });
};

const tooManyNamespaces = (many: number): Refused =>
  refuse('invalidDiagram', 'xmlns', {
    zh: `一个文件不超过 ${LIMITS.namespaces} 处命名空间声明（xmlns），现有 ${many} 处`,
    en: `At most ${LIMITS.namespaces} declarations of namespaces (xmlns) in a file; this one has ${many}`,
  });

const tooDeep = (tag: string): Refused =>
  refuse('invalidDiagram', tag, {
    zh: `XML 元素嵌套不超过 ${LIMITS.depth} 层`,
    en: `XML elements nested no deeper than ${LIMITS.depth}`,
  });

const documentType = (markup: string): Refused =>
  refuse('invalidDiagram', markup, {
    zh: '不含 DOCTYPE 或 ENTITY 声明的 BPMN 文件（此类声明可能夹带外部内容）',
    en: 'A BPMN file without DOCTYPE or ENTITY declarations, which may pull in foreign content',
  });

/** The refusal of a file that is too large, before it is decoded. */
export const tooLarge = (bytes: number): Refused =>
  refuse('fileTooLarge', `${bytes} B`, { zh: 'BPMN 文件不超过 2 MB', en: 'A BPMN file of at most 2 MB' });

/** The refusal of a file with too many elements. */
export const tooMany = (elements: number): Refused =>
  refuse('invalidDiagram', String(elements), {
    zh: `一个文件不超过 ${LIMITS.elements} 个流程元素，现有 ${elements} 个`,
    en: `At most ${LIMITS.elements} flow elements in a file; this one has ${elements}`,
  });
