import { look } from '../diagram/look.ts';
import type { Examiner } from '../ports/examiner.ts';
import { checkWhole } from '../soundness/checkWhole.ts';

/** Examines where it is asked: for rehearsals and tests, and inside whatever a server examines in. */
export const examineHere: Examiner = { look, check: checkWhole };
