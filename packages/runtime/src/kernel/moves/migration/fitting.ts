import type { Element, ElementType } from '../../../diagram/model.ts';
import type { MigrationObstacleCode } from './obstacle.ts';
import type { Targets } from './targets.ts';

const PEOPLE: ReadonlySet<ElementType> = new Set(['userTask', 'manualTask']);

/** Whether something that lives at one element can live at the other: one kind of work, for people either kind of task. */
export function sameKind(old: Element, next: Element): boolean {
  if (PEOPLE.has(old.type) && PEOPLE.has(next.type)) return true;
  return old.type === next.type && Boolean(old.eventSubProcess) === Boolean(next.eventSubProcess) && isSet(old) === isSet(next);
}

/** What the kernel does by itself is never waited for. */
const isSet = ({ job }: Element): boolean => job?.type === 'set' || job?.type === 'decide';

/** Why what lives at an element cannot live at its target; undefined where it can. */
export function misfit(targets: Targets, old: Element, next: Element | undefined): MigrationObstacleCode | undefined {
  if (!next) return 'noTarget';
  if (!sameKind(old, next)) return 'otherKind';
  if (Boolean(old.many) !== Boolean(next.many) || Boolean(old.loop) !== Boolean(next.loop)) return 'otherRepetition';
  const parent = old.parent === null ? null : targets.element(old.parent)?.id;
  const host = old.attachedTo === undefined ? undefined : targets.element(old.attachedTo)?.id;
  if (next.parent !== parent || next.attachedTo !== host) return 'otherNesting';
  return old.call?.key === next.call?.key ? undefined : 'calledOther';
}
