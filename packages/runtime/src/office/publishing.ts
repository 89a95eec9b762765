import type { Diagram, Process } from '../diagram/model.ts';
import { compile } from '../plan/compile.ts';
import type { Answered, Head } from '../ports/commit.ts';
import { definitionRef, id, type Instant, type PersonId, type ProcessKey, type Revision } from '../words/ids.ts';
import { isSafeKey, type Json } from '../words/json.ts';
import { refuse, type Refused } from '../words/refusal.ts';
import { append } from './append.ts';
import { diagramStream, type Definition, type Published } from './definitions.ts';
import type { Parts } from './parts.ts';

/** A process's key goes into addresses and the names of versions. */
export const isProcessKey = (key: string): boolean => /^[A-Za-z_][\w-]{0,79}$/.test(key) && isSafeKey(key);

/** A key that cannot stand in an address. */
export const oddKey = (key: string): Refused =>
  refuse('invalidDiagram', key, {
    zh: `流程标识“${key}”应由字母、数字、- 和 _ 组成，以字母开头，至多 80 个字符；__proto__、constructor 和 prototype 除外`,
    en: `The process key “${key}” should be of letters, digits, - and _, begin with a letter, and have at most 80 characters; __proto__, constructor and prototype are reserved`,
  });

/** The processes of a file that are run. */
export const executableIn = (diagram: Diagram): readonly Process[] => diagram.processes.filter((process) => process.executable);

/** Why these processes cannot be published in this file, looked at beside what stands: one entry per process at fault. */
export function misplacedIn(file: string, diagram: Diagram, standing: readonly Definition[]): readonly Refused[] {
  const processes = executableIn(diagram);
  if (processes.length === 0)
    return [refuse('invalidDiagram', file, { zh: '图中没有可执行的流程', en: 'The diagram holds no executable process' })];
  const others = standing.filter((one) => one.published.file !== file);
  const before = standing.filter((one) => one.published.file === file).map((one) => one.process.key);
  return [...heldElsewhere(processes, others), ...stillCalled(processes, before, others)];
}

/** A process lives in one file: two files with the same key would take turns at being the latest. */
const heldElsewhere = (processes: readonly Process[], others: readonly Definition[]): readonly Refused[] =>
  processes.flatMap(({ key }) => {
    const other = others.find((one) => one.process.key === key);
    return other
      ? refuse('invalidDiagram', key, {
          zh: `流程“${key}”已在文件“${other.published.file}”中，请换一个标识`,
          en: `The process “${key}” is in the file “${other.published.file}” already; give this one another key`,
        })
      : [];
  });

/** What other flows call may not be left out. */
export function stillCalled(
  processes: readonly Pick<Process, 'key'>[],
  before: readonly ProcessKey[],
  others: readonly Definition[],
): readonly Refused[] {
  const gone = new Set(before.filter((key) => !processes.some((process) => process.key === key)));
  return others.flatMap((caller) => {
    const element = caller.process.elements.find((one) => one.call && gone.has(id(one.call.key)));
    return element?.call
      ? refuse('invalidDiagram', element.call.key, {
          zh: `流程“${caller.process.name.zh}”的“${element.name.zh}”还在调用“${element.call.key}”`,
          en: `“${element.name.en ?? element.name.zh}” of “${caller.process.name.en ?? caller.process.name.zh}” still calls “${element.call.key}”`,
        })
      : [];
  });
}

/** What of these processes the office's executor cannot run. */
export function unsupportedIn(parts: Parts, processes: readonly Process[]): readonly Refused[] {
  return processes.flatMap((process) => {
    const ref = definitionRef(process.key, 1);
    const plan = compile(process, ref);
    const plans = { root: ref, get: (one: typeof ref) => (one === ref ? plan : undefined), pin: () => undefined };
    return parts.executor.unsupported(plans).map((one) =>
      refuse('unsupported', one.element, {
        zh: `不能运行：${one.reason.zh}`,
        en: `Not run: ${one.reason.en}`,
      }),
    );
  });
}

/** A version that is to be published. */
export interface NewVersion {
  readonly file: string;
  readonly xml: string;
  readonly note: string;
  readonly by: PersonId | 'system';
  readonly at: Instant;
  readonly effectiveFrom: Instant;
  readonly processes: readonly Process[];
  /** The drawing that it was made from. */
  readonly drawing?: number;
  readonly request?: Answered;
}

/** Appends a version after this one; false where another was published meanwhile. From then on what is in force is looked up anew. */
export async function appendVersion(parts: Parts, head: Head | undefined, made: NewVersion): Promise<boolean> {
  const { file, note, by, at, processes } = made;
  const revision: Revision = (head?.revision ?? 0) + 1;
  const facts: Published = {
    file,
    xml: made.xml,
    note,
    publishedBy: by,
    publishedAt: at,
    effectiveFrom: made.effectiveFrom,
    processes: processes.map((process) => process.key),
    ...(made.drawing === undefined ? {} : { drawing: made.drawing }),
  };
  const rows = processes.map((process) => ({
    table: 'definition',
    id: definitionRef(process.key, revision),
    revision,
    key: process.key,
    version: revision,
    name: process.name,
    file,
    publishedAt: at,
    publishedBy: by,
    note,
    effectiveFrom: made.effectiveFrom,
  }));
  const { result } = await append(parts, head, {
    stream: diagramStream(file),
    at,
    actor: { id: by, via: by === 'system' ? 'system' : 'person' },
    parts: {
      state: { snapshot: null, facts: facts as unknown as Json },
      events: [{ type: 'DiagramPublished', file, note, processes: facts.processes }],
      rows: rows as unknown as Json,
    },
    ...(made.request ? { request: made.request } : {}),
  });
  parts.definitions.forget();
  return result.ok;
}
