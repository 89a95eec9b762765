import { refuse, type Refused } from '../../words/refusal.ts';
import type { Deciding } from '../decide.ts';
import { type Standstill, standstillOf } from '../moves/standstill.ts';
import type { Parts } from '../parts.ts';

/** The open incident of that id, with where it stands; refused where there is none, because another has dealt with it. */
export function standsStill(parts: Pick<Parts, 'executor'>, { draft, recorder }: Deciding, incident: string): Standstill | Refused {
  const standing = draft.snapshot && parts.executor.standing?.(draft.snapshot);
  const found = standing?.incidents.find((one) => one.id === incident);
  const still = standing && found && standstillOf(standing, found, (ref) => recorder.definition(ref));
  return still ?? refuse('notWaiting', incident, { zh: '该办件尚未处理的异常', en: 'A problem of this case that is still open' });
}
