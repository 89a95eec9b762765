import type { Said, Teller } from '../change.ts';
import type { Facts } from '../facts.ts';
import { paired } from '../pair.ts';
import { inQuotes } from '../quoted.ts';
import { alike, listOf, partsIn, textOf } from '../read.ts';
import { en, row, said, turned } from '../sentence.ts';
import { ownName } from '../side.ts';
import { fieldType } from './fieldTypes.ts';
import { tellOptions } from './options.ts';

const keyOf = (word: Facts): string => textOf(word, 'key');
const called = (field: Facts) => inQuotes(textOf(field, 'name') === '' ? { zh: keyOf(field) } : ownName(field));

/** The fields of a process. */
export const tellForm: Teller = (was, now) => {
  const fields = (value: typeof was): readonly Facts[] => listOf(value).flatMap((form) => partsIn(form, 'fields'));
  return tellFields(fields(was), fields(now), { zh: '字段', en: 'field' });
};

function tellFields(was: readonly Facts[], now: readonly Facts[], what: { readonly zh: string; readonly en: string }): readonly Said[] {
  const { gone, come, kept, reordered } = paired(was, now, keyOf);
  return [
    ...come.map((field) => {
      const needed = field['required'] === true;
      const type = fieldType(textOf(field, 'type'));
      return said('form', {
        zh: `增加${what.zh}${called(field).zh}（${type.zh}${needed ? '，必填' : ''}）`,
        en: `New ${what.en} ${en(called(field))} (${type.en}${needed ? ', required' : ''})`,
      });
    }),
    ...gone.map((field) => said('form', { zh: `删去${what.zh}${called(field).zh}`, en: `Removed ${what.en} ${en(called(field))}` })),
    ...kept.flatMap((pair) => tellField(pair.was, pair.now, what)),
    ...(reordered ? [said('form', { zh: `${what.zh}的先后顺序有变化`, en: `The ${what.en}s stand in another order` })] : []),
  ];
}

/** What else can be set of a field, each in a word or two. */
const SETTINGS: { readonly [name: string]: { readonly zh: string; readonly en: string } } = {
  showWhen: { zh: '显示的条件', en: 'when it is shown' },
  minimum: { zh: '最小值', en: 'least value' },
  maximum: { zh: '最大值', en: 'greatest value' },
  maximumLength: { zh: '字数上限', en: 'greatest length' },
  decimals: { zh: '小数位数', en: 'decimals' },
  series: { zh: '编号规则', en: 'number series' },
  perItem: { zh: '每人各填一份', en: 'one value for each' },
  helps: { zh: '填写提示', en: 'help' },
  $attrs: { zh: '其他软件的附加信息', en: 'additions of other software' },
};
const TOLD = new Set(['name', 'names', 'type', 'required', 'options', 'columns', 'key']);

function tellField(was: Facts, now: Facts, what: { readonly zh: string; readonly en: string }): readonly Said[] {
  const name = called(now);
  const others = Object.keys({ ...was, ...now }).filter((key) => !TOLD.has(key) && !alike(was[key], now[key]));
  const words = row(others.map((key) => SETTINGS[key] ?? { zh: key }));
  return [
    ...(called(was).zh === name.zh
      ? []
      : [
          said('form', {
            zh: `${what.zh}${called(was).zh}改名为${name.zh}`,
            en: `The ${what.en} ${en(called(was))} is now called ${en(name)}`,
          }),
        ]),
    ...(called(was).zh === name.zh && !alike(was['names'], now['names'])
      ? [said('form', { zh: `${what.zh}${name.zh}的英文名称有变化`, en: `The English name of the ${what.en} ${en(name)} changed` })]
      : []),
    ...(was['type'] === now['type']
      ? []
      : [
          turned(
            'form',
            { zh: `${what.zh}${name.zh}的类型`, en: `Type of the ${what.en} ${en(name)}` },
            { was: fieldType(textOf(was, 'type')), now: fieldType(textOf(now, 'type')) },
          ),
        ]),
    ...((was['required'] === true) === (now['required'] === true)
      ? []
      : [
          now['required'] === true
            ? said('form', { zh: `${what.zh}${name.zh}改为必填`, en: `The ${what.en} ${en(name)} is now required` })
            : said('form', { zh: `${what.zh}${name.zh}改为选填`, en: `The ${what.en} ${en(name)} may now be left empty` }),
        ]),
    ...tellOptions(partsIn(was, 'options'), partsIn(now, 'options'), { change: 'form', of: name }),
    ...tellFields(partsIn(was, 'columns'), partsIn(now, 'columns'), { zh: `${name.zh}表中的列`, en: `column of ${en(name)}` }),
    ...(others.length === 0
      ? []
      : [
          said('form', {
            zh: `${what.zh}${name.zh}的设置有变化：${words.zh}`,
            en: `Settings of the ${what.en} ${en(name)} changed: ${words.en}`,
          }),
        ]),
  ];
}
