import { evaluate } from '../diagram/feel/evaluate.ts';
import { itemsOf } from '../diagram/itemsOf.ts';
import type { Json } from '../words/json.ts';
import { visible } from './run/data.ts';
import type { Place } from './run/place.ts';
import type { Run } from './run/run.ts';

/** What the instances are for: the numbers from 1 to a cardinality, or the items of a list, as they are now; or why there are none. */
export function itemsNow(run: Run, { token, element, plan }: Place): readonly Json[] | { readonly [key: string]: Json } {
  const { many } = element;
  const expression = many?.over ?? many?.cardinality ?? '';
  const result = evaluate(expression, visible(run, token.scope), run.at);
  if (!result.ok) return { expression, reason: { ...result.reason } };
  return (many && itemsOf(plan.process, many, result.value)) ?? { expression, value: result.value };
}
