import { bpmnEngineExecutor } from '../../../packages/runtime/src/executor/bpmn-engine/bpmnEngineExecutor.ts';
import { kernelExecutor } from '../../../packages/runtime/src/executor/kernel/kernelExecutor.ts';
import { withChange } from '../../../packages/runtime/src/kernel/change.ts';
import type { Change, Effect, Executor, Move, Pass, ScopedData, Snapshot, Stimulus } from '../../../packages/runtime/src/ports/executor.ts';
import { canonical, type Json } from '../../../packages/runtime/src/words/json.ts';
import type { ScopeId, VisitId, WaitId } from '../../../packages/runtime/src/words/ids.ts';

/** The kernel's account of a case that bpmn-engine runs, and which of its names stand for which of bpmn-engine's. */
interface Shadow {
  readonly snapshot: Snapshot;
  readonly data: ScopedData;
  readonly trail: readonly Pass[];
  readonly names: ReadonlyMap<string, string>;
}

/**
 * Bpmn-engine as an executor, with the kernel doing the same beside it: throws where they differ after any stimulus. A case is known by
 * its snapshot, so that lost races find the account that belongs to them.
 */
export function inStep(): Executor & { readonly compared: () => number } {
  const engine = bpmnEngineExecutor();
  const shadows = new Map<string, Shadow>();
  let compared = 0;
  return {
    ...engine,
    compared: () => compared,
    async advance(input) {
      const before = input.snapshot ? shadows.get(keyOf(input.snapshot)) : undefined;
      if (input.snapshot && !before) throw new Error('a case of which the kernel knows nothing');
      const names = before?.names ?? new Map<string, string>();
      const { plans, at } = input;
      const stimulus = renamed(input.stimulus, names);
      const given = { plans, at, stimulus, snapshot: before?.snapshot ?? null, data: before?.data ?? {}, trail: before?.trail ?? [] };
      const theirs = await engine.advance(input);
      const ours = await kernelExecutor.advance(given);
      if (theirs.ok !== ours.ok) throw new Error(`${stimulus.kind}: kernel ${JSON.stringify(ours)}, bpmn-engine ${JSON.stringify(theirs)}`);
      compared += 1;
      if (!theirs.ok || !ours.ok) return theirs;
      const [mine, its] = [shown(kernelExecutor, ours), shown(engine, theirs)];
      if (mine !== its) throw new Error(`after ${JSON.stringify(stimulus)}:\n  kernel      ${mine}\n  bpmn-engine ${its}`);
      const after: Shadow = {
        snapshot: ours.snapshot,
        names: paired(names, theirs.effects, ours.effects),
        data: ours.effects.reduce(changed, given.data),
        trail: [...given.trail, ...ours.effects.flatMap((effect) => (effect.kind === 'passed' ? [effect.pass] : []))],
      };
      shadows.set(keyOf(theirs.snapshot), after);
      return theirs;
    },
    async choices(input) {
      const shadow = shadows.get(keyOf(input.snapshot));
      const theirs = await engine.choices(input);
      if (!shadow) return theirs;
      const { snapshot, trail, names } = shadow;
      const from = input.from === null ? null : nameIn(names, input.from);
      const ours = await kernelExecutor.choices({ plans: input.plans, snapshot, trail, from });
      const mine = ours
        .filter((one) => one.move === 'return' || one.move === 'withdraw')
        .map((one) => `${one.move} ${one.element} ${one.reason ?? 'legal'}`);
      const its = theirs.map((one) => `${one.move} ${one.element} ${one.reason ?? 'legal'}`);
      if (mine.sort().join() !== its.sort().join())
        throw new Error(`choices from ${input.from}:\n  kernel      ${mine.join()}\n  bpmn-engine ${its.join()}`);
      compared += 1;
      return theirs;
    },
  };
}

/** As the store writes it: members in order. */
const keyOf = (snapshot: Snapshot): string => canonical(snapshot as unknown as Json);

