import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import '../../chance.ts';
import type { Pass } from '../../../packages/runtime/src/kernel/marking.ts';
import { choices } from '../../../packages/runtime/src/kernel/moves/choices.ts';
import type { Data } from '../../../packages/runtime/src/words/json.ts';
import { blocks, type Drawn, draw } from './blocks.ts';
import { AT, plansOf, Story } from './harness.ts';

/** One act of a person: which of the open tasks, and what they do with it. Numbers are taken modulo what there is. */
interface Act {
  readonly task: number;
  readonly does: 'complete' | 'return' | 'withdraw' | 'due' | 'jump' | 'add' | 'remove';
  readonly to: number;
  readonly siblings: 'keep' | 'redo';
  readonly straight: boolean;
  readonly ways: readonly boolean[];
}

const actsOf = (...does: readonly Act['does'][]) =>
  fc.array(
    fc.record<Act>({
      task: fc.nat(20),
      does: fc.constantFrom(...does),
      to: fc.nat(20),
      siblings: fc.constantFrom('keep', 'redo'),
      straight: fc.boolean(),
      ways: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
    }),
    { minLength: 4, maxLength: 24 },
  );

const acts = actsOf('complete', 'complete', 'complete', 'return', 'withdraw', 'due');
const allMoves = actsOf('complete', 'complete', 'complete', 'return', 'withdraw', 'due', 'jump', 'jump', 'add', 'remove');

class Play {
  readonly plans;
  readonly story;
  readonly drawn: Drawn;

  constructor(drawn: Drawn, story?: Story) {
    this.drawn = drawn;
    this.plans = plansOf([drawn.process]);
    this.story = story ?? new Story(this.plans).start(this.values([]));
  }

  values(ways: readonly boolean[]): Data {
    const names = [...this.drawn.variables, ...this.drawn.loops];
    return Object.fromEntries(names.map((name, index) => [name, ways[index % Math.max(ways.length, 1)] ?? false]));
  }

  get tasks() {
    return this.story.now.waits.flatMap((wait) => (wait.kind === 'task' && wait.visit ? [wait.visit] : []));
  }

  complete(visit: Play['tasks'][number], ways: readonly boolean[]): void {
    const changes = Object.entries(this.values(ways)).map(([key, to]) => ({ scope: this.story.root, path: [key], to }));
    this.story.act({ kind: 'complete', visit, changes });
  }

  choices(from: Play['tasks'][number]) {
    const { story, plans } = this;
    return choices({ plans, marking: story.now, data: story.data, at: AT, trail: story.trail, from });
  }

  /** Completes whatever is open, without another round of any loop, until the case ends. */
  toTheEnd(): void {
    for (let steps = 0; this.story.ended === undefined; steps += 1) {
      const [visit] = this.tasks;
      if (!visit || steps > 500) throw new Error(`never ended: ${this.story.key} ${this.story.incidents.join()}`);
      this.complete(visit, []);
    }
  }
}

function perform(play: Play, act: Act): void {
  const { story } = play;
  const visit = play.tasks[act.task % Math.max(play.tasks.length, 1)];
  if (!visit) return;
  if (act.does === 'due') {
    const timers = story.now.waits.filter((wait) => wait.kind === 'timer');
    const timer = timers[act.to % Math.max(timers.length, 1)];
    if (timer) story.act({ kind: 'due', timer: timer.id, occurrence: 1 });
    return;
  }
  if (act.does === 'jump') return jump(play, act);
  if (act.does === 'add' || act.does === 'remove') return changeItems(play, act, visit);
  if (act.does === 'return') {
    const legal = play.choices(visit).filter((choice) => choice.legal);
    const target = legal[act.to % Math.max(legal.length, 1)];
    if (!target?.visit) return;
    const refused = story.try({
      kind: 'move',
      move: { kind: 'return', from: visit, to: target.visit, siblings: act.siblings, then: act.straight ? 'straightBack' : 'flow' },
    });
    // Only the way straight back, and redoing what a signal has cut, may be refused beyond what the choices say.
    if (refused && !act.straight) throw new Error(`a legal return was refused: ${refused.culprit}`);
    return;
  }
  const before = story.key;
  play.complete(visit, act.ways);
  if (act.does !== 'withdraw' || story.ended) return;
  const [choice] = play.choices(visit);
  const refused = story.try({ kind: 'move', move: { kind: 'withdraw', visit } });
  expect(choice?.legal).toBe(refused === undefined);
  if (!refused) expect(story.key).toBe(before);
}

/** Any place that the choices tell of: whatever they say of it, `step` says too. */
function jump({ story }: Play, act: Act): void {
  const { tokens, arrivals } = story.now;
  const standing = [...tokens.map(({ visit }) => visit), ...arrivals.map(({ from }) => from)];
  const visit = standing[act.task % standing.length] ?? null;
  const places = story.movesOf('jump', visit);
  const legal = places.filter((choice) => choice.legal);
  const choice = act.straight ? places[act.to % places.length] : legal[act.to % Math.max(legal.length, 1)];
  if (act.siblings === 'redo') return jumpTwofold(story, act, standing);
  if (!visit || !choice) return;
  const put = [{ element: choice.element, scope: choice.scope ?? 'fresh' }] as const;
  expect(story.try({ kind: 'move', move: { kind: 'jump', take: [visit], put } })?.reason).toBe(choice.reason);
}

