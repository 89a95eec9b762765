import { type Refused, refuse } from '../../words/refusal.ts';

/** A file may have so many bytes, so many nested XML elements, so many flow nodes and sequence flows. */
export const LIMITS = { bytes: 2 * 1024 * 1024, depth: 64, elements: 3000 } as const;

const MARKUP = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<![^>]*>|<\/[^>]*>|<(?:[^>"']|"[^"]*"|'[^']*')*>/g;

/** Looks at the text before any parser does: document types and depth. Linear in its length. */
export function overLimit(xml: string): Refused | undefined {
  let depth = 0;
  for (const [markup] of xml.matchAll(MARKUP)) {
    if (markup.startsWith('<?') || markup.startsWith('<!--') || markup.startsWith('<![CDATA[')) continue;
    if (markup.startsWith('<!')) return documentType(markup);
    if (markup.startsWith('</')) depth -= 1;
    else if (!markup.endsWith('/>')) depth += 1;
    if (depth > LIMITS.depth) {
      return refuse('invalidDiagram', markup.slice(0, 60), {
        zh: `XML 元素嵌套不超过 ${LIMITS.depth} 层`,
        en: `XML elements nested no deeper than ${LIMITS.depth}`,
      });
    }
  }
  return undefined;
}

const documentType = (markup: string): Refused =>
  refuse('invalidDiagram', markup.slice(0, 60), {
    zh: '不含 DOCTYPE 或 ENTITY 声明的 BPMN 文件（此类声明可能夹带外部内容）',
    en: 'A BPMN file without DOCTYPE or ENTITY declarations, which may pull in foreign content',
  });

/** The refusal of a file that is too large, before it is decoded. */
export const tooLarge = (bytes: number): Refused =>
  refuse('fileTooLarge', `${bytes} B`, { zh: 'BPMN 文件不超过 2 MB', en: 'A BPMN file of at most 2 MB' });

/** The refusal of a file with too many flow nodes and sequence flows. */
export const tooMany = (elements: number): Refused =>
  refuse('invalidDiagram', String(elements), {
    zh: `一个文件不超过 ${LIMITS.elements} 个流程元素，现有 ${elements} 个`,
    en: `At most ${LIMITS.elements} flow elements in a file; this one has ${elements}`,
  });
