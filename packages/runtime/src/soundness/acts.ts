import { EMPTY } from '../kernel/run/run.ts';
import type { Element } from '../diagram/model.ts';
import { adHocChoices } from '../kernel/adHocChoices.ts';
import { dataScopes } from '../kernel/run/data.ts';
import type { Scope, Token, Wait } from '../kernel/marking.ts';
import type { Stimulus } from '../kernel/stimulus.ts';
import type { ElementId, ScopeId, VisitId } from '../words/ids.ts';
import type { Act, Choice } from './act.ts';
import { chosen, type Occasion } from './chosen.ts';
import type { Model } from './model.ts';
import { NO_ENDS, type State } from './state.ts';

/** What can happen at one place. */
export interface Happening {
  readonly wait: Pick<Wait, 'element' | 'visit'>;
  readonly kind: Act['kind'];
  /** Several where something is chosen there, worked out when asked. `undefined`: more choices than can be gone through. */
  acts(): readonly Act[] | undefined;
}

/** Everything that can happen next: each open step is done, each timer fires, whoever is outside sends. */
export function happenings(model: Model, state: State): readonly Happening[] {
  const { marking } = state;
  const around: Around = {
    state,
    tokens: new Map(marking.tokens.map((token) => [token.visit, token])),
    scopes: new Map(marking.scopes.map((scope) => [scope.id, scope])),
  };
  const seen = new Set<string>();
  const byWaits = marking.waits.flatMap((wait): readonly Happening[] => {
    const token = wait.visit === null ? undefined : around.tokens.get(wait.visit);
    // Items of one multi-instance are alike: the first that is open stands for the others.
    const like = token?.instance ? `${wait.element} ${around.scopes.get(token.scope)?.parent}` : undefined;
    if (wait.met || (like && seen.has(like)) || isUsedUp(model, state, wait)) return [];
    if (like) seen.add(like);
    return stimuliOf(model, state, { wait, token }).map((made) => ({
      wait,
      kind: made.kind,
      acts: () => actsOf(model, around, { ...made, element: wait.element, scope: wait.scope }),
    }));
  });
  return [...byWaits, ...adHoc(model, around)];
}

/** A state, and what is in it by its number. */
interface Around {
  readonly state: State;
  readonly tokens: ReadonlyMap<VisitId, Token>;
  readonly scopes: ReadonlyMap<ScopeId, Scope>;
}

/** What somebody may begin in an ad-hoc sub-process, each step once at a time, and that they may say it is done. */
function adHoc(model: Model, around: Around): readonly Happening[] {
  const { marking } = around.state;
  if (!marking.scopes.some(({ kind }) => kind === 'adHoc')) return [];
  return adHocChoices(model.plans, marking).flatMap(({ scope, element, visit, start, complete }) => {
    const wait = { element, visit };
    const free = start.filter((one) => !marking.tokens.some((token) => token.scope === scope && token.element === one));
    const begun = free.map((one): Happening => {
      const made = { kind: 'startAdHoc', stimulus: { kind: 'startAdHoc', scope, element: one }, element: one, scope } as const;
      return { wait, kind: made.kind, acts: () => actsOf(model, around, made) };
    });
    const made = { kind: 'completeAdHoc', stimulus: { kind: 'completeAdHoc', scope }, element, scope } as const;
    return complete ? [...begun, { wait, kind: made.kind, acts: () => actsOf(model, around, made) }] : begun;
  });
}

interface Made {
  readonly kind: Act['kind'];
  readonly stimulus: Stimulus;
  /** What stands for the condition that becomes true. */
  readonly when?: string;
}

