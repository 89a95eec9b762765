import { type Instant, id } from '../words/ids.ts';
import type { Holds } from './shownFields.ts';

/** Makes conditions ready to be asked, with `now()` and `today()` at that moment. Loads FEEL when first called: too heavy for a page that asks nothing. */
export async function conditionsAt(at: string): Promise<Holds> {
  const { evaluateCondition } = await import('../diagram/feel/condition.ts');
  const moment: Instant = id(at);
  return (condition, values) => evaluateCondition(condition, values, moment).value === true;
}
