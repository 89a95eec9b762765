import { sayFeel } from '../../../condition/sayFeel.ts';
import type { Both } from '../kindOf.ts';
import type { Side } from '../side.ts';

/** A condition as one would say it, where it can be said: 审核结论 是 同意; else as it is written. */
export function conditionWords(feel: string, side: Side, process: string | null): Both {
  return sayFeel(feel, { subjects: side.subjects(process) }) ?? { zh: feel, en: feel };
}