/** What must be equal after every stimulus: what is open, which activities were completed, whether the case has ended. */
function shown(executor: Executor, { snapshot, effects }: { readonly snapshot: Snapshot; readonly effects: readonly Effect[] }): string {
  const open = executor.open(snapshot).map(({ kind, element }) => `${kind} ${element}`);
  const said = effects.flatMap((effect) => {
    if (effect.kind === 'passed') return effect.pass.closed === 'joined' ? [] : [`${effect.pass.closed} ${effect.pass.element}`];
    if (effect.kind === 'timerSet') return [`timer ${effect.element} ${effect.spec.value} ${effect.occurrence}`];
    if (effect.kind === 'incident') return [`incident ${effect.incident.code} ${effect.incident.element}`];
    if (effect.kind === 'messageSent' || effect.kind === 'signalSent') return [`sent ${effect.name} ${JSON.stringify(effect.payload)}`];
    if (effect.kind === 'ended') return [`ended ${effect.how}`];
    return effect.kind === 'took' ? [`took ${effect.flow}`] : [];
  });
  return `open [${open.sort().join(', ')}] then [${said.sort().join(', ')}]`;
}

const nameIn = <Name extends VisitId | WaitId | ScopeId>(names: ReadonlyMap<string, string>, name: Name): Name =>
  (names.get(name) ?? name) as Name;

/** The same stimulus in the kernel's names. */
function renamed(stimulus: Stimulus, names: ReadonlyMap<string, string>): Stimulus {
  const changes = (list: readonly Change[]): readonly Change[] => list.map((one) => ({ ...one, scope: nameIn(names, one.scope) }));
  switch (stimulus.kind) {
    case 'complete':
      return { ...stimulus, visit: nameIn(names, stimulus.visit), changes: changes(stimulus.changes) };
    case 'answer':
      return { ...stimulus, job: nameIn(names, stimulus.job), changes: changes(stimulus.changes) };
    case 'change':
      return { ...stimulus, changes: changes(stimulus.changes) };
    case 'due':
      return { ...stimulus, timer: nameIn(names, stimulus.timer) };
    case 'message':
      return { ...stimulus, wait: nameIn(names, stimulus.wait) };
    case 'move':
      return { ...stimulus, move: moveIn(stimulus.move, names) };
    default:
      return stimulus;
  }
}

function moveIn(move: Move, names: ReadonlyMap<string, string>): Move {
  if (move.kind === 'return') return { ...move, from: nameIn(names, move.from), to: nameIn(names, move.to) };
  return move.kind === 'withdraw' ? { ...move, visit: nameIn(names, move.visit) } : move;
}

/** Things of one kind at one place come in the same order on both. */
function paired(names: ReadonlyMap<string, string>, theirs: readonly Effect[], ours: readonly Effect[]): ReadonlyMap<string, string> {
  const mine = new Map<string, string[]>();
  for (const [place, name] of ours.flatMap(named)) mine.set(place, [...(mine.get(place) ?? []), name]);
  const next = new Map(names);
  for (const [place, name] of theirs.flatMap(named)) {
    const match = mine.get(place)?.shift();
    if (match !== undefined) next.set(name, match);
  }
  return next;
}

function named(effect: Effect): readonly (readonly [string, string])[] {
  switch (effect.kind) {
    case 'taskOpened':
      return [[`task ${effect.element} ${effect.instance?.index ?? ''}`, effect.visit]];
    case 'passed':
      return [[`pass ${effect.pass.element} ${effect.pass.closed}`, effect.pass.visit]];
    case 'scopeOpened':
      return [[`scope ${effect.element}`, effect.scope]];
    case 'timerSet':
      return [[`timer ${effect.element}`, effect.timer]];
    case 'subscribed':
      return [[`subscribed ${effect.name}`, effect.wait]];
    case 'jobRequested':
      return [[`job ${effect.element}`, effect.job]];
    default:
      return [];
  }
}

const changed = (data: ScopedData, effect: Effect): ScopedData => {
  if (effect.kind === 'changed') return effect.changes.reduce(withChange, data);
  return effect.kind === 'scopeClosed' ? withChange(data, { scope: effect.scope, path: [], to: undefined }) : data;
};
