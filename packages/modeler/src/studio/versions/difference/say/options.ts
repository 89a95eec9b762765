import type { Text } from '@guicheng/runtime/model';
import type { Change, Said } from '../change.ts';
import type { Facts } from '../facts.ts';
import { paired } from '../pair.ts';
import { inQuotes } from '../quoted.ts';
import { alike, textOf } from '../read.ts';
import { en, row, said } from '../sentence.ts';
import { ownName } from '../side.ts';

const called = (option: Facts): Text => inQuotes(textOf(option, 'name') === '' ? { zh: textOf(option, 'value') } : ownName(option));

/** What became of the options of a field or a decision. */
export function tellOptions(
  was: readonly Facts[],
  now: readonly Facts[],
  { change, of }: { readonly change: Change; readonly of: Text },
): readonly Said[] {
  const { gone, come, kept, reordered } = paired(was, now, (option) => textOf(option, 'value'));
  const renamed = kept.filter((pair) => called(pair.was).zh !== called(pair.now).zh);
  const english = kept.filter((pair) => called(pair.was).zh === called(pair.now).zh && !alike(pair.was['names'], pair.now['names']));
  const manner = kept.filter((pair) => textOf(pair.was, 'manner') !== textOf(pair.now, 'manner'));
  const other = kept.filter((pair) => !alike(pair.was['$attrs'], pair.now['$attrs']));
  const each = (pairs: typeof kept): { readonly zh: string; readonly en: string } => row(pairs.map((pair) => called(pair.now)));
  return [
    ...(come.length === 0
      ? []
      : [said(change, { zh: `${of.zh}增加选项${row(come.map(called)).zh}`, en: `${en(of)}: new options ${row(come.map(called)).en}` })]),
    ...(gone.length === 0
      ? []
      : [
          said(change, { zh: `${of.zh}删去选项${row(gone.map(called)).zh}`, en: `${en(of)}: removed options ${row(gone.map(called)).en}` }),
        ]),
    ...renamed.map((pair) =>
      said(change, {
        zh: `${of.zh}的选项${called(pair.was).zh}改名为${called(pair.now).zh}`,
        en: `${en(of)}: the option ${en(called(pair.was))} is now called ${en(called(pair.now))}`,
      }),
    ),
    ...(english.length === 0
      ? []
      : [
          said(change, {
            zh: `${of.zh}的选项${each(english).zh}的英文名称有变化`,
            en: `${en(of)}: English names changed of ${each(english).en}`,
          }),
        ]),
    ...(manner.length === 0
      ? []
      : [
          said(change, {
            zh: `${of.zh}的选项${each(manner).zh}改了按钮的样子`,
            en: `${en(of)}: another look of the buttons ${each(manner).en}`,
          }),
        ]),
    ...(other.length === 0
      ? []
      : [
          said('foreign', {
            zh: `${of.zh}的选项${each(other).zh}：其他软件的附加信息有变化`,
            en: `${en(of)}: additions of other software changed at ${each(other).en}`,
          }),
        ]),
    ...(reordered ? [said(change, { zh: `${of.zh}的选项换了先后顺序`, en: `${en(of)}: the options stand in another order` })] : []),
  ];
}
