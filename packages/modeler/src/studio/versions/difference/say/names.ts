import type { Said, Teller } from '../change.ts';
import { listOf, textOf } from '../read.ts';
import { en, said, turned } from '../sentence.ts';

const written = (value: unknown): { readonly zh: string } | undefined =>
  typeof value === 'string' && value !== '' ? { zh: `“${value}”` } : undefined;

/** The name, or the words of a note. */
export const tellName: Teller = (was, now, at): readonly Said[] => {
  if (at.isNew) return [];
  if (at.piece.type === 'sequenceFlow' || at.piece.type === 'messageFlow')
    return [turned('renamed', { zh: '文字', en: 'words' }, { was: written(was), now: written(now) })];
  const [from, to] = [at.before.called(at.piece.id), at.after.called(at.piece.id)];
  if (!written(was) || !written(now)) return [said('renamed', { zh: `名称由${from.zh}改为${to.zh}`, en: `Name: ${en(from)} → ${en(to)}` })];
  const zh = `“${String(was)}”改名为“${String(now)}”`;
  return from.en !== undefined && from.en === to.en
    ? [said('renamed', { zh, en: `Chinese name: “${String(was)}” → “${String(now)}”` })]
    : [said('renamed', { zh, en: `${en(from)} is now called ${en(to)}` })];
};

/** The names in other languages. */
export const tellOtherNames: Teller = (was, now, at) => {
  if (at.isNew) return [];
  const english = (value: typeof was): { readonly zh: string } | undefined =>
    written(
      textOf(
        listOf(value).find((one) => textOf(one, 'lang') === 'en'),
        'text',
      ),
    );
  const [from, to] = [english(was), english(now)];
  return from?.zh === to?.zh ? [] : [turned('renamed', { zh: '英文名称', en: 'English name' }, { was: from, now: to })];
};
