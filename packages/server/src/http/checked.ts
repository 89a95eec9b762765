import { refuse, type Refused } from '@guicheng/runtime';
import type { z } from 'zod';

/** What came from outside, checked by its schema: the value, or a refusal that names each fault and where it is. */
export function checked<Value>(schema: z.ZodType<Value>, input: unknown): { readonly ok: true; readonly value: Value } | Refused {
  const result = schema.safeParse(input);
  if (result.success) return { ok: true, value: result.data };
  const fields = result.error.issues.map((issue) => {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys : [];
    const field = [...issue.path, ...unknown].join('.') || 'body';
    return {
      field,
      code: unknown.length > 0 ? ('unknownField' as const) : ('wrongType' as const),
      expected:
        unknown.length > 0
          ? { zh: `没有这个字段：${field}`, en: `There is no such field: ${field}` }
          : { zh: `“${field}”不符合要求：${issue.message}`, en: `${field}: ${issue.message}` },
    };
  });
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
