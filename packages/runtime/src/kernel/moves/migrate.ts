import { refuse, type Refused } from '../../words/refusal.ts';
import type { Text } from '../../words/text.ts';
import type { ElementId } from '../../words/ids.ts';
import type { Compensable, Pass, Scope, Token } from '../marking.ts';
import { subscribe } from '../message.ts';
import { arm } from '../run/arm.ts';
import { clearWait } from '../run/close.ts';
import { change, writeAll } from '../run/data.ts';
import { resolve } from '../run/incident.ts';
import { ownedIn } from '../run/open.ts';
import { planOf, type Run } from '../run/run.ts';
import type { Arming } from '../run/wait.ts';
import { isOver } from '../stimuli/cancel.ts';
import { notWaiting } from '../stimuli/complete.ts';
import type { Move } from '../stimulus.ts';
import { setTimerAnew } from '../timer.ts';
import { examine } from './migration/examine.ts';
import { drawnIn, type Moving, movingOf } from './migration/moving.ts';
import { obstacleWords } from './migration/obstacle.ts';
import { scopeOfIncident } from './migration/places.ts';
import { renamed, retell } from './migration/retell.ts';
import { waitChanges, type WaitChange } from './migration/waits.ts';

/** The case goes on in another version of its flow, from where it is; refused with every reason. A case that runs it already stays as it is. */
export function migrate(run: Run, move: Extract<Move, { kind: 'migrate' }>, trail: readonly Pass[]): Refused | undefined {
  if (isOver(run)) return notWaiting(move.to);
  const moving = movingOf(run, move);
  if (!moving) return refuse('notPublished', move.to, { zh: '这个流程已发布的一个版本', en: 'A published version of the flow' });
  if (moving.scopes.size === 0) return undefined;
  const { obstacles } = examine(run, moving);
  const [first] = obstacles;
  if (first) {
    const told = obstacles.map((one) => ({ field: String(one.element), code: 'illegalMove' as const, expected: wordsOf(moving, one) }));
    return { ...refuse('illegalMove', first.element, wordsOf(moving, first)), fields: told };
  }
  const from = [...new Set([...moving.scopes].map((scope) => moving.targets(scope).from.ref))];
  run.effects.push({ kind: 'migrated', from, to: moving.to.ref, renamed: renamedIn(moving) });
  retell(run, moving, trail);
  // Worked out before anything moves: it compares what is armed with both versions.
  const changes = waitChanges(run, moving);
  moveAll(run, moving);
  for (const one of changes) changeWait(run, one);
  forgetGone(run);
  for (const { join, scope } of run.arrivals) if (moving.scopes.has(scope)) run.queue.push({ do: 'join', join, scope });
  return undefined;
}

const wordsOf = (moving: Moving, one: Parameters<typeof obstacleWords>[0]): Text =>
  obstacleWords(one, {
    old: (element) =>
      nameIn(
        [...moving.scopes].map((scope) => moving.targets(scope).from.element(element)?.name),
        element,
      ),
    next: (element) => nameIn([moving.to.element(element)?.name], element),
  });

const nameIn = (names: readonly (Text | undefined)[], element: ElementId): Text =>
  names.find((name) => name !== undefined && name.zh !== '') ?? { zh: element };

function renamedIn(moving: Moving): { readonly [element: string]: ElementId } {
  const all = [...moving.scopes].flatMap((scope) => {
    const targets = moving.targets(scope);
    return targets.from.process.elements.flatMap(({ id }) => {
      const next = targets.element(id);
      return next && next.id !== id ? [[id, next.id] as const] : [];
    });
  });
  return Object.fromEntries(all);
}

