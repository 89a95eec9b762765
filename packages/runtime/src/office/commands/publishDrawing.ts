import { postWords } from '../../organization/postCalled.ts';
import type { Diagram } from '../../diagram/model.ts';
import type { Answered } from '../../ports/commit.ts';
import { instant, milliseconds } from '../../words/clock.ts';
import { digest } from '../../words/digest.ts';
import type { Instant, PersonId } from '../../words/ids.ts';
import { canonical, type Json } from '../../words/json.ts';
import { refuse, type Refused } from '../../words/refusal.ts';
import { nextInstant } from '../append.ts';
import { diagramStream, effectiveFrom } from '../definitions.ts';
import { notFound } from '../decide.ts';
import { changeDrawing, untilSettled } from '../drawing/change.ts';
import { changedSince, heldElsewhere } from '../drawing/holding.ts';
import { KEPT, keepPoint } from '../drawing/keep.ts';
import { drawingFor, type Drawing } from '../drawing/load.ts';
import { drawingTexts } from '../drawing/texts.ts';
import type { Answer, Office } from '../office.ts';
import type { PublishDrawing, PublishedPage } from '../pages.ts';
import type { Parts } from '../parts.ts';
import { settle } from '../processKeys.ts';
import { appendVersion, executableIn, isProcessKey, misplacedIn, oddKey, unsupportedIn } from '../publishing.ts';

/** How long a note may be, in characters. */
const NOTE = 500;

/** How far ahead a version may be planned, in days. */
const AHEAD = 366;

/** Publishes a draft as the next version of its file. The version's commit decides; closing the draft follows from it. */
export const publishDrawing =
  (parts: Parts): Office['publishDrawing'] =>
  async (who, flow, input) => {
    const published = await untilSettled(flow, () => attempt(parts, { who, flow, input }));
    if (published.ok) await close(parts, who, flow);
    return published;
  };

interface Asked {
  readonly who: PersonId;
  readonly flow: string;
  readonly input: PublishDrawing;
}

async function attempt(parts: Parts, asked: Asked): Promise<Answer<PublishedPage> | 'again'> {
  const { who, flow, input } = asked;
  const drawing = await drawingFor(parts, who, flow);
  if (!drawing) return notFound(flow);
  const { file, facts, newest } = drawing;
  const head = await parts.store.load(diagramStream(file));
  const request = { id: input.request, digest: digest(canonical({ who, input: { ...input } })) };
  const answered = head?.answered.find((one) => one.id === request.id);
  if (answered) return answeredBefore(answered, request);
  const stale = await staleness(parts, drawing, asked);
  if (stale) return stale;
  const at = nextInstant(parts.clock, head);
  const note = input.note.trim();
  const wrong = wrongNote(note) ?? wrongMoment(input.effectiveFrom, at);
  if (wrong) return wrong;
  const xml = facts.draft && (await drawingTexts(parts).get(file, facts.draft.text));
  if (typeof xml !== 'string' || (head?.revision ?? 0) !== drawing.published) return 'again';
  if (newest && (await parts.definitions.text(file, newest.version)) === xml)
    return refuse('alreadyDone', flow, {
      zh: `草稿与第 ${newest.version} 版完全相同，没有需要发布的改动`,
      en: `The draft is the same as version ${newest.version}; there is nothing to publish`,
    });
  const from = input.effectiveFrom === null ? at : instant(Date.parse(input.effectiveFrom));
  const diagram = await checkedFor(parts, { who, file, xml, from });
  if (!diagram.ok) return diagram;
  const processes = executableIn(diagram.diagram);
  // Those of the version before too: what this one leaves out stays theirs.
  const keys = new Set([...processes.map((process) => process.key as string), ...(newest?.processes ?? [])]);
  const elsewhere = await settle(parts, { file, by: who }, [...keys]);
  if (elsewhere) return { ...elsewhere, fields: [{ field: elsewhere.culprit, code: elsewhere.code, expected: elsewhere.expected }] };
  if (!(await keepPoint(parts, drawing, { words: KEPT.published, asked: false, at }))) return 'again';
  const value: PublishedPage = { version: (head?.revision ?? 0) + 1, effectiveFrom: from };
  const made = {
    file,
    xml,
    note,
    by: who,
    at,
    effectiveFrom: from,
    processes,
    drawing: facts.revision,
    request: { ...request, answer: value as unknown as Json },
  };
  return (await appendVersion(parts, head, made)) ? { ok: true, value } : 'again';
}

