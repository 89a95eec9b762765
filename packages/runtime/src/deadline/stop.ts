import type { Deadline } from '../diagram/office.ts';
import type { ElementId } from '../words/ids.ts';

/** Whether the end of a step stops the clock of a deadline that stands at `own`: the step named as `until`, else the own one. */
export const isStoppedBy = (deadline: Deadline, own: ElementId, ended: ElementId): boolean => (deadline.until ?? own) === ended;
