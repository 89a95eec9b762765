import type { CaseFacts } from '../case/facts.ts';
import type { Stimulus } from '../kernel/stimulus.ts';
import type { Actor, Answered, Head, Part } from '../ports/commit.ts';
import { fold, REMEMBERED } from '../ports/fold.ts';
import type { Viewer } from '../organization/viewer.ts';
import { digest } from '../words/digest.ts';
import { caseStream, type CaseId, type DefinitionRef, type PersonId } from '../words/ids.ts';
import { canonical, type Json } from '../words/json.ts';
import { BrokenPromise, refuse, type Refused } from '../words/refusal.ts';
import { append, nextInstant } from './append.ts';
import { commitsOf, loadCase, trailOf, type LoadedCase } from './caseLog.ts';
import { mayRead } from './commands/mayRead.ts';
import type { Definition } from './definitions.ts';
import type { Answer } from './office.ts';
import type { Done } from './pages.ts';
import { voidUnused } from './numbers.ts';
import type { Parts } from './parts.ts';
import { doneOf } from './reads/done.ts';
import { draftOf, type CaseDraft } from './record/draft.ts';
import { record } from './record/record.ts';
import { recount } from './record/recount.ts';
import { holds, type Recorder } from './record/recorder.ts';
import { rowsOf } from './record/rows.ts';
import { closeGone } from './record/waits.ts';

/** How often a command is decided anew after losing the race for its case; far more than people can collide. */
const ROUNDS = 100;

/** The whole data is written with every so many commits, so that a load reads few. */
const FULL_EVERY = 32;

/** What a command decides with: the case as it is at this very revision. */
export interface Deciding {
  readonly head: Head | undefined;
  readonly recorder: Recorder;
  readonly draft: CaseDraft;
  readonly viewer: Viewer | undefined;
  /** Notes that the asker does this as somebody's deputy. */
  onBehalfOf(person: PersonId | undefined): void;
  /** Runs the executor and writes down what it asks for. */
  advance(stimulus: Stimulus, options?: { readonly trail?: boolean }): Promise<Refused | undefined>;
}

/** Who asks, and for what: `request` makes asking twice harmless. */
export interface Asked {
  readonly who: PersonId | 'system';
  readonly via: Actor['via'];
  readonly request?: { readonly id: string; readonly input: Json };
  /** Definitions that are needed beside those that the case runs. */
  readonly also?: readonly DefinitionRef[];
  /** The facts of a case that is to be begun. */
  readonly first?: (at: CaseFacts['startedAt']) => CaseFacts;
}

/** Decides something about one case: refused, or written into the draft. Called again when the race was lost. */
export type Decide = (deciding: Deciding) => Promise<Refused | undefined>;

/** The refusal for whatever is not there or may not be seen: the same for both, to the letter. */
export const notFound = (culprit: string): Refused =>
  refuse('notFound', culprit, { zh: '没有这项内容，或者您无权查看', en: 'There is no such thing, or it is not for you to see' });

/**
 * One command on one case: load, decide, append; when another was faster, load and decide again. Commands of one case queue here, so
 * that twelve at once refuse nobody.
 */
export function caseCommands(parts: Parts) {
  const queues = new Map<CaseId, Promise<unknown>>();
  const spoken = new Set<CaseId>();
  let lost = 0;

  function queued<Value>(caseId: CaseId, run: () => Promise<Value>): Promise<Value> {
    const before = queues.get(caseId) ?? Promise.resolve();
    const mine = before.then(run, run);
    const settled = mine.catch(() => undefined);
    queues.set(caseId, settled);
    void settled.then(() => queues.get(caseId) === settled && queues.delete(caseId));
    return mine;
  }

  async function rounds(
    caseId: CaseId,
    asked: Asked,
    attempt: (loaded: LoadedCase | undefined) => Promise<Attempt>,
  ): Promise<Answer<Done>> {
    for (let round = 0; round < ROUNDS; round += 1) {
      const kept = round === 0 ? parts.kept.get(caseId) : undefined;
      const loaded = kept ?? (await loadCase(parts.store, caseId));
      const answered = loaded && asked.request && (await answeredBefore(parts, loaded, { ...asked.request, who: asked.who }));
      if (answered) return answered;
      const attempted = await attempt(loaded);
      if ('won' in attempted) {
        parts.kept.keep(attempted.won);
        if (attempted.speaks) spoken.add(caseId);
        return { ok: true, value: attempted.done };
      }
      parts.kept.drop(caseId);
      if ('lost' in attempted) lost += 1;
      // What was refused on a kept case is refused only if the case, as it stands, says so too.
      else if (!kept) return attempted.refused;
    }
    throw new BrokenPromise(`a hundred rounds were lost on case ${caseId}`);
  }

  return {
    lostRaces: (): number => lost,
    /** Whether this case has sent something since this was asked last. */
    takeSpoken: (caseId: CaseId): boolean => spoken.delete(caseId),
    run(caseId: CaseId, asked: Asked, decide: Decide): Promise<Answer<Done>> {
      return queued(caseId, () => rounds(caseId, asked, (loaded) => attempt(parts, { caseId, asked, decide, loaded })));
    },
  };
}

