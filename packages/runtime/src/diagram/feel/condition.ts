import type { Instant } from '../../words/ids.ts';
import type { Data } from '../../words/json.ts';
import type { Text } from '../../words/text.ts';
import { evaluate } from './evaluate.ts';

/** Whether a condition holds; `neither` says why it cannot be told, and is an incident wherever a token waits for the answer. */
export type Holds = { readonly value: boolean } | { readonly value: 'neither'; readonly reason: Text };

/**
 * Tests a condition. FEEL decides what a missing value means: equal to nothing but null (`a = "x"` is false), and neither more nor
 * less than anything (`a > 3` is neither true nor false).
 */
export function evaluateCondition(expression: string, context: Data, at: Instant): Holds {
  const result = evaluate(expression, context, at);
  if (!result.ok) return { value: 'neither', reason: result.reason };
  if (typeof result.value === 'boolean') return { value: result.value };
  const shown = JSON.stringify(result.value).slice(0, 80);
  return {
    value: 'neither',
    reason: {
      zh: `条件“${expression}”既不为真也不为假（结果为 ${shown}）；请检查所用字段是否已填写`,
      en: `“${expression}” is neither true nor false (it gives ${shown}); see whether the fields it reads were filled in`,
    },
  };
}
