import type { Field } from '../../diagram/office.ts';
import type { Organization } from '../../organization/model.ts';
import { personName, unitName } from '../../organization/names.ts';
import { id } from '../../words/ids.ts';
import type { Json } from '../../words/json.ts';
import type { Text } from '../../words/text.ts';

/** A value as one reads it in a sentence: options, people and units by their names; what has no field, by what it is. */
export function valueWords(organization: Organization, field: Pick<Field, 'type' | 'options'> | undefined, value: Json): Text {
  if (value === null) return { zh: '空', en: 'empty' };
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
  if (typeof value === 'number') return field?.type === 'money' ? same(money(value)) : same(String(value));
  if (Array.isArray(value)) {
    const all = value.map((one: Json) => valueWords(organization, field, one));
    return { zh: all.map(({ zh }) => zh).join('、'), en: all.map(({ zh, en = zh }) => en).join(', ') };
  }
  if (typeof value !== 'string')
    return same(
      Object.entries(value)
        .map(([name, one]) => `${name} ${plain(one)}`)
        .join(', '),
    );
  const option = field?.options.find((one) => one.value === value);
  if (option) return option.name;
  if (field?.type === 'person' || field?.type === 'persons') return personName(organization, id(value));
  return field?.type === 'unit' || field?.type === 'units' ? unitName(organization, value) : same(value);
}

const same = (words: string): Text => ({ zh: words, en: words });
const plain = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Fen as it is read on paper: 123456 → ¥1,234.56. */
const money = (fen: number): string => `¥${(fen / 100).toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ',')}`;
