import type { DrawingPage, Text } from '@guicheng/server/contract';

/** What a flow is called: the process of its address, else the first of the file; by its key where that has no name. */
export function nameOf({ flow, processes }: Pick<DrawingPage, 'flow' | 'processes'>): Text {
  const name = (processes.find((process) => process.key === flow) ?? processes[0])?.name;
  return name && (name.zh || name.en) ? name : { zh: flow };
}
