import type { Element, EventTrigger } from '../diagram/model.ts';

/** Whether what happens at an element touches tokens that it has nothing to do with. */
export const reachesOver = ({ type, triggers, many }: Element): boolean =>
  (many !== undefined && many.behavior !== 'all') ||
  ((type === 'endEvent' || type === 'intermediateThrowEvent') && triggers.some(({ kind }) => REACHING_OVER.has(kind)));

const REACHING_OVER: ReadonlySet<EventTrigger['kind']> = new Set(['terminate', 'error', 'signal', 'escalation', 'compensate', 'cancel']);