/** The same request gets the same answer; the same id for something else is refused. */
const answeredBefore = (answered: Answered, request: Omit<Answered, 'answer'>): Answer<PublishedPage> =>
  answered.digest === request.digest
    ? { ok: true, value: answered.answer as unknown as PublishedPage }
    : refuse('requestReused', request.id, {
        zh: '同一请求编号已用于另一项操作，请刷新后重试',
        en: 'This request id was used for something else; reload and try again',
      });

/** What the asker last knew must still be so: who draws, which draft, which version. */
async function staleness(parts: Parts, { facts, newest }: Drawing, { who, flow, input }: Asked): Promise<Refused | undefined> {
  const elsewhere = await heldElsewhere(parts, facts, { who, hold: input.hold, flow });
  if (elsewhere) return elsewhere;
  if (input.latest !== (newest?.version ?? 0)) {
    const refused = await changedSince(parts, flow, newest ? { by: newest.publishedBy, at: newest.publishedAt } : null);
    const version = newest?.version ?? 0;
    return {
      ...refused,
      expected: {
        zh: `最新版本已是第 ${version} 版，请先比较再发布`,
        en: `The newest version is ${version} by now; compare with it before publishing`,
      },
    };
  }
  if (!facts.draft || input.revision !== facts.revision) return changedSince(parts, flow, facts.changed);
  return undefined;
}

const wrongNote = (note: string): Refused | undefined =>
  note.length >= 1 && note.length <= NOTE
    ? undefined
    : refuse('invalidInput', 'note', {
        zh: `请用 1 到 ${NOTE} 个字说明这一版改了什么`,
        en: `Say in 1 to ${NOTE} characters what this version changes`,
      });

function wrongMoment(from: string | null, now: Instant): Refused | undefined {
  if (from === null) return undefined;
  const ahead = Date.parse(from) - milliseconds(now);
  if (ahead > 0 && ahead <= AHEAD * 24 * 3600_000) return undefined;
  return refuse('invalidInput', 'effectiveFrom', {
    zh: '生效时间应在现在之后、一年之内，或者立即生效',
    en: 'It takes effect at once, or at a moment from now on within a year',
  });
}

/** The diagram, if nothing stands in its way; else everything that does. */
async function checkedFor(
  parts: Parts,
  about: { readonly who: PersonId; readonly file: string; readonly xml: string; readonly from: Instant },
): Promise<{ readonly ok: true; readonly diagram: Diagram } | Refused> {
  parts.definitions.forget();
  const standing = await parts.definitions.standing();
  const organization = await parts.house.organization();
  const others = standing.filter((one) => one.published.file !== about.file);
  const known = {
    // What comes into force later than this version cannot be called by it yet.
    processes: others.filter((one) => effectiveFrom(one.published) <= about.from).map((one) => one.process.key),
    posts: postWords(organization.posts),
    people: organization.people.filter(({ active }) => active).map(({ id }) => id),
    units: organization.units.map((unit) => unit.id),
  };
  const checked = await parts.examiner.check(about.xml, known, about.who);
  if (!checked.ok) return checked;
  const processes = executableIn(checked.diagram);
  const refusals = [
    ...misplacedIn(about.file, checked.diagram, standing),
    ...processes.filter((process) => !isProcessKey(process.key)).map((process) => oddKey(process.key)),
    ...checked.problems
      .filter((problem) => problem.severity === 'error')
      .map((problem) => refuse('invalidDiagram', problem.element, problem.message)),
    ...unsupportedIn(parts, processes),
  ];
  const [first] = refusals;
  if (!first) return { ok: true, diagram: checked.diagram };
  return { ...first, fields: refusals.map(({ culprit, code, expected }) => ({ field: culprit, code, expected })) };
}

/** Says in the draft's own stream that it is closed, and frees whoever drew it. */
async function close(parts: Parts, who: PersonId, flow: string): Promise<void> {
  await changeDrawing(parts, { who, flow }, async ({ head, facts }) => {
    const stated = head?.facts as { readonly draft?: unknown } | undefined;
    return stated?.draft && !facts.draft ? { ok: true, facts, event: 'DrawingPublished' } : { ok: true, facts: null };
  });
}
