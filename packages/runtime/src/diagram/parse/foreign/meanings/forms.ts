import { textOf } from '../../node.ts';
import { isEmbedded } from '../embeddedForm.ts';
import { isField } from '../form.ts';
import { type Meaning, alike, both, camunda, flowable, zeebe } from '../meaning.ts';
import { partsOf } from '../words.ts';

const ELSEWHERE = {
  zh: '表单在别的文件或系统中，这里没有它的内容：请在“表单”中建这一步填写的内容',
  en: 'the form stands in another file or system: make what is filled in at this step under “Form”',
};
const READ = {
  zh: '成为表单内容：名称、类型、必填、只读、选项、大小',
  en: 'becomes part of the form: name, type, required, read only, options, limits',
};
const ODD = {
  zh: '有一项的类型或默认值不读（能读的类型：文字、数字、是否、日期、选项、人员），请在“表单”中补上',
  en: 'a type or a preset value in it is not read (text, number, yes or no, date, choice and person are): complete it under “Form”',
};

/** What is filled in. */
export const FORMS: readonly Meaning[] = [
  ...alike(camunda, 'formData', {
    as: 'read',
    says: READ,
    judge: ({ node }) =>
      partsOf(node, 'formField').every((one) => isField(textOf(one, 'id'), textOf(one, 'type')) && !textOf(one, 'defaultValue'))
        ? 'read'
        : 'warning',
    expected: ODD,
  }),
  ...alike(both, 'formProperty', {
    as: 'read',
    says: READ,
    judge: ({ node }) =>
      node && isField(textOf(node, 'id'), textOf(node, 'type')) && !['default', 'expression', 'variable'].some((name) => textOf(node, name))
        ? 'read'
        : 'warning',
    expected: ODD,
  }),
  ...alike(both, 'formKey', { as: 'warning', says: ELSEWHERE, ours: ['Access'] }),
  ...alike(camunda, 'formRef formHandlerClass', { as: 'warning', says: ELSEWHERE, ours: ['Access'] }),
  ...alike(zeebe, 'formDefinition', {
    as: 'read',
    says: { zh: '表单在本文件中的，成为表单内容', en: 'becomes part of the form where it stands in this file' },
    judge: (_word, step) => (isEmbedded(step) ? 'read' : 'warning'),
    expected: ELSEWHERE,
    ours: ['Access'],
  }),
  ...alike(zeebe, 'userTaskForm', { as: 'read', says: { zh: '供步骤引用的表单', en: 'a form that steps refer to' } }),
  ...alike(zeebe, 'userTask', { as: 'ignored', says: { zh: '人工步骤都由本系统安排', en: 'steps for people are always kept here' } }),
  ...alike(camunda, 'formRefBinding formRefVersion', { as: 'ignored', says: { zh: '随表单而定', en: 'goes with the form' } }),
  ...alike(flowable, 'formFieldValidation sameDeployment fallbackToDefaultTenant', {
    as: 'ignored',
    says: { zh: '表单总会检查', en: 'forms are always checked' },
  }),
];
