import { indexed } from '../indexed.ts';
import type { Diagram, Element, Process } from '../model.ts';

/** An end of a message: an element or a whole pool, and the process it belongs to; without one it is somebody outside. */
export interface MessageEnd {
  readonly process?: Process;
  readonly element?: Element;
}

/** What a message leads to or comes from; undefined where that is neither an element nor a pool. */
export function endOf(diagram: Diagram, id: string): MessageEnd | undefined {
  const pool = diagram.pools.find((one) => one.id === id);
  if (pool) {
    const process = diagram.processes.find(({ key }) => key === pool.process);
    return process ? { process } : {};
  }
  for (const process of diagram.processes) {
    const element = indexed(process).element(id);
    if (element) return { process, element };
  }
  return undefined;
}
