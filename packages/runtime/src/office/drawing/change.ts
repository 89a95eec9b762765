import type { Answered } from '../../ports/commit.ts';
import type { Instant, PersonId } from '../../words/ids.ts';
import type { Json } from '../../words/json.ts';
import { BrokenPromise, type Refused } from '../../words/refusal.ts';
import { append, nextInstant } from '../append.ts';
import { notFound } from '../decide.ts';
import type { Answer } from '../office.ts';
import type { Parts } from '../parts.ts';
import { drawingStream, type DrawingFacts } from './facts.ts';
import { drawingFor, type Drawing } from './load.ts';
import { drawingTexts } from './texts.ts';

/** How often it is decided anew after losing the race for a drawing; far more than people can collide. */
const ROUNDS = 100;

/** Tries until it is no longer `again`: the drawing has moved on while it was looked at. */
export async function untilSettled<Value>(flow: string, attempt: () => Promise<Value | 'again'>): Promise<Value> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const value = await attempt();
    if (value !== 'again') return value;
  }
  throw new BrokenPromise(`a hundred rounds were lost on the drawing of ${flow}`);
}

/** What is to become of a drawing: other facts by one commit, or nothing. */
export type Change =
  | Refused
  | { readonly ok: true; readonly facts: DrawingFacts; readonly event: string; readonly request?: Answered }
  | { readonly ok: true; readonly facts: null }
  /** It has moved on while it was looked at. */
  | 'again';

/** Decides on a drawing as it is at this very revision; `revision` and `at` are those of the commit that may come of it. */
export type DecideOnDrawing = (drawing: Drawing, next: { readonly revision: number; readonly at: Instant }) => Promise<Change>;

/**
 * One change of a drawing: load, decide, append; when another was faster, load and decide again. Answers with the drawing after it. The
 * text that is named no more is dropped.
 */
export async function changeDrawing(
  parts: Parts,
  asked: { readonly who: PersonId; readonly flow: string },
  decide: DecideOnDrawing,
): Promise<Answer<Omit<Drawing, 'head'>>> {
  return untilSettled(asked.flow, async () => {
    const drawing = await drawingFor(parts, asked.who, asked.flow);
    if (!drawing) return notFound(asked.flow);
    const { head, file, newest, published } = drawing;
    const at = nextInstant(parts.clock, head);
    const change = await decide(drawing, { revision: (head?.revision ?? 0) + 1, at });
    if (change === 'again') return 'again';
    if (!change.ok) return change;
    if (!change.facts) return { ok: true, value: drawing };
    const { result } = await append(parts, head, {
      stream: drawingStream(file),
      at,
      actor: { id: asked.who, via: 'person' },
      parts: { state: { snapshot: null, facts: change.facts as unknown as Json }, events: [{ type: change.event }] },
      ...(change.request ? { request: change.request } : {}),
    });
    if (!result.ok) return 'again';
    const before = (head?.facts as unknown as DrawingFacts | undefined)?.draft?.text;
    if (before !== undefined && before !== change.facts.draft?.text) await drawingTexts(parts).drop(file, before);
    return { ok: true, value: { file, newest, published, facts: change.facts } };
  });
}
