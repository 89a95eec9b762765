import { readCondition } from '../../../condition/read.ts';
import { sayCondition } from '../../../condition/say.ts';
import type { Both } from '../kindOf.ts';
import type { Side } from '../side.ts';

/** A condition as one would say it, where it can be said: 审核结论 是 同意; else as it is written. */
export function conditionWords(feel: string, side: Side, process: string | null): Both {
  const condition = readCondition(feel);
  return condition ? sayCondition(condition, { subjects: side.subjects(process) }) : { zh: feel, en: feel };
}