function stimuliOf(
  model: Model,
  state: State,
  { wait, token }: { readonly wait: Wait; readonly token: Token | undefined },
): readonly Made[] {
  switch (wait.kind) {
    case 'task':
      return token
        ? [
            { kind: 'complete', stimulus: { kind: 'complete', visit: token.visit, changes: [] } },
            ...faults(model, token, model.foreign),
            ...escalations(model, state, token),
          ]
        : [];
    case 'job':
      return token
        ? [
            { kind: 'answer', stimulus: { kind: 'answer', job: wait.id, changes: [] } },
            ...faults(model, token, true),
            ...escalations(model, state, token),
          ]
        : [];
    case 'timer':
      return [{ kind: 'due', stimulus: { kind: 'due', timer: wait.id, occurrence: (wait.fired ?? 0) + 1 } }];
    case 'message':
      return [{ kind: 'message', stimulus: { kind: 'message', wait: wait.id, id: 'm', payload: {} } }];
    case 'signal': {
      const first = state.marking.waits.find((one) => !one.met && one.kind === 'signal' && one.name === wait.name);
      return first === wait ? [{ kind: 'signal', stimulus: { kind: 'signal', name: wait.name ?? '', payload: {} } }] : [];
    }
    case 'condition':
      return whenHappening(model, state, wait);
    default:
      return [];
  }
}

/** The condition becomes true for a moment; what stands for it is forgotten with the step. */
function whenHappening({ plan }: Model, { marking }: State, { element, name }: Wait): readonly Made[] {
  const own = plan.element(element)?.triggers.flatMap((trigger) => (trigger.kind === 'conditional' ? [trigger.condition] : [])) ?? [];
  const when = own.find((one) => one === name) ?? own[0];
  const [root] = marking.scopes;
  if (when === undefined || !root) return [];
  return [{ kind: 'change', when, stimulus: { kind: 'change', changes: [{ scope: root.id, path: [when], to: true }] } }];
}

/** Whoever works on a step can tell those around it as they go on, where its border listens. */
function escalations(model: Model, { marking }: State, { visit, element }: Token): readonly Made[] {
  const codes = new Set<string>();
  for (const event of model.plan.boundaries(element)) {
    // Once at a time is enough to see where it leads.
    const beside = event.interrupting === false ? model.beyond(event.id) : undefined;
    if (beside && marking.tokens.some((token) => token.side !== undefined && beside.has(token.element))) continue;
    for (const trigger of event.triggers) if (trigger.kind === 'escalation') codes.add(trigger.code ?? 'escalation');
  }
  return [...codes].map((code) => ({ kind: 'escalate', stimulus: { kind: 'escalate', visit, code, payload: null } }));
}

/**
 * A step can end in an error that is caught at its border; what a machine does, also in one that is caught further out; a called process
 * in those in which it can end, whether anything catches them or not.
 */
function faults(model: Model, { visit, element }: Token, outwards: boolean): readonly Made[] {
  const { call } = model.element(element) ?? {};
  const thrown = call && model.errorsOf(call.key);
  const codes = new Set(thrown);
  if (!thrown)
    for (let at: ElementId | null = element; at !== null; at = outwards ? (model.plan.element(at)?.parent ?? null) : null) {
      const catching = [...model.plan.boundaries(at)];
      for (const trigger of catching.flatMap(({ triggers }) => triggers)) if (trigger.kind === 'error') codes.add(trigger.code ?? 'error');
    }
  return [...codes].map((code) => ({ kind: 'fault', stimulus: { kind: 'fault', visit, code, payload: null } }));
}

/** What does not interrupt could come again and again: once at a time is enough to see where it leads. */
function isUsedUp(model: Model, { marking }: State, wait: Wait): boolean {
  const event = model.plan.element(wait.element);
  if (event?.interrupting !== false) return false;
  if (wait.visit === null) return marking.scopes.some((scope) => scope.parent === wait.scope && scope.element === event.parent);
  const beside = model.beyond(event.id);
  return marking.tokens.some((token) => token.side !== undefined && beside.has(token.element));
}

