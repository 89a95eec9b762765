import { afterDuration, durationIn } from '../../calendar/duration.ts';
import type { ElementId, Instant, ProcessKey } from '../../words/ids.ts';
import type { Definition } from '../definitions.ts';

/** How long a message is kept for somebody to wait for it, where the diagram says nothing else. */
export const KEPT = 'P30D';

/** Until when a message that is sent now is kept. For somebody outside, who has no process here, for ever: it stands as sent. */
export function keptUntil(
  definition: Definition | undefined,
  sent: { readonly element: ElementId | null; readonly keepFor?: string },
  at: Instant,
): Instant | null {
  if (definition && sent.element !== null && isForOutside(definition, sent.element)) return null;
  const duration = durationIn(sent.keepFor ?? KEPT) ?? durationIn(KEPT);
  return (duration && afterDuration(at, duration)) ?? null;
}

function isForOutside({ diagram }: Definition, element: ElementId): boolean {
  const flows = diagram.messageFlows.filter((flow) => flow.from === element);
  const outside = new Set(diagram.pools.filter((pool) => pool.process === null).map((pool) => pool.id));
  return flows.length > 0 && flows.every((flow) => outside.has(flow.to));
}

/** The processes that the diagram draws a message flow to; undefined where it draws none, so that anybody may wait for it. */
export function partnersOf({ diagram }: Definition, element: ElementId): ReadonlySet<ProcessKey> | undefined {
  const ends = new Set(diagram.messageFlows.filter((flow) => flow.from === element).map((flow) => flow.to));
  const keys = [
    ...diagram.pools.flatMap((pool) => (pool.process !== null && ends.has(pool.id) ? [pool.process] : [])),
    ...diagram.processes.flatMap((process) => (process.elements.some((one) => ends.has(one.id)) ? [process.key] : [])),
  ];
  return keys.length > 0 ? new Set(keys) : undefined;
}
