import type { Instant } from '../../words/ids.ts';
import type { Data, Json } from '../../words/json.ts';
import { type Compiled, type NotCompiled, compile } from './compile.ts';
import { type Unclear, unclear } from './fault.ts';
import { FEEL_LIMITS } from './limits.ts';
import { toJson } from './value.ts';

export type Evaluated = { readonly ok: true; readonly value: Json } | Unclear;

/**
 * Calculates an expression over data; a name without a value is null. Dates go in and come out as ISO text (`date(due)` makes a date of
 * one); `now()` and `today()` are the given moment in Shanghai. About a microsecond after the first time.
 */
export const evaluate = (expression: string, context: Data, at: Instant): Evaluated =>
  calculate(expression, compile(expression), { context, at });

/** The same for an expression that its holder keeps made ready. */
export function calculate(
  expression: string,
  compiled: Compiled | NotCompiled,
  { context, at }: { readonly context: Data; readonly at: Instant },
): Evaluated {
  if (!compiled.ok)
    return unclear(`表达式“${expression}”无法读懂：${compiled.message.zh}`, `“${expression}” cannot be read: ${compiled.message.en}`);
  const long = tooLong(compiled.reads, context);
  if (long) return unclear(`“${long}”超过 ${FEEL_LIMITS.many} 项，无法计算`, `“${long}” has more than ${FEEL_LIMITS.many} entries`);
  const { value, broken, remarks } = compiled.run(context, at);
  const json = broken ? undefined : toJson(value);
  if (json === undefined) {
    return unclear(
      `表达式“${expression}”的结果不是可以保存的值${why(remarks)}`,
      `“${expression}” gives no value that can be kept${why(remarks)}`,
    );
  }
  return { ok: true, value: json };
}

/** feelin's remarks, for the reader of a message. */
export const why = (remarks: readonly string[]): string => (remarks.length > 0 ? ` (${remarks.slice(0, 3).join('; ')})` : '');

const tooLong = (reads: readonly string[], context: Data): string | undefined =>
  reads.find((name) => {
    const value = context[name];
    return Array.isArray(value) && value.length > FEEL_LIMITS.many;
  });
