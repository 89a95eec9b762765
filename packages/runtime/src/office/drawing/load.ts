import type { Head } from '../../ports/commit.ts';
import type { Viewer } from '../../organization/viewer.ts';
import type { PersonId } from '../../words/ids.ts';
import type { VersionFacts } from '../definitions.ts';
import type { Parts } from '../parts.ts';
import { drawingStream, type DrawingFacts } from './facts.ts';

/** A file's drawing as it stands. */
export interface Drawing {
  readonly file: string;
  readonly head: Head | undefined;
  readonly facts: DrawingFacts;
  /** The newest version of the file, in force or planned: what is drawn on where there is no draft. */
  readonly newest: VersionFacts | undefined;
  /** How many versions were published in all. */
  readonly published: number;
}

/** The drawing of a file; an empty one where nobody has drawn on it yet. */
export async function loadDrawing(parts: Parts, file: string): Promise<Drawing> {
  // The draft before the version: whoever publishes meanwhile is seen, as the version is the later of the two.
  const head = await parts.store.load(drawingStream(file));
  const { last, newest } = await parts.definitions.newest(file);
  const facts = head ? (head.facts as unknown as DrawingFacts) : { file, revision: 0, draft: null, holder: null, changed: null };
  return { file, head, newest, published: last?.version ?? 0, facts: settled(facts, last) };
}

/** A draft that was published is closed, even if a crash kept its own stream from saying so. */
function settled(facts: DrawingFacts, last: VersionFacts | undefined): DrawingFacts {
  if (!facts.draft || last?.drawing === undefined || last.drawing < facts.revision) return facts;
  const { publishedBy, publishedAt } = last;
  const isTheirs = facts.holder !== null && facts.holder.person === publishedBy && facts.holder.since <= publishedAt;
  return {
    ...facts,
    draft: null,
    holder: isTheirs ? null : facts.holder,
    changed: publishedBy === 'system' ? facts.changed : { by: publishedBy, at: publishedAt },
  };
}

/** Who may draw. */
export async function ownerOf(parts: Parts, who: PersonId): Promise<Viewer | undefined> {
  const viewer = await parts.house.viewer(who);
  return viewer?.roles.includes('processOwner') ? viewer : undefined;
}

/** The drawing that a process owner asks for by a flow; undefined where there is none, or for anybody else. */
export async function drawingFor(parts: Parts, who: PersonId, flow: string): Promise<Drawing | undefined> {
  if (!(await ownerOf(parts, who))) return undefined;
  const file = await parts.definitions.fileOf(flow);
  if (file !== undefined) return loadDrawing(parts, file);
  // A flow that was never published is called like its file; so is one that another server has published within this very second.
  if (!/^[\w-]{1,80}$/.test(flow)) return undefined;
  const drawing = await loadDrawing(parts, flow);
  return (drawing.newest ?? drawing.facts.draft) ? drawing : undefined;
}
