import { describe, expect, test } from '@jest/globals';
import type { Move, MoveChoice } from '../../../packages/runtime/src/kernel/stimulus.ts';
import type { VisitId } from '../../../packages/runtime/src/words/ids.ts';
import { type Story, storyIn } from './harness.ts';
import { finish, perform, PLACES, plainKeys, type Place } from './matrix.ts';

const STATES = ['none', 'some', 'all'] as const;
const known = new Map<string, ReadonlySet<string>>();

interface Setting {
  readonly story: Story;
  readonly place: Place;
  /** Markings that a case can come to without any move. */
  readonly plain: ReadonlySet<string>;
}

async function setting(name: string, state: (typeof STATES)[number]): Promise<Setting> {
  const place = PLACES[name];
  if (!place) throw new Error(`no place ${name}`);
  const fresh = (await storyIn(place.xml, 'drawn')).start(place.given);
  const plain = known.get(name) ?? plainKeys(fresh, place);
  known.set(name, plain);
  for (const act of place.answered[state]) perform(fresh, act, place);
  return { story: fresh, place, plain };
}

/** How often a move was legal, and how often not, so that no table is empty by mistake. */
interface Tally {
  legal: number;
  illegal: number;
}

/** Somebody or something can go on; what was said stays; joins have what they wait for; the case can still end. */
function expectSound(after: Story, { story, place }: Setting, what: string): void {
  const { waits, incidents } = after.now;
  expect({ what, left: waits.length + incidents.length > 0 || after.ended !== undefined }).toEqual({ what, left: true });
  expect(after.trail.slice(0, story.trail.length)).toEqual(story.trail);
  finish(after, place);
  expect({ what, ended: after.ended, incidents: after.incidents }).toEqual({ what, ended: 'completed', incidents: [] });
  for (const [key, value] of Object.entries(story.values)) if (key.startsWith('said')) expect(after.values[key]).toEqual(value);
  for (const pass of after.trail) {
    if (pass.closed !== 'joined' || pass.element !== 'join' || !place.xml.includes('parallelGateway id="join"')) continue;
    expect({ what, came: new Set(pass.consumed?.map(({ flow }) => flow)).size }).toEqual({ what, came: 2 });
  }
}

/** Tries a move that the choices tell of: done where it is legal, else refused with the same reason; nothing else. */
function tryChoice(at: Setting, choice: MoveChoice, move: Move, tally: Tally): Story | undefined {
  const after = at.story.fork();
  const refused = after.try({ kind: 'move', move });
  const what = `${choice.move} ${choice.visit} ${choice.element}`;
  expect({ what, reason: refused?.reason }).toEqual({ what, reason: choice.reason });
  expect({ what, legal: refused === undefined }).toEqual({ what, legal: choice.legal });
  tally[choice.legal ? 'legal' : 'illegal'] += 1;
  if (refused) expect(after.now).toEqual(at.story.now);
  return refused ? undefined : after;
}

/** Whatever stands or waits somewhere. */
const movable = ({ now }: Story): readonly VisitId[] => [
  ...new Set([...now.tokens.map(({ visit }) => visit), ...now.arrivals.map(({ from }) => from)]),
];

const tasksOf = ({ now }: Story): readonly VisitId[] => now.waits.flatMap(({ kind, visit }) => (kind === 'task' && visit ? [visit] : []));

const EACH = Object.keys(PLACES).flatMap((name) => STATES.map((state) => [name, state] as const));

