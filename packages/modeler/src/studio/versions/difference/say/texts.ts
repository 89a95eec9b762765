import type { Text } from '@guicheng/runtime/model';
import type { Change, Said, Teller } from '../change.ts';
import type { Facts } from '../facts.ts';
import type { Both } from '../kindOf.ts';
import { listOf, textOf } from '../read.ts';
import { said } from '../sentence.ts';

/** Words that stand once per language, as one text. */
export function inLanguages(words: readonly Facts[]): Text {
  const of = (language: string): string =>
    textOf(
      words.find((word) => textOf(word, 'lang') === language),
      'text',
    );
  return of('en') === '' ? { zh: of('zh') } : { zh: of('zh'), en: of('en') };
}

/** A longer text changed, came or went; both stand beside the sentence. */
const tellText =
  (change: Change, what: Both, read: (words: readonly Facts[]) => Text): Teller =>
  (was, now): readonly Said[] => {
    const [from, to] = [read(listOf(was)), read(listOf(now))];
    const beside = { ...(was === undefined ? {} : { was: from }), ...(now === undefined ? {} : { now: to }) };
    if (was === undefined) return [{ ...said(change, { zh: `增加${what.zh}`, en: `New ${what.en}` }), ...beside }];
    if (now === undefined) return [{ ...said(change, { zh: `删去${what.zh}`, en: `Removed ${what.en}` }), ...beside }];
    const onlyEnglish = from.zh === to.zh && from.en !== to.en;
    return [
      {
        ...said(
          change,
          onlyEnglish
            ? { zh: `${what.zh}的英文有变化`, en: `The English ${what.en} changed` }
            : { zh: `${what.zh}有变化`, en: `The ${what.en} changed` },
        ),
        ...(onlyEnglish ? { was: { zh: from.en ?? '' }, now: { zh: to.en ?? '' } } : beside),
      },
    ];
  };

/** What is said to the doer. */
export const tellGuidance = tellText('guidance', { zh: '办理说明', en: 'guidance' }, inLanguages);

/** BPMN's own remarks. */
export const tellDocumentation = tellText('note', { zh: '绘图备注', en: 'remarks of the drawer' }, (words) => ({
  zh: words.map((word) => textOf(word, 'text')).join('\n'),
}));

/** What it stands for in the office's paper. */
export const tellOrigin = tellText('note', { zh: '出处', en: 'origin' }, (words) => ({
  zh: words
    .map((word) => [textOf(word, 'kind') === 'source' ? '原文件所载' : '我们的理解', textOf(word, 'words')].filter(Boolean).join('：'))
    .join('\n'),
  en: words
    .map((word) => [textOf(word, 'kind') === 'source' ? 'from the paper' : 'our reading', textOf(word, 'words')].filter(Boolean).join(': '))
    .join('\n'),
}));
