import { parsePublished } from '../diagram/parse.ts';
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
import { allCalledOff, calledOffStream } from './calledOff.ts';
import { REMEMBERED } from './house.ts';

/** What a commit of a diagram's stream publishes: the version of all its processes is the commit's revision. */
export interface Published {
  readonly file: string;
  readonly xml: string;
  readonly note: string;
  readonly publishedBy: PersonId | 'system';
  readonly publishedAt: Instant;
  /** From when new cases run on it; absent in what was published before there was one: at once. */
  readonly effectiveFrom?: Instant;
  readonly processes: readonly string[];
  /** The revision of the drawing draft that it was made from. */
  readonly drawing?: number;
}

/** How many versions are read at once; each comes with its text. */
const PAGE = 50;

/** A published version without its text: small enough to be kept for all. */
export type VersionFacts = Omit<Published, 'xml'> & { readonly version: number };

/** A version as it is listed: one that was planned may have been called off before its time came. */
export type ListedVersion = VersionFacts & { readonly calledOff: boolean };

/** From when new cases run on a version. */
export const effectiveFrom = (published: Pick<Published, 'effectiveFrom' | 'publishedAt'>): Instant =>
  published.effectiveFrom ?? published.publishedAt;

/** A published version, read and compiled. */
export interface Definition {
  readonly ref: DefinitionRef;
  readonly version: number;
  readonly published: Published;
  readonly diagram: Diagram;
  readonly process: Process;
  readonly plan: Plan;
}

/** A published process whose diagram cannot be read. */
interface Unread {
  readonly definition: DefinitionRef;
  readonly file: string;
}

export const diagramStream = (file: string): StreamId => id(`definition/${file}`);

/** The published versions: immutable, therefore kept in memory once read. Which of them is in force is asked of the office's clock. */
export interface Definitions {
  get(ref: DefinitionRef): Promise<Definition | undefined>;
  /** The version in force: the newest one whose time has come. */
  latest(key: ProcessKey): Promise<Definition | undefined>;
  /** Of each process the version in force. */
  all(): Promise<readonly Definition[]>;
  /** Those in force and those that are planned. */
  standing(): Promise<readonly Definition[]>;
  /** What stands and cannot be read any more: its flow is gone until a release reads it again, all others go on. */
  unread(): Promise<readonly Unread[]>;
  /** The file whose versions, in force or planned, hold this process. */
  fileOf(key: string): Promise<string | undefined>;
  /**
   * Of a file as it is at this very moment: the version that was published last, and the newest that stands, planned or in force. They
   * differ where the last was called off; undefined where there is none.
   */
  newest(file: string): Promise<{ readonly last: VersionFacts | undefined; readonly newest: VersionFacts | undefined }>;
  /** All versions of a file, newest first. Each is read from the log once. */
  versions(file: string): Promise<readonly ListedVersion[]>;
  /** The text of one version. */
  text(file: string, version: number): Promise<string | undefined>;
  /** For a step: these definitions with all that they can call. */
  plans(root: DefinitionRef, others: readonly DefinitionRef[]): Promise<Plans>;
  forget(): void;
}

/** What stands at a moment, and until when that is so. */
interface Standing {
  readonly inForce: ReadonlyMap<ProcessKey, Definition>;
  readonly planned: readonly Definition[];
  readonly unread: readonly Unread[];
  readonly at: number;
  /** When the next planned version comes into force, in milliseconds. */
  readonly until: number;
}

