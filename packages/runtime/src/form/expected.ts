import type { Field } from '../diagram/office.ts';
import type { Text } from '../words/text.ts';
import { FORM_LIMITS, longestText } from './limits.ts';

/** What a field takes, in words that can stand beside it. */
export function expectedOf(field: Field): Text {
  switch (field.type) {
    case 'text':
    case 'longText':
    case 'opinion':
      return { zh: `文字，最多 ${longestText(field)} 个字符`, en: `text of at most ${longestText(field)} characters` };
    case 'yesNo':
      return { zh: '是或否', en: 'yes or no' };
    case 'choice':
      return { zh: `以下之一：${names(field, 'zh')}`, en: `one of: ${names(field, 'en')}` };
    case 'choices':
      return { zh: `从以下各项中选择，不重复：${names(field, 'zh')}`, en: `some of these, each once: ${names(field, 'en')}` };
    case 'number':
      return { zh: `数字${decimals(field).zh}${range(field).zh}`, en: `a number${decimals(field).en}${range(field).en}` };
    case 'money':
      return {
        zh: `金额，以元为单位，最多两位小数${range(inYuan(field)).zh}`,
        en: `an amount in yuan with at most two decimals${range(inYuan(field)).en}`,
      };
    case 'date':
      return { zh: '真实存在的日期，如 2026-11-24', en: 'a real day such as 2026-11-24' };
    case 'dateTime':
      return { zh: '日期和时间，如 2026-11-24T09:30', en: 'a date with time such as 2026-11-24T09:30' };
    case 'person':
      return { zh: '本单位在岗人员', en: 'somebody of this office' };
    case 'persons':
      return {
        zh: `本单位在岗人员，不重复，最多 ${FORM_LIMITS.several} 人`,
        en: `people of this office, each once, at most ${FORM_LIMITS.several}`,
      };
    case 'unit':
      return { zh: '本单位的部门', en: 'a unit of this office' };
    case 'units':
      return {
        zh: `本单位的部门，不重复，最多 ${FORM_LIMITS.several} 个`,
        en: `units of this office, each once, at most ${FORM_LIMITS.several}`,
      };
    case 'file':
      return { zh: '一份已上传的文件', en: 'a file that was uploaded' };
    case 'files':
      return {
        zh: `已上传的文件，不重复，最多 ${FORM_LIMITS.several} 份`,
        en: `files that were uploaded, each once, at most ${FORM_LIMITS.several}`,
      };
    case 'table':
      return { zh: `表格，最多 ${FORM_LIMITS.rows} 行`, en: `a table of at most ${FORM_LIMITS.rows} rows` };
    case 'series':
      return { zh: '编号由系统编发，不能填写', en: 'nothing: the number is given by the system' };
    case 'signature':
      return { zh: '签名由系统按办理人生成，不能填写', en: 'nothing: the signature is set for whoever completes the step' };
  }
}

const names = (field: Field, language: 'zh' | 'en'): string =>
  field.options
    .map((option) => (language === 'en' ? (option.name.en ?? option.name.zh) : option.name.zh))
    .join(language === 'zh' ? '、' : ', ');

function decimals(field: Field): { readonly zh: string; readonly en: string } {
  if (field.decimals === 0) return { zh: '（整数）', en: ' without decimals' };
  const most = field.decimals ?? FORM_LIMITS.decimals;
  return { zh: `，最多 ${most} 位小数`, en: ` of at most ${most} decimals` };
}

/** Amounts are kept in fen, but people type and read yuan. */
const inYuan = ({ minimum, maximum }: Field): Bounds => ({
  ...(minimum === undefined ? {} : { minimum: (minimum / 100).toFixed(2) }),
  ...(maximum === undefined ? {} : { maximum: (maximum / 100).toFixed(2) }),
});

interface Bounds {
  readonly minimum?: number | string;
  readonly maximum?: number | string;
}

function range(field: Bounds): { readonly zh: string; readonly en: string } {
  const { minimum, maximum } = field;
  if (minimum !== undefined && maximum !== undefined) return { zh: `，${minimum} 至 ${maximum}`, en: `, ${minimum} to ${maximum}` };
  if (minimum !== undefined) return { zh: `，不小于 ${minimum}`, en: `, at least ${minimum}` };
  if (maximum !== undefined) return { zh: `，不大于 ${maximum}`, en: `, at most ${maximum}` };
  return { zh: '', en: '' };
}
