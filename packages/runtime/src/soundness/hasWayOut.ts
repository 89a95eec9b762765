import type { Element, Process } from '../diagram/model.ts';

/** A timer at its border or around it that ends the wait. */
export function hasWayOut(process: Process, element: Element): boolean {
  const timed = ({ interrupting, triggers }: Element): boolean =>
    interrupting !== false && triggers.some(({ kind }) => kind === 'timer' || kind === 'conditional');
  for (let at: Element | undefined = element; at; at = process.elements.find((one) => one.id === at?.parent)) {
    const { id, parent } = at;
    if (process.elements.some((one) => one.attachedTo === id && timed(one))) return true;
    const subs = new Set(process.elements.filter((one) => one.parent === parent && one.eventSubProcess).map((one) => one.id));
    if (process.elements.some((one) => one.type === 'startEvent' && one.parent && subs.has(one.parent) && timed(one))) return true;
  }
  return false;
}
