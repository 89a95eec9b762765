import type { Text } from '@guicheng/runtime/model';
import type { Change, Said } from './change.ts';
import type { Both } from './kindOf.ts';

/** The English of a text; its Chinese where it has none. */
export const en = (text: Text): string => text.en ?? text.zh;

/** A text with both languages, the Chinese standing in where there is no English. */
export const both = (text: Text): Both => ({ zh: text.zh, en: en(text) });

/** Several in a row: 甲、乙. */
export const row = (texts: readonly Text[]): Both => ({
  zh: texts.map((one) => one.zh).join('、'),
  en: texts.map(en).join(', '),
});

/** One sentence. */
export const said = (change: Change, says: Both): Said => ({ change, says });

/** What something was and what it is: 时限由 3 天改为 5 天; where it is new or gone, only that. */
export function turned(change: Change, what: Both, values: { readonly was: Text | undefined; readonly now: Text | undefined }): Said {
  const { was, now } = values;
  if (was && now)
    return said(change, { zh: `${what.zh}由${apart(was.zh)}改为${apart(now.zh, false)}`, en: `${what.en}: ${en(was)} → ${en(now)}` });
  if (now) return said(change, { zh: `${what.zh}：${now.zh}`, en: `${what.en}: ${en(now)}` });
  return said(change, {
    zh: `不再有${what.zh}${was ? `（原为${apart(was.zh, false)}）` : ''}`,
    en: `${what.en}: no longer any${was ? ` (it was ${en(was)})` : ''}`,
  });
}

/** Figures and Latin letters stand apart from the Chinese around them. */
const apart = (words: string, alsoBehind = true): string =>
  `${/^[\dA-Za-z]/.test(words) ? ' ' : ''}${words}${alsoBehind && /[\dA-Za-z]$/.test(words) ? ' ' : ''}`;
