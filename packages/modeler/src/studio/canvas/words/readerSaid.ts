import type { Language } from '@guicheng/server/contract';

type Say = (parts: readonly string[]) => Readonly<Record<Language, string>>;

/** What bpmn-js's reader says of a file, in its own words, and the same for people. `<…>` is an element, with its id. */
const KNOWN: readonly (readonly [pattern: RegExp, say: Say])[] = [
  [
    /^no (?:diagram|process or collaboration) to display|^no plane for/,
    () => ({ zh: '文件里没有可以显示的图。', en: 'There is no drawing in the file to show.' }),
  ],
  [
    /^unresolved reference <(.+)>/,
    ([id = '']) => ({ zh: `文件提到“${id}”，但文件里没有它。`, en: `The file speaks of “${id}”, which is not in it.` }),
  ],
  [
    /^missing <([^>]+)>#attachedToRef/,
    ([id = '']) => ({
      zh: `“${id}”没有写明贴在哪个步骤上，图上不显示。`,
      en: `“${id}” does not say to which step it belongs; it is not shown.`,
    }),
  ],
  [
    /^element <([^>]+)> referenced by <([^>]+)>/,
    ([to = '', from = '']) => ({ zh: `“${from}”连到的“${to}”没有画出来。`, en: `“${from}” leads to “${to}”, which is not drawn.` }),
  ],
  [
    /^<([^>]+)>#(?:source|target) Ref not specified/,
    ([id = '']) => ({
      zh: `箭头“${id}”没有写明从哪里到哪里，图上不显示。`,
      en: `The arrow “${id}” does not say from where to where; it is not shown.`,
    }),
  ],
  [
    /^multiple DI elements defined for <([^>]+)>/,
    ([id = '']) => ({ zh: `“${id}”画了不止一次，只显示第一次。`, en: `“${id}” is drawn more than once; only the first is shown.` }),
  ],
  [
    /^no bpmnElement referenced in <([^>]+)>/,
    ([id = '']) => ({ zh: `图形“${id}”没有写明是什么，不显示。`, en: `The shape “${id}” does not say what it is; it is not shown.` }),
  ],
  [
    /^correcting missing bpmnElement/,
    () => ({
      zh: '文件没有写明画的是哪个流程，已按文件里的流程显示。',
      en: 'The file does not say which flow is drawn; the one in it is shown.',
    }),
  ],
  [
    /^unknown attribute <(.+)>/,
    ([name = '']) => ({
      zh: `文件里有我们不认识的“${name}”，原样保留。`,
      en: `The file has “${name}”, which we do not know; it is kept as it is.`,
    }),
  ],
  [
    /^unparsable content[\s\S]*line: (\d+)/,
    ([line = '']) => ({ zh: `第 ${Number(line) + 1} 行读不懂。`, en: `Line ${Number(line) + 1} cannot be read.` }),
  ],
];

/** What the reader said of a file, in words for people; what we do not know is quoted. */
export function readerSaid(message: string, language: Language): string {
  for (const [pattern, say] of KNOWN) {
    const found = pattern.exec(message);
    if (found) return say(found.slice(1).map(idOf))[language];
  }
  return language === 'zh' ? `文件里有一处读不懂（${message}）。` : `Something in the file cannot be read (${message}).`;
}

/** `bpmn:UserTask id="a"` → a. */
const idOf = (named: string): string => /id="([^"]+)"/.exec(named)?.[1] ?? named;