/** Everything that lives gets the names of the new version, in the same places of the same lists. */
function moveAll(run: Run, moving: Moving): void {
  const renameIn = (scope: Scope['id'] | undefined, element: ElementId): ElementId =>
    scope !== undefined && moving.scopes.has(scope) ? (moving.targets(scope).element(element)?.id ?? element) : element;
  const moved = (token: Token): Token => ({ ...token, element: renameIn(token.scope, token.element) });
  // Incidents and arrivals first: where they are is looked up in what still stands as it was.
  for (const incident of run.incidents.values())
    run.incidents.set(incident.id, { ...incident, element: renameIn(scopeOfIncident(run, incident), incident.element) });
  run.arrivals = run.arrivals.map((arrival) => renamed(moving, arrival));
  run.resetting = run.resetting.map((one) => {
    if (!moving.scopes.has(one.scope)) return one;
    const targets = moving.targets(one.scope);
    return {
      ...one,
      gateway: renameIn(one.scope, one.gateway),
      taken: one.taken.map((flow) => targets.flow(flow, one.gateway)?.id ?? flow),
    };
  });
  // What can be undone inside stays with its own definition where that was called.
  const undoable = (one: Compensable, scope: Scope['id']): Compensable => ({
    ...one,
    element: renameIn(scope, one.element),
    handler: one.definition ? one.handler : renameIn(scope, one.handler),
    inner: one.definition ? one.inner : one.inner.map((each) => undoable(each, scope)),
  });
  run.undoable = run.undoable.map((one) => undoable(one, one.scope));
  run.parked = run.parked.map((parked) => ({ ...parked, token: moved(parked.token) }));
  for (const token of run.tokens.values()) run.tokens.set(token.visit, moved(token));
  for (const scope of run.scopes.values()) {
    const element = renameIn(drawnIn(run, scope)?.id, scope.element);
    const definition = moving.scopes.has(scope.id) ? moving.to.ref : scope.definition;
    if (element !== scope.element || definition !== scope.definition) keepAnew(run, scope, { ...scope, element, definition });
  }
  for (const scope of run.scopes.values()) if (scope.kind === 'item' && moving.scopes.has(scope.id)) nameItem(run, moving, scope);
}

/** A sub-process keeps what it declares in the new version; what it no longer declares goes to the data around it. */
function keepAnew(run: Run, was: Scope, next: Scope): void {
  const keeps = ownedIn(run, next);
  const { keeps: before = [], ...moved } = next;
  const data = run.data.get(was.id);
  const given = before.filter((name) => !keeps?.includes(name));
  for (const name of given) change(run, { scope: was.id, path: [name], to: undefined });
  run.scopes.set(was.id, keeps ? { ...moved, keeps } : moved);
  for (const name of given) {
    const value = data[name];
    if (value !== undefined && value !== null) writeAll(run, was.parent ?? was.id, { [name]: value });
  }
}

/** An item that the new version calls otherwise is there under that name, too. */
function nameItem(run: Run, moving: Moving, scope: Scope): void {
  const name = moving.to.element(scope.element)?.many?.as;
  const { item } = scope.locals;
  if (name && item !== undefined && run.data.get(scope.id)[name] === undefined) change(run, { scope: scope.id, path: [name], to: item });
}

function changeWait(run: Run, one: WaitChange): void {
  switch (one.do) {
    case 'keep':
      run.waits.set(one.wait.id, { ...one.wait, element: one.element.id });
      return;
    case 'setAnew':
      return setTimerAnew(run, one.wait, one);
    case 'end':
      clearWait(run, one.wait, 'cancelled');
      return;
    case 'begin':
      return begin(run, one);
  }
}

function begin(run: Run, { element, scope, visit }: Extract<WaitChange, { do: 'begin' }>): void {
  // Of the events behind a gateway the first to come clears the others; what is at a border or in an ad-hoc sub-process stands alone.
  const stays = visit !== null && run.tokens.get(visit)?.scope === scope && element.type !== 'boundaryEvent';
  const beside = stays ? run.waits.in('visit', visit)[0] : undefined;
  const arming: Arming = { element, scope, visit, group: beside?.group ?? beside?.id };
  if (element.type === 'receiveTask') subscribe(run, arming, element.message ?? { name: element.id });
  else arm(run, arming);
}

/** An incident about a time that the new version no longer asks for is over. */
function forgetGone(run: Run): void {
  for (const incident of run.incidents.values()) {
    const scope = scopeOfIncident(run, incident);
    if (incident.code === 'timerInvalid' && scope && !planOf(run, scope).element(incident.element)) resolve(run, incident);
  }
}