export type CaseCommands = ReturnType<typeof caseCommands>;

type Attempt =
  | { readonly refused: Refused }
  | { readonly lost: true }
  | { readonly won: LoadedCase; readonly done: Done; readonly speaks: boolean };

async function attempt(
  parts: Parts,
  about: {
    readonly caseId: CaseId;
    readonly asked: Asked;
    readonly decide: Decide;
    readonly loaded: LoadedCase | undefined;
  },
): Promise<Attempt> {
  const { caseId, asked, loaded } = about;
  const head = loaded?.head;
  const at = nextInstant(parts.clock, head);
  const facts = loaded?.facts ?? asked.first?.(at);
  if (!facts) return { refused: notFound(caseId) };
  const viewer = asked.who === 'system' ? undefined : await parts.house.viewer(asked.who);
  if (asked.who !== 'system' && !viewer) return { refused: notFound(caseId) };
  const also = asked.also ?? [];
  const recorder = await recorderFor(parts, { facts, head, also });
  const draft = draftOf({
    facts,
    data: head?.data ?? {},
    snapshot: head?.snapshot,
    at,
    revision: (head?.revision ?? 0) + 1,
    by: asked.who,
  });
  recount(recorder, draft);
  let represented: PersonId | undefined;
  const deciding: Deciding = {
    onBehalfOf(person) {
      represented = person;
    },
    head,
    recorder,
    draft,
    viewer,
    advance: (stimulus, options) => advance(parts, { recorder, draft, stimulus, caseId, trail: options?.trail ?? false, also }),
  };
  const refused = await about.decide(deciding);
  if (refused) return { refused };
  if (draft.facts.endedAt && !loaded?.facts.endedAt) await voidUnused(parts, recorder, draft);
  nameCase(recorder, draft);
  const done = doneOf(recorder, draft);
  const request: Answered | undefined = asked.request && {
    id: asked.request.id,
    digest: digestOf(asked.who, asked.request.input),
    answer: done as unknown as Json,
  };
  const { commit, result } = await append(parts, head, {
    stream: caseStream(caseId),
    at,
    actor: { id: asked.who, via: asked.via, ...(represented ? { onBehalfOf: represented } : {}) },
    parts: partsOf(recorder, draft, facts),
    ...(request ? { request } : {}),
    ...(draft.snapshot ? { snapshot: draft.snapshot } : {}),
  });
  if (!result.ok) return { lost: true };
  const next = fold(head, commit);
  const speaks = draft.outbox.some((row) => row.kind !== 'job' && row.state === 'undelivered');
  return { won: { head: next, facts: next.facts as unknown as CaseFacts }, done, speaks };
}

function partsOf(recorder: Recorder, draft: CaseDraft, before: CaseFacts): { readonly [P in Part]?: Json } {
  const full = draft.revision % FULL_EVERY === 1;
  return {
    state: { snapshot: draft.snapshot ?? null, facts: draft.facts } as unknown as Json,
    ...(full ? { full: draft.data as unknown as Json } : draft.changes.length > 0 ? { patch: draft.changes as unknown as Json } : {}),
    events: draft.events as unknown as Json,
    rows: rowsOf(recorder, draft, before) as unknown as Json,
    ...(draft.trail.length > 0 ? { trail: draft.trail as unknown as Json } : {}),
  };
}

/**
 * The same request gets the same answer; the same id for something else is refused. Older than 64 commits: found in the log. Whoever may
 * not read the case does not learn by a request id that there is one.
 */
