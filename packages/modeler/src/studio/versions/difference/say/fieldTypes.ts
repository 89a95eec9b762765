import type { Both } from '../kindOf.ts';

const TYPES: { readonly [type: string]: Both } = {
  text: { zh: '单行文字', en: 'text' },
  longText: { zh: '多行文字', en: 'long text' },
  opinion: { zh: '意见', en: 'opinion' },
  yesNo: { zh: '是否', en: 'yes or no' },
  choice: { zh: '单选', en: 'choice' },
  choices: { zh: '多选', en: 'several choices' },
  number: { zh: '数字', en: 'number' },
  money: { zh: '金额', en: 'money' },
  date: { zh: '日期', en: 'date' },
  dateTime: { zh: '日期和时间', en: 'date and time' },
  person: { zh: '人员', en: 'person' },
  persons: { zh: '多个人员', en: 'several people' },
  unit: { zh: '部门', en: 'unit' },
  units: { zh: '多个部门', en: 'several units' },
  file: { zh: '附件', en: 'file' },
  files: { zh: '多个附件', en: 'several files' },
  table: { zh: '表格', en: 'table' },
  series: { zh: '自动编号', en: 'number from a series' },
  signature: { zh: '签名', en: 'signature' },
};

/** A type of field in words. */
export const fieldType = (type: string): Both => TYPES[type] ?? { zh: type, en: type };
