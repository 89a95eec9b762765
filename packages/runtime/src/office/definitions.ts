import { parseDiagram } from '../diagram/parse.ts';
import type { Diagram, Process } from '../diagram/model.ts';
import { compile } from '../plan/compile.ts';
import type { Plan } from '../plan/plan.ts';
import type { Plans } from '../kernel/stimulus.ts';
import type { Store } from '../ports/store.ts';
import type { Clock } from '../words/clock.ts';
import { milliseconds } from '../words/clock.ts';
import {
  definitionRef,
  id,
  keyAndVersion,
  type DefinitionRef,
  type Instant,
  type PersonId,
  type ProcessKey,
  type StreamId,
} from '../words/ids.ts';
import { BrokenPromise } from '../words/refusal.ts';
import { REMEMBERED } from './house.ts';

/** What a commit of a diagram's stream publishes: the version of all its processes is the commit's revision. */
export interface Published {
  readonly file: string;
  readonly xml: string;
  readonly note: string;
  readonly publishedBy: PersonId | 'system';
  readonly publishedAt: Instant;
  readonly processes: readonly string[];
}

/** A published version, read and compiled. */
export interface Definition {
  readonly ref: DefinitionRef;
  readonly version: number;
  readonly published: Published;
  readonly diagram: Diagram;
  readonly process: Process;
  readonly plan: Plan;
}

export const diagramStream = (file: string): StreamId => id(`definition/${file}`);

/** The published versions: immutable, therefore kept in memory once read. */
export interface Definitions {
  get(ref: DefinitionRef): Promise<Definition | undefined>;
  latest(key: ProcessKey): Promise<Definition | undefined>;
  /** The latest of each process. */
  all(): Promise<readonly Definition[]>;
  /** All versions of the file that holds this process, newest first. */
  versions(key: ProcessKey): Promise<readonly { readonly version: number; readonly published: Published }[]>;
  /** For a step: these definitions with all that they can call. */
  plans(root: DefinitionRef, others: readonly DefinitionRef[]): Promise<Plans>;
  forget(): void;
}

/** Opens the diagrams' streams for reading. */
export function openDefinitions(store: Store, clock: Clock): Definitions {
  const read = new Map<string, Promise<readonly Definition[]>>();
  let latest: { readonly byKey: ReadonlyMap<ProcessKey, Definition>; readonly at: number } | undefined;
  let forgotten = 0;

  async function readVersion(stream: StreamId, version: number): Promise<readonly Definition[]> {
    const [commit] = await store.log({ stream, after: version - 1, limit: 1 });
    const state = commit?.parts.state?.text;
    if (!state) return [];
    const published = (JSON.parse(state) as { readonly facts: Published }).facts;
    const parsed = await parseDiagram(published.xml);
    if (!parsed.ok) throw new BrokenPromise(`a published diagram no longer reads: ${stream}@${version}, ${parsed.culprit}`);
    return parsed.diagram.processes
      .filter((process) => process.executable)
      .map((process) => {
        const ref = definitionRef(process.key, version);
        return { ref, version, published, diagram: parsed.diagram, process, plan: compile(process, ref) };
      });
  }

  function versionOf(stream: StreamId, version: number): Promise<readonly Definition[]> {
    const name = `${stream}@${version}`;
    let found = read.get(name);
    if (!found) {
      found = readVersion(stream, version);
      read.set(name, found);
      // What is not there yet may come: only what was read is remembered.
      found.then(
        (definitions) => definitions.length === 0 && read.delete(name),
        () => read.delete(name),
      );
    }
    return found;
  }

  async function byKey(): Promise<ReadonlyMap<ProcessKey, Definition>> {
    const now = milliseconds(clock.now());
    if (latest && Math.abs(now - latest.at) < REMEMBERED) return latest.byKey;
    const asked = forgotten;
    const found = new Map<ProcessKey, Definition>();
    for (const stream of await store.streams('definition/', '', 1000)) {
      const head = await store.load(stream);
      if (head) for (const definition of await versionOf(stream, head.revision)) found.set(definition.process.key, definition);
    }
    // A list that was on its way while something was published may lack it.
    if (asked === forgotten) latest = { byKey: found, at: now };
    return found;
  }

  async function get(ref: DefinitionRef): Promise<Definition | undefined> {
    const { key, version } = keyAndVersion(ref);
    if (!(version > 0)) return undefined;
    const current = (await byKey()).get(key);
    const found = current && (await versionOf(diagramStream(current.published.file), version)).find((definition) => definition.ref === ref);
    return found ?? (await leftOut(ref, version));
  }

  /** A process that its file no longer holds: cases that began on it still run. */
  async function leftOut(ref: DefinitionRef, version: number): Promise<Definition | undefined> {
    for (const stream of await store.streams('definition/', '', 1000)) {
      const found = (await versionOf(stream, version)).find((definition) => definition.ref === ref);
      if (found) return found;
    }
    return undefined;
  }

  async function plans(root: DefinitionRef, others: readonly DefinitionRef[]): Promise<Plans> {
    const current = await byKey();
    const known = new Map<DefinitionRef, Plan>();
    const open = [root, ...others];
    for (let ref = open.pop(); ref; ref = open.pop()) {
      if (known.has(ref)) continue;
      const definition = await get(ref);
      if (!definition) continue;
      known.set(ref, definition.plan);
      for (const element of definition.process.elements) {
        const called = element.call && current.get(element.call.key);
        if (called) open.push(called.ref);
      }
    }
    return { root, get: (ref) => known.get(ref), pin: (key) => current.get(id<'key'>(key))?.ref };
  }

  return {
    get,
    plans,
    latest: async (key) => (await byKey()).get(key),
    all: async () => [...(await byKey()).values()],
    async versions(key) {
      const current = (await byKey()).get(key);
      if (!current) return [];
      const stream = diagramStream(current.published.file);
      const found = [];
      for (let version = current.version; version > 0; version -= 1) {
        const [definition] = await versionOf(stream, version);
        if (definition) found.push({ version, published: definition.published });
      }
      return found;
    },
    forget() {
      forgotten += 1;
      latest = undefined;
    },
  };
}
