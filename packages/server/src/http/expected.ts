import type { Text } from '@guicheng/runtime/model';
import type { z } from 'zod';

const TYPES: { readonly [type: string]: Text } = {
  string: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: '是或否', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '对象', en: 'an object' },
  record: { zh: '对象', en: 'an object' },
  null: { zh: '空', en: 'null' },
};

const UNITS: { readonly [origin: string]: Text } = {
  string: { zh: ' 个字符', en: ' characters' },
  array: { zh: ' 项', en: ' entries' },
};

const both = (zh: string, en: string): { readonly zh: string; readonly en: string } => ({ zh, en });

const NAME = both('应为由字母、数字、- 和 _ 组成的标识', 'an id of letters, digits, - and _');

/** What the input should have been, for each kind of fault that our schemas can find, in both languages. */
export function expectedAt(issue: z.core.$ZodIssue): { readonly zh: string; readonly en: string } {
  switch (issue.code) {
    case 'invalid_type':
      return both(`应为${TYPES[issue.expected]?.zh ?? issue.expected}`, `${TYPES[issue.expected]?.en ?? issue.expected}`);
    case 'invalid_value':
      return both(`应为以下之一：${issue.values.join('、')}`, `one of: ${issue.values.join(', ')}`);
    case 'too_small':
      return both(`至少 ${issue.minimum}${UNITS[issue.origin]?.zh ?? ''}`, `at least ${issue.minimum}${UNITS[issue.origin]?.en ?? ''}`);
    case 'too_big':
      return both(`至多 ${issue.maximum}${UNITS[issue.origin]?.zh ?? ''}`, `at most ${issue.maximum}${UNITS[issue.origin]?.en ?? ''}`);
    case 'unrecognized_keys':
      return both('没有这个字段', 'there is no such field');
    case 'invalid_format':
      if (issue.format === 'datetime')
        return both(
          '应为带时区的日期和时间，如 2026-12-01T09:00:00+08:00',
          'a date with time and offset, such as 2026-12-01T09:00:00+08:00',
        );
      return NAME;
    case 'invalid_key':
      return NAME;
    case 'custom': {
      const expected = issue.params?.['expected'] as { readonly zh: string; readonly en: string } | undefined;
      return expected ?? both('格式不符', 'another form');
    }
    default:
      return both('格式不符', 'another form');
  }
}
