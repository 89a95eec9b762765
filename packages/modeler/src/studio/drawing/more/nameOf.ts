import type { DrawingPage, Text } from '@guicheng/server/contract';

/** What a flow is called in the reader's language: the process of its address, else the first of the file, else its key. */
export function nameOf(page: DrawingPage, t: (text: Text) => string): string {
  const named = page.processes.find((process) => process.key === page.flow) ?? page.processes[0];
  return (named && t(named.name)) || page.flow;
}
