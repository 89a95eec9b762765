import type { FormField } from '@guicheng/server/contract';
import type { Shown } from '../entries.ts';
import { type FieldPlain, helpIn, typeOf } from '../fieldPlain.ts';
import { textOf } from '../../../file/named.ts';

/** A field as the task page is given it, empty: so the designer shows the very form that staff will see. */
export const formFieldOf = ({ field, mode, required }: Shown): FormField => {
  const [zh, en] = [helpIn(field, 'zh'), helpIn(field, 'en')];
  return {
    key: field.key,
    name: textOf(field),
    type: typeOf(field),
    access: mode,
    required,
    ...(zh ? { help: en ? { zh, en } : { zh } } : {}),
    options: (field.options ?? []).map((option) => ({ value: option.value, name: textOf(option) })),
    columns: (field.columns ?? []).map((column) => columnOf(column, mode)),
    ...(field.showWhen ? { showWhen: field.showWhen } : {}),
    ...(field.minimum === undefined ? {} : { minimum: field.minimum }),
    ...(field.maximum === undefined ? {} : { maximum: field.maximum }),
    ...(field.maximumLength === undefined ? {} : { maximumLength: field.maximumLength }),
    ...(field.decimals === undefined ? {} : { decimals: field.decimals }),
    value: null,
  };
};

const columnOf = (field: FieldPlain, mode: Shown['mode']): FormField => formFieldOf({ field, mode, required: field.required ?? false });