/** Two at once to two places; whatever is not refused must be sound, and what is refused has a reason. */
function jumpTwofold(story: Story, act: Act, standing: readonly Play['tasks'][number][]): void {
  const take = [...new Set([act.task, act.task + 1 + (act.to % 3)].map((at) => standing[at % standing.length]))].flatMap(
    (visit) => visit ?? [],
  );
  const places = story.movesOf('jump', take[0] ?? null);
  const put = [act.to, act.to + 1 + (act.task % 5)].flatMap((at) => {
    const place = places[at % Math.max(places.length, 1)];
    return place ? [{ element: place.element, scope: place.scope ?? ('fresh' as const) }] : [];
  });
  const refused = story.try({ kind: 'move', move: { kind: 'jump', take, put } });
  if (refused && put.length > 0) expect(refused.reason ?? refused.code).not.toBe('illegalMove');
}

function changeItems({ story }: Play, act: Act, visit: Play['tasks'][number]): void {
  const [choice] = story.movesOf(act.does === 'add' ? 'addInstance' : 'removeInstance', visit);
  const host = choice?.visit ?? visit;
  const move =
    act.does === 'add' ? ({ kind: 'addInstance', host, items: ['d'] } as const) : ({ kind: 'removeInstance', visit: host } as const);
  expect(story.try({ kind: 'move', move })?.reason).toBe(choice?.reason);
}

/** No place is marked twice. Who stands in for a returner is in the returner's place, and what an event sends off beside its host may come again. */
function expectNoneTwice({ story }: Play): void {
  const { tokens, parked } = story.now;
  const own = tokens.filter(({ visit, side, instance }) => !side && !instance && !parked.some(({ until }) => until === visit));
  const places = own.map(({ scope, element }) => `${scope} ${element}`);
  expect(places).toEqual([...new Set(places)]);
}

/** A parallel join fires only by tokens from all its branches. */
function expectJoinedWhole({ drawn, story }: Play): void {
  const joins = new Map(
    drawn.process.elements.filter(({ type }) => type === 'parallelGateway').map(({ id, incoming }) => [id, incoming.length]),
  );
  for (const pass of counting(story.trail)) {
    if (pass.closed === 'joined' && joins.has(pass.element)) expect(pass.consumed?.length).toBe(joins.get(pass.element));
  }
}

/** What counts in the end: of two passes of a visit the later one. */
const counting = (trail: readonly Pass[]): readonly Pass[] =>
  [...new Map(trail.map((pass) => [pass.visit, pass])).values()].filter((pass) => pass.closed !== 'takenBack');

/** Every split of a block is joined exactly once, by tokens from all branches where it is a parallel one. */
function expectJoinedOnce({ drawn, story }: Play): void {
  const trail = counting(story.trail);
  for (const join of drawn.process.elements.filter((element) => element.type !== 'exclusiveGateway' && element.incoming.length > 1)) {
    const splits = drawn.process.elements.filter((element) => element.type === join.type && element.outgoing.length > 1);
    const split = splits.find((element) => Number(element.id.replace(/\D/g, '')) === Number(join.id.replace(/\D/g, '')) - 1);
    const firings = trail.filter((pass) => pass.element === join.id && pass.closed === 'joined');
    const parted = trail.filter((pass) => pass.element === split?.id).length;
    if (trail.some((pass) => pass.closed === 'interrupted')) expect(firings.length).toBeLessThanOrEqual(parted);
    else expect(firings.length).toBe(parted);
    if (join.type === 'parallelGateway') for (const firing of firings) expect(firing.consumed?.length).toBe(join.incoming.length);
  }
}

test('after any legal moves every run can still come to its end, and no join has fired early or twice', () => {
  fc.assert(
    fc.property(blocks, acts, (block, acts) => {
      const play = new Play(draw(block));
      for (const act of acts) if (!play.story.ended) perform(play, act);
      play.toTheEnd();
      expect(play.story.ended).toBe('completed');
      expect(play.story.incidents).toEqual([]);
      expectJoinedOnce(play);
    }),
    { numRuns: 700 },
  );
});

test('replaying the same stimuli gives the same marking, and nothing of a marking is lost in JSON', () => {
  fc.assert(
    fc.property(blocks, acts, (block, acts) => {
      const play = new Play(draw(block));
      for (const act of acts) if (!play.story.ended) perform(play, act);
      expect(play.story.replayed()).toEqual(play.story.marking);
    }),
    { numRuns: 60 },
  );
});

test('after jumps, items added and taken away, and wakings too; the choices and the step never disagree', () => {
  fc.assert(
    fc.property(blocks, allMoves, fc.nat(50), (block, acts, woken) => {
      const play = new Play(draw(block));
      for (const act of acts) {
        if (play.story.ended) break;
        perform(play, act);
        expectNoneTwice(play);
      }
      play.toTheEnd();
      expect(play.story.ended).toBe('completed');
      const places = play.story.movesOf('reopen', null);
      const place = places[woken % places.length];
      if (!place) return;
      const again = new Play(play.drawn, play.story.fork());
      expect(again.story.try({ kind: 'move', move: { kind: 'reopen', at: place.element } })?.reason).toBe(place.reason);
      if (place.legal) again.toTheEnd();
      for (const one of [play, again]) {
        expect(one.story.incidents).toEqual([]);
        expectJoinedWhole(one);
      }
    }),
    { numRuns: 250 },
  );
});
