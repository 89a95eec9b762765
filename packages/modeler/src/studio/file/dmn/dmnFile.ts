import { readXml } from '../xml/readXml.ts';
import { partsOf, valueOf } from './grid.ts';

/** A DMN file as far as it is told before it is opened: its name, and its decisions. */
export interface DmnFile {
  readonly name: string;
  readonly decisions: readonly { readonly id: string; readonly name: string }[];
}

/** Looks into a DMN file; undefined where the text is none. What is wrong with its cells is told with the problems. */
export function dmnFile(text: string): DmnFile | undefined {
  const document = readXml(text);
  if (!document.ok || document.root.local !== 'definitions' || !document.root.uri.includes('/DMN/')) return undefined;
  const decisions = partsOf(document.root, 'decision').map((one) => ({
    id: valueOf(one, 'id'),
    name: valueOf(one, 'name') || valueOf(one, 'id'),
  }));
  return { name: valueOf(document.root, 'name') || (decisions[0]?.name ?? ''), decisions };
}
