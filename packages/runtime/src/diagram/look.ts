import type { Refused } from '../words/refusal.ts';
import type { Text } from '../words/text.ts';
import type { Diagram } from './model.ts';
import { parseDiagram } from './parse.ts';
import { LIMITS, overLimit, tooLarge, tooMany } from './parse/limits.ts';
import { flagOf, nodesOf, numberOf, textOf, typeOf, wordOf } from './parse/node.ts';
import { sizeOf } from './parse/process.ts';
import { readBpmn } from './parse/read.ts';
import { nameOf } from './parse/words.ts';

/** What a half-drawn diagram is about, as far as it can be read. */
export interface Look {
  readonly ok: true;
  readonly processes: readonly { readonly key: string; readonly name: Text; readonly executable: boolean }[];
  readonly number: number | null;
  readonly area: string | null;
  /** How many steps people do. */
  readonly steps: number;
}

const PEOPLE: ReadonlySet<string> = new Set(['userTask', 'manualTask']);

/**
 * Looks at a diagram that may have faults: what is dangerous, too large or no BPMN is refused, what is only wrong is not. As costly as
 * reading it, twice where there are faults.
 */
export async function look(xml: string): Promise<Look | Refused> {
  const bytes = xml.length > LIMITS.bytes ? xml.length : new TextEncoder().encode(xml).length;
  if (bytes > LIMITS.bytes) return tooLarge(bytes);
  const parsed = await parseDiagram(xml);
  return parsed.ok ? lookOf(parsed.diagram) : lookThrough(xml);
}

function lookOf({ processes }: Diagram): Look {
  const first = processes.find((process) => process.executable) ?? processes[0];
  return {
    ok: true,
    processes: processes.map(({ key, name, executable }) => ({ key, name, executable })),
    number: first?.office.number ?? null,
    area: first?.office.area ?? null,
    steps: first?.elements.filter((element) => PEOPLE.has(element.type)).length ?? 0,
  };
}

/** Reads no more than what is needed to know it again. */
async function lookThrough(xml: string): Promise<Look | Refused> {
  const refused = overLimit(xml);
  if (refused) return refused;
  const read = await readBpmn(xml.replace(/^\uFEFF/, ''));
  if (!read.ok) return read;
  const roots = nodesOf(read.root, 'rootElements');
  const size = roots.reduce((sum, node) => sum + sizeOf(node), 0);
  if (size > LIMITS.elements) return tooMany(size);
  const processes = roots
    .filter((node) => node.$type === 'bpmn:Process')
    .map((node) => ({ node, key: node.id ?? '', name: nameOf(node), executable: flagOf(node, 'isExecutable', false) }));
  const first = (processes.find((process) => process.executable) ?? processes[0])?.node;
  const about = wordOf(first, 'About');
  return {
    ok: true,
    processes: processes.map(({ key, name, executable }) => ({ key, name, executable })),
    number: (about && numberOf(about, 'number')) ?? null,
    area: textOf(about, 'area') ?? null,
    steps: nodesOf(first, 'flowElements').filter((node) => PEOPLE.has(typeOf(node))).length,
  };
}
