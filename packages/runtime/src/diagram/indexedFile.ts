import { grouped } from './grouped.ts';
import type { Diagram, MessageFlow, Pool, Process, Unresolved } from './model.ts';

/** A file looked up by ids, across its processes; a file may hold thousands of them. */
export interface IndexedFile {
  process(key: string | null | undefined): Process | undefined;
  /** The process that an element is in. */
  around(element: string): Process | undefined;
  pool(id: string): Pool | undefined;
  poolsOf(key: string): readonly Pool[];
  /** Messages that leave an element or pool, and those that come to it. */
  sentBy(id: string): readonly MessageFlow[];
  sentTo(id: string): readonly MessageFlow[];
  /** References within a process that lead nowhere; with the first one those outside all processes. */
  unresolvedIn(key: string): readonly Unresolved[];
  /** Whether a process of the file calls it. */
  isCalled(key: string): boolean;
}

const known = new WeakMap<Diagram, IndexedFile>();

/** The index of a file: one walk the first time, kept as long as the diagram itself. */
export function indexedFile(diagram: Diagram): IndexedFile {
  const found = known.get(diagram) ?? indexOf(diagram);
  known.set(diagram, found);
  return found;
}

function indexOf({ processes, pools, messageFlows, unresolved = [] }: Diagram): IndexedFile {
  const byKey = new Map<string, Process>();
  const holders = new Map<string, Process>();
  const called = new Set<string>();
  for (const process of processes) {
    if (!byKey.has(process.key)) byKey.set(process.key, process);
    for (const { id, call } of process.elements) {
      holders.set(id, process);
      if (call) called.add(call.key);
    }
  }
  const poolById = new Map<string, Pool>(pools.map((pool) => [pool.id, pool]));
  const poolsByProcess = grouped(pools, ({ process }): string | null => process);
  const bySender = grouped(messageFlows, ({ from }): string => from);
  const byReceiver = grouped(messageFlows, ({ to }): string => to);
  const dangling = grouped(unresolved, ({ process }): string | undefined => process ?? processes[0]?.key);
  return {
    process: (key) => byKey.get(key ?? ''),
    around: (element) => holders.get(element),
    pool: (id) => poolById.get(id),
    poolsOf: (key) => poolsByProcess.get(key) ?? [],
    sentBy: (id) => bySender.get(id) ?? [],
    sentTo: (id) => byReceiver.get(id) ?? [],
    unresolvedIn: (key) => dangling.get(key) ?? [],
    isCalled: (key) => called.has(key),
  };
}