function actsOf(
  model: Model,
  { state, scopes }: Around,
  about: Made & { readonly element: ElementId; readonly scope: ScopeId },
): readonly Act[] | undefined {
  const { kind, stimulus, element } = about;
  const seen = dataScopes(scopes, about.scope);
  const writes = WRITING.has(kind) ? model.writes(element) : [];
  const item = seen.length > 1 ? (seen[0] ?? null) : null;
  const read = kind === 'fault' || kind === 'escalate' ? faultReads(model, element) : readAt(model, kind, element);
  const occasion: Occasion = { writes, item, read };
  const happens: readonly Choice[] = about.when === undefined ? [] : [{ name: about.when, value: true, scope: null, now: true }];
  return chosen(model, state, occasion)?.map(({ choices, opens }) => ({
    kind,
    element,
    stimulus,
    choices: [...choices, ...happens],
    opens,
  }));
}

/** What fills something in. */
const WRITING: ReadonlySet<Act['kind']> = new Set(['complete', 'answer', 'due', 'message']);

/** What may be asked at once: as a token leaves an element, or as it comes to one that somebody begins. */
function readAt({ reading }: Model, kind: Act['kind'], element: ElementId): ReadonlySet<string> {
  const atOnce = reading.atOnce(element);
  return kind === 'startAdHoc' ? new Set([...atOnce, ...reading.own(element)]) : atOnce;
}

function faultReads(model: Model, element: ElementId): ReadonlySet<string> {
  const read = new Set<string>();
  for (let at: ElementId | null = element; at !== null; at = model.plan.element(at)?.parent ?? null) {
    for (const event of model.plan.boundaries(at)) for (const name of model.reading.atOnce(event.id)) read.add(name);
  }
  return read;
}

/** A place where a case can begin, and in which ways. */
export interface Beginning {
  readonly start: ElementId;
  readonly acts: readonly Act[] | undefined;
}

/** The ways in which a case can begin. */
export function beginnings(model: Model): readonly Beginning[] {
  const nothing: State = {
    marking: EMPTY,
    data: {},
    open: new Map([
      ...givenAtStart(model),
      ...[...model.subject.free].flatMap(([name, { kept }]) => (kept ? [[name, 'some'] as const] : [])),
    ]),
    ended: false,
    ends: NO_ENDS,
  };
  return startsOf(model).map((start) => {
    const writes = model.writes(start.id);
    const made = chosen(model, nothing, { writes, item: null, read: model.reading.atOnce(start.id) });
    const acts = made?.map(({ choices, opens }): Act => {
      const values = Object.fromEntries(choices.flatMap(({ name, value }) => (value === null ? [] : [[name, value]])));
      const all = new Map([...nothing.open, ...opens].filter(([name]) => !choices.some((choice) => choice.name === name)));
      return { kind: 'start', element: start.id, stimulus: { kind: 'start', at: start.id, payload: {}, values }, choices, opens: all };
    });
    return { start: start.id, acts };
  });
}

function startsOf({ plan }: Model): readonly Element[] {
  const top = plan.inside(null);
  const starts = top.filter(({ type }) => type === 'startEvent');
  const behind = top.filter((element) => plan.incoming(element.id).some(({ from }) => isStarting(plan.element(from))));
  const instantiating = top.filter(({ type, instantiate }) => instantiate === true && type === 'receiveTask');
  const all = [...starts, ...instantiating, ...behind];
  return all.length > 0 ? all : plan.entries(null).slice(0, 1);
}

const isStarting = (element: Element | undefined): boolean => element?.type === 'eventBasedGateway' && element.instantiate === true;

/** Who calls a process that nobody starts by hand gives it what no step of its own writes. */
function givenAtStart(model: Model): State['open'] {
  const { process, subject } = model;
  if (process.office.starters.length > 0) return new Map();
  const written = new Set(process.elements.flatMap((element) => model.writes(element.id).map(({ name }) => name)));
  const gathered = new Set(process.elements.flatMap(({ many }) => many?.collect ?? []).map(({ into }) => into));
  const given = [...subject.relevant].filter((name) => !written.has(name) && !gathered.has(name));
  return new Map(given.map((name) => [name, subject.fields.get(name)?.required === false ? 'maybe' : 'some']));
}