describe.each(EACH)('%s, %s answered', (name, state) => {
  test('every return, keeping: done as offered, to where a case comes by itself', async () => {
    const at = await setting(name, state);
    const tally: Tally = { legal: 0, illegal: 0 };
    for (const from of tasksOf(at.story)) {
      for (const choice of at.story.movesOf('return', from)) {
        const move: Move = { kind: 'return', from, to: choice.visit ?? from, siblings: 'keep', then: 'flow' };
        const after = tryChoice(at, choice, move, tally);
        if (!after) continue;
        expect(at.plain).toContain(after.key);
        expectSound(after, at, `return ${from} to ${choice.element}`);
      }
    }
    expect(tally.legal).toBeGreaterThan(0);
  });

  test('every return, redoing the branches beside, or straight back', async () => {
    const at = await setting(name, state);
    for (const from of tasksOf(at.story)) {
      for (const { visit, element, legal } of at.story.movesOf('return', from)) {
        const redone = at.story.fork();
        const refused = redone.try({ kind: 'move', move: { kind: 'return', from, to: visit ?? from, siblings: 'redo', then: 'flow' } });
        expect(refused === undefined).toBe(legal);
        if (!refused) {
          expect(at.plain).toContain(redone.key);
          expectSound(redone, at, `redo ${from} to ${element}`);
        }
        straightBack(at, { from, to: visit ?? from, legal });
      }
    }
  });

  test('every withdrawal: done or refused as told, and then as before the step', async () => {
    const at = await setting(name, state);
    const done = new Set(at.story.trail.filter(({ closed }) => closed === 'completed').map(({ visit }) => visit));
    for (const visit of done) {
      for (const choice of at.story.movesOf('withdraw', visit)) {
        const after = tryChoice(at, choice, { kind: 'withdraw', visit }, { legal: 0, illegal: 0 });
        if (!after) continue;
        expect(at.plain).toContain(after.key);
        expectSound(after, at, `withdraw ${choice.element}`);
      }
    }
    expect(done.size).toBeGreaterThan(0);
  });

  test('every jump of one: done as offered, to where a case comes by itself', async () => {
    const at = await setting(name, state);
    const tally: Tally = { legal: 0, illegal: 0 };
    for (const visit of movable(at.story)) {
      for (const choice of at.story.movesOf('jump', visit)) {
        const put = [{ element: choice.element, scope: choice.scope ?? 'fresh' }] as const;
        const after = tryChoice(at, choice, { kind: 'jump', take: [visit], put }, tally);
        if (!after) continue;
        if (after.ended !== undefined) continue;
        expect(at.plain).toContain(after.key);
        expectSound(after, at, `jump ${visit} to ${choice.element}`);
      }
    }
    expect(tally.legal).toBeGreaterThan(0);
    expect(tally.illegal).toBeGreaterThan(0);
  });

  test('every adding and taking away of an item', async () => {
    const at = await setting(name, state);
    for (const visit of movable(at.story)) {
      for (const kind of ['addInstance', 'removeInstance'] as const) {
        for (const choice of at.story.movesOf(kind, visit)) {
          const own = choice.visit ?? visit;
          const move: Move = kind === 'addInstance' ? { kind, host: own, items: ['d'] } : { kind, visit: own };
          const after = tryChoice(at, choice, move, { legal: 0, illegal: 0 });
          if (!after) continue;
          const more = kind === 'addInstance' ? 1 : -1;
          const counts = (one: Story) =>
            one.now.scopes.filter(({ many }) => many).map(({ many }) => (many?.total ?? 0) - (many?.ended ?? 0));
          if (counts(after).length > 0) expect(counts(after)).toEqual(counts(at.story).map((count) => count + more));
          expectSound(after, at, `${kind} ${own}`);
        }
      }
    }
  });

  test('every waking after it was cancelled, and after it has ended', async () => {
    const at = await setting(name, state);
    const running = at.story.movesOf('reopen', null);
    expect(new Set(running.map(({ reason }) => reason))).toEqual(new Set(['running']));
    const cancelled = at.story.fork().act({ kind: 'cancel', reason: '' });
    // Nothing of it is left but the names of its data.
    expect(cancelled.now).toMatchObject({ tokens: [], arrivals: [], waits: [], parked: [], incidents: [], undoable: [], resetting: [] });
    expect(cancelled.now.scopes).toHaveLength(1);
    const completed = at.story.fork();
    finish(completed, at.place);
    for (const story of [cancelled, completed]) {
      const tally: Tally = { legal: 0, illegal: 0 };
      const ended = { ...at, story: story.fork() };
      for (const choice of ended.story.movesOf('reopen', null)) {
        const after = tryChoice(ended, choice, { kind: 'reopen', at: choice.element }, tally);
        if (after && after.ended === undefined) expect(at.plain).toContain(after.key);
        if (after && after.ended === undefined) expectSound(after, ended, `reopen ${choice.element}`);
      }
      expect(tally.legal).toBeGreaterThan(0);
      expect(tally.illegal).toBeGreaterThan(0);
    }
  });
});

/** The target works once more, and then all is as it was. */
function straightBack(at: Setting, { from, to, legal }: { readonly from: VisitId; readonly to: VisitId; readonly legal: boolean }): void {
  const after = at.story.fork();
  const refused = after.try({ kind: 'move', move: { kind: 'return', from, to, siblings: 'keep', then: 'straightBack' } });
  if (refused) {
    expect(refused.reason).toBeDefined();
    return;
  }
  expect(legal).toBe(true);
  const before = new Set(tasksOf(at.story));
  for (let acts = 0; after.now.parked.length > 0 && acts < 20; acts += 1) {
    const visit = tasksOf(after).find((one) => !before.has(one));
    if (visit) after.act({ kind: 'complete', visit, changes: [] });
  }
  expect(after.key).toBe(at.story.key);
  expectSound(after, at, `straight back ${from} to ${to}`);
}
