import type { FormField, Problem, Text } from '@guicheng/server/contract';

/** What is wrong with a field, to stand beside it: that it is missing, or what was expected. */
export function problemText(field: FormField, problem: NonNullable<Problem['fields']>[number]): Text {
  const { expected } = problem;
  if (problem.code === 'changedMeanwhile')
    return {
      zh: '您填写期间他人改过这一项，请选定用哪一个',
      en: 'Somebody else changed this while you were writing; choose which one stands',
    };
  if (field.type === 'table' && problem.code !== 'required') return expected;
  if (problem.code !== 'required') return { zh: `应为${expected.zh}`, en: `Expected: ${expected.en ?? expected.zh}` };
  return MISSING[kindOf(field.type)];
}

const MISSING = {
  choose: { zh: '请选择', en: 'Please choose' },
  attach: { zh: '请上传文件', en: 'Please upload the file' },
  rows: { zh: '请至少填一行', en: 'Please fill in at least one row' },
  write: { zh: '请填写', en: 'Please fill this in' },
} as const satisfies { readonly [kind: string]: Text };

function kindOf(type: string): keyof typeof MISSING {
  if (type === 'file' || type === 'files') return 'attach';
  if (type === 'table') return 'rows';
  return ['yesNo', 'choice', 'choices', 'date', 'dateTime', 'person', 'persons', 'unit', 'units'].includes(type) ? 'choose' : 'write';
}