/** Opens the diagrams' streams for reading. */
export function openDefinitions(store: Store, clock: Clock): Definitions {
  const read = new Map<string, Promise<readonly Definition[]>>();
  const facts = new Map<string, VersionFacts>();
  const newest = new Map<StreamId, number>();
  let remembered: Standing | undefined;
  let forgotten = 0;

  async function publishedAs(stream: StreamId, version: number): Promise<Published | undefined> {
    const [commit] = await store.log({ stream, after: version - 1, limit: 1 });
    const state = commit?.parts.state?.text;
    return state === undefined ? undefined : (JSON.parse(state) as { readonly facts: Published }).facts;
  }

  async function readVersion(stream: StreamId, version: number): Promise<readonly Definition[]> {
    const published = await publishedAs(stream, version);
    if (!published) return [];
    const parsed = await parsePublished(published.xml);
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

  async function factsOf(stream: StreamId, version: number): Promise<VersionFacts | undefined> {
    const name = `${stream}@${version}`;
    const there = facts.get(name);
    if (there) return there;
    const published = await publishedAs(stream, version);
    return published && remember(stream, version, published);
  }

  function remember(stream: StreamId, version: number, published: Published): VersionFacts {
    const { xml: _, ...about } = published;
    const found = { ...about, version };
    facts.set(`${stream}@${version}`, found);
    newest.set(stream, Math.max(version, newest.get(stream) ?? 0));
    return found;
  }

  /** Reads the next versions, a page at a time: their texts go by. */
  async function readFacts(stream: StreamId, after: number): Promise<void> {
    for (const { revision, parts } of await store.log({ stream, after, limit: PAGE }))
      if (parts.state) remember(stream, revision, (JSON.parse(parts.state.text) as { readonly facts: Published }).facts);
  }

  /** How many versions a file has. The text of each goes by once; later only what is new is read. */
  async function count(stream: StreamId): Promise<number> {
    const known = newest.get(stream);
    if (known === undefined) {
      const head = await store.load(stream);
      if (head) remember(stream, head.revision, head.facts as unknown as Published);
      return head?.revision ?? 0;
    }
    await readFacts(stream, known);
    return newest.get(stream) ?? 0;
  }

  async function lastOf(stream: StreamId): Promise<VersionFacts | undefined> {
    const version = await count(stream);
    return version > 0 ? factsOf(stream, version) : undefined;
  }

  /** The versions from the newest down, but for those that were called off. */
  async function* descending(stream: StreamId, calledOff: ReadonlySet<string>): AsyncGenerator<VersionFacts> {
    for (let version = await count(stream); version > 0; version -= 1) {
      const one = await factsOf(stream, version);
      if (!one) return;
      if (!calledOff.has(calledOffStream(one.file, version))) yield one;
    }
  }

  /** Which versions of a file stand: down from the newest to the first whose time has come. */
  async function standingOf(stream: StreamId, calledOff: ReadonlySet<string>, now: number): Promise<readonly VersionFacts[]> {
    const found: VersionFacts[] = [];
    for await (const one of descending(stream, calledOff)) {
      found.push(one);
      if (milliseconds(effectiveFrom(one)) <= now) break;
    }
    return found;
  }

  async function standing(): Promise<Standing> {
    const now = milliseconds(clock.now());
    if (remembered && Math.abs(now - remembered.at) < REMEMBERED && now < remembered.until) return remembered;
    const asked = forgotten;
    const inForce = new Map<ProcessKey, Definition>();
    const planned: Definition[] = [];
    const unread: Unread[] = [];
    let until = Number.POSITIVE_INFINITY;
    const calledOff = await allCalledOff(store);
    for (const stream of await store.streams('definition/', '', 1000))
      for (const one of await standingOf(stream, calledOff, now)) {
        const from = milliseconds(effectiveFrom(one));
        const definitions = await versionOf(stream, one.version).catch((error: unknown) => {
          if (!(error instanceof BrokenPromise)) throw error;
          unread.push(...one.processes.map((key) => ({ definition: definitionRef(id<'key'>(key), one.version), file: one.file })));
          return [];
        });
        if (from > now) planned.push(...definitions);
        else for (const definition of definitions) inForce.set(definition.process.key, definition);
        if (from > now) until = Math.min(until, from);
      }
    const found = { inForce, planned, unread, at: now, until };
    // A list that was on its way while something was published may lack it.
    if (asked === forgotten) remembered = found;
    return found;
  }

  const allStanding = async (): Promise<readonly Definition[]> => {
    const { inForce, planned } = await standing();
    return [...inForce.values(), ...planned];
  };

  const fileOf = async (key: string): Promise<string | undefined> =>
    (await allStanding()).find((one) => one.process.key === key)?.published.file;

  async function get(ref: DefinitionRef): Promise<Definition | undefined> {
    const { key, version } = keyAndVersion(ref);
    if (!(version > 0)) return undefined;
    const file = await fileOf(key);
    const found =
      file === undefined ? undefined : (await versionOf(diagramStream(file), version)).find((definition) => definition.ref === ref);
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
    const current = (await standing()).inForce;
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
    fileOf,
    standing: allStanding,
    unread: async () => (await standing()).unread,
    latest: async (key) => (await standing()).inForce.get(key),
    all: async () => [...(await standing()).inForce.values()],
    async newest(file) {
      const stream = diagramStream(file);
      const calledOff = await allCalledOff(store);
      for await (const newest of descending(stream, calledOff)) return { last: await lastOf(stream), newest };
      return { last: await lastOf(stream), newest: undefined };
    },
    async versions(file) {
      const stream = diagramStream(file);
      const all = Array.from({ length: await count(stream) }, (_, index) => index + 1);
      const known = (version: number): VersionFacts | undefined => facts.get(`${stream}@${version}`);
      for (const version of all) if (!known(version)) await readFacts(stream, version - 1);
      const calledOff = await allCalledOff(store);
      return all
        .flatMap((version) => known(version) ?? [])
        .map((one) => ({ ...one, calledOff: calledOff.has(calledOffStream(file, one.version)) }))
        .toReversed();
    },
    text: async (file, version) => (await publishedAs(diagramStream(file), version))?.xml,
    forget() {
      forgotten += 1;
      remembered = undefined;
    },
  };
}
