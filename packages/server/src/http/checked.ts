import { readBy, refuse, type Refused } from '@guicheng/runtime';
import type { z } from 'zod';
import { expectedAt } from './expected.ts';

/** How much of a name that came from outside is repeated in a message. */
const SHOWN = 64;

/** What came from outside, checked by its schema: the value, or a refusal that names each fault, where it is and what was expected. */
export function checked<Value>(schema: z.ZodType<Value>, input: unknown): { readonly ok: true; readonly value: Value } | Refused {
  const result = readBy(schema, input);
  if (result.success) return { ok: true, value: result.data };
  const fields = result.error.issues.flatMap(faults);
  const [first] = fields;
  return {
    ...refuse(
      first?.code ?? 'invalidInput',
      first?.field ?? 'body',
      first?.expected ?? { zh: '请求内容不符合要求', en: 'The request is not as expected' },
    ),
    fields,
  };
}

function faults(issue: z.core.$ZodIssue): NonNullable<Refused['fields']> {
  const { zh, en } = expectedAt(issue);
  const fault = (code: 'unknownField' | 'wrongType' | 'required', name?: string) => {
    const field =
      [...issue.path.map(String), ...(name === undefined ? [] : [name])].map((part) => part.slice(0, SHOWN)).join('.') || 'body';
    return { field, code, expected: { zh: `“${field}”：${zh}`, en: `${field}: ${en}` } };
  };
  if (issue.code === 'unrecognized_keys') return issue.keys.slice(0, 20).map((name) => fault('unknownField', name));
  if (issue.code === 'invalid_key') return [fault('unknownField')];
  return [fault(issue.code === 'invalid_type' && issue.input === undefined ? 'required' : 'wrongType')];
}