async function answeredBefore(
  parts: Parts,
  loaded: LoadedCase,
  request: { readonly id: string; readonly input: Json; readonly who: PersonId | 'system' },
): Promise<Answer<Done> | undefined> {
  let known = loaded.head.answered.find((answered) => answered.id === request.id);
  if (!known && loaded.head.revision > loaded.head.answered.length && loaded.head.answered.length >= REMEMBERED) {
    const caseId = loaded.facts.case;
    const read = async (): Promise<readonly Answered[]> => (await commitsOf(parts.store, caseId)).flatMap((commit) => commit.request ?? []);
    known = (await parts.kept.answered(caseId, read)).get(request.id);
  }
  if (!known) return undefined;
  if (known.digest !== digestOf(request.who, request.input)) {
    const viewer = request.who === 'system' ? undefined : await parts.house.viewer(request.who);
    if (request.who !== 'system' && !(viewer && mayRead(viewer, loaded.facts))) return notFound(loaded.facts.case);
    return refuse('requestReused', request.id, {
      zh: '同一请求编号已用于另一项操作，请刷新后重试',
      en: 'This request id was used for something else; reload and try again',
    });
  }
  return { ok: true, value: known.answer as unknown as Done };
}

/** An answer is for whoever asked: another's request id is no way to it. */
const digestOf = (who: PersonId | 'system', input: Json) => digest(canonical({ who, input }));

async function recorderFor(
  parts: Parts,
  about: { readonly facts: CaseFacts; readonly head: Head | undefined; readonly also: readonly DefinitionRef[] },
): Promise<Recorder> {
  const { facts, head } = about;
  const known = new Map<DefinitionRef, Definition>();
  const add = async (ref: DefinitionRef): Promise<void> => {
    const definition = known.has(ref) ? undefined : await parts.definitions.get(ref);
    if (definition) known.set(ref, definition);
  };
  for (const ref of [
    facts.definition,
    ...about.also,
    ...facts.tasks.map((task) => task.definition),
    ...facts.deadlines.map((running) => running.definition),
    // A called version that is no longer the latest may have nothing open, and open something now.
    ...(head?.snapshot ? parts.executor.definitions(head.snapshot) : []),
  ])
    await add(ref);
  for (const definition of await parts.definitions.all()) known.set(definition.ref, definition);
  return {
    organization: await parts.house.organization(),
    calendar: parts.calendar,
    definition: (ref) => known.get(ref),
    dataScopes(draft, scope) {
      const now = draft.snapshot ? parts.executor.dataScopes(draft.snapshot, scope) : [];
      // A scope that this very commit closed is known only from before it.
      return now.length === 0 && head?.snapshot ? parts.executor.dataScopes(head.snapshot, scope) : now;
    },
    choosing({ snapshot }) {
      const scopes = (snapshot && parts.executor.standing?.(snapshot)?.scopes) ?? [];
      return scopes.filter(({ kind, phase }) => kind === 'adHoc' && phase === 'running');
    },
    holds,
    closed: new Map(),
  };
}

async function advance(
  parts: Parts,
  step: {
    readonly recorder: Recorder;
    readonly draft: CaseDraft;
    readonly stimulus: Stimulus;
    readonly caseId: CaseId;
    readonly trail: boolean;
    readonly also: readonly DefinitionRef[];
  },
): Promise<Refused | undefined> {
  const { draft } = step;
  const running = draft.snapshot ? parts.executor.definitions(draft.snapshot) : [];
  const plans = await parts.definitions.plans(draft.facts.definition, [...running, ...step.also]);
  const trail = step.trail ? trailOf(await commitsOf(parts.store, step.caseId)) : undefined;
  const stepped = await parts.executor.advance({
    plans,
    snapshot: draft.snapshot ?? null,
    data: draft.data,
    stimulus: step.stimulus,
    at: draft.at,
    ...(trail ? { trail } : {}),
  });
  if (!stepped.ok) return stepped;
  const before = draft.snapshot ? parts.executor.open(draft.snapshot) : [];
  draft.snapshot = stepped.snapshot;
  record(step.recorder, draft, stepped.effects);
  closeGone(draft, before, parts.executor.open(stepped.snapshot));
  return undefined;
}

/** Title and number follow the fields that the diagram names for them. */
function nameCase(recorder: Recorder, draft: CaseDraft): void {
  const definition = recorder.definition(draft.facts.definition);
  if (!definition) return;
  const { title, numberField } = definition.process.office;
  const [own] = draft.facts.runs;
  const values = (own && draft.data[own.scope]) ?? {};
  const filled = (title ?? '').replaceAll(/\{([\p{L}\p{N}_]+)\}/gu, (_, key: string) =>
    typeof values[key] === 'string' ? values[key] : '',
  );
  const name = filled.trim() || definition.process.name.zh;
  const number = numberField && typeof values[numberField] === 'string' ? values[numberField] : draft.facts.number;
  if (name !== draft.facts.title) draft.events.push({ type: 'TitleSet', title: name });
  draft.facts = { ...draft.facts, title: name, number };
}
