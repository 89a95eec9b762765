import { id } from '../words/ids.ts';
import { isSafeKey } from '../words/json.ts';
import { type Refused, refuse } from '../words/refusal.ts';
import type { Diagram } from './model.ts';
import { collaborationsOf } from './parse/collaboration.ts';
import { declaredIn } from './parse/declared.ts';
import { decode } from './parse/decode.ts';
import { globalTaskOf } from './parse/globalTask.ts';
import { LIMITS, overLimit, tooLarge, tooMany } from './parse/limits.ts';
import { nodesOf } from './parse/node.ts';
import { processOf, sizeOf } from './parse/process.ts';
import { type ReadFile, readBpmn } from './parse/read.ts';
import { type Reading, fault } from './parse/reading.ts';
import { tablesIn } from './parse/tables.ts';
import { nameOf } from './parse/words.ts';

/** A diagram that was read, with what looked odd but does no harm. */
export interface Parsed {
  readonly ok: true;
  readonly diagram: Diagram;
  readonly warnings: readonly string[];
}

/** Reads a BPMN file, with or without our vocabulary. Node and browser; a megabyte takes some 100 ms, so not on a server's event loop. */
export async function parseDiagram(file: string | Uint8Array): Promise<Parsed | Refused> {
  if (file.length > LIMITS.bytes) return tooLarge(file.length);
  const text = typeof file === 'string' ? file : decode(file);
  if (typeof text !== 'string') return text;
  const xml = text.replace(/^\uFEFF/, '');
  const refused = overLimit(xml);
  if (refused) return refused;
  const read = await readBpmn(xml);
  return read.ok ? diagramOf(read, await tablesIn(read.root)) : read;
}

/** Reads what was published once, whatever later releases would say against it: its cases still run. Refused where it is no BPMN any more. */
export async function parsePublished(xml: string): Promise<Parsed | Refused> {
  const parsed = await parseDiagram(xml);
  if (parsed.ok) return parsed;
  const read = await readBpmn(xml.replace(/^\uFEFF/, ''));
  return read.ok ? diagramOf(read, await tablesIn(read.root), true) : read;
}

function diagramOf({ root, warnings, unresolved }: ReadFile, tables: Reading['tables'], anyhow = false): Parsed | Refused {
  const roots = nodesOf(root, 'rootElements');
  const size = roots.reduce((sum, node) => sum + sizeOf(node), 0);
  if (size > LIMITS.elements && !anyhow) return tooMany(size);
  const reading: Reading = { problems: [], tables };
  const processes = roots.flatMap((node) => {
    if (node.$type === 'bpmn:Process') return [processOf(reading, node)];
    return node.$type.startsWith('bpmn:Global') ? [globalTaskOf(reading, node)] : [];
  });
  if (processes.length === 0) {
    return refuse('invalidDiagram', root.id ?? '', { zh: '至少含一个流程（process）的文件', en: 'A file with at least one process' });
  }
  for (const { key, elements, flows } of processes) {
    for (const name of [key, ...elements.map((element) => element.id), ...flows.map((flow) => flow.id)]) checkId(reading, name, key);
  }
  const [problem] = reading.problems;
  if (problem && !anyhow) return problem;
  const declared = declaredIn(roots);
  const diagram: Diagram = {
    id: id<'bpmn'>(root.id ?? ''),
    name: nameOf(root),
    processes,
    ...collaborationsOf(roots),
    ...(unresolved.length > 0 ? { unresolved } : {}),
    ...(declared.length > 0 ? { declared } : {}),
  };
  return { ok: true, diagram, warnings };
}

function checkId(reading: Reading, name: string, process: string): void {
  if (name === '') fault(reading, process, { zh: `流程“${process}”中每个元素都有 id`, en: `An id for every element of ${process}` });
  if (!isSafeKey(name)) fault(reading, name, { zh: `id“${name}”为系统保留，请换一个`, en: `Another id: “${name}” is reserved` });
}
