import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import '../../chance.ts';
import type { ScopedData } from '../../../packages/runtime/src/kernel/change.ts';
import type { Effect } from '../../../packages/runtime/src/kernel/effect.ts';
import type { Marking, Pass } from '../../../packages/runtime/src/kernel/marking.ts';
import { markingKey } from '../../../packages/runtime/src/kernel/markingKey.ts';
import { step } from '../../../packages/runtime/src/kernel/step.ts';
import type { Stimulus } from '../../../packages/runtime/src/kernel/stimulus.ts';
import { AT, plansOf, processesOf, Story } from './harness.ts';

/** What happens next to a multi-instance, and to which of its tasks. */
interface Act {
  readonly do: 'complete' | 'add' | 'remove' | 'withdraw';
  readonly which: number;
}

const acts = fc.array(
  fc.record<Act>({ do: fc.constantFrom('complete', 'complete', 'complete', 'add', 'remove', 'withdraw'), which: fc.nat(1000) }),
  { minLength: 3, maxLength: 25 },
);
const begun = fc.record({ root: fc.constantFrom('multi-instance', 'in-turn'), items: fc.integer({ min: 1, max: 40 }), acts });

const processes = await processesOf('multi-instance.bpmn');

interface Taken {
  readonly marking: Marking;
  readonly data: ScopedData;
  readonly trail: readonly Pass[];
  readonly stimulus: Stimulus;
  readonly next: Marking;
  readonly effects: readonly Effect[];
}

/** Plays a case, and gives each of its steps. */
function play({ root, items, acts: todo }: { readonly root: string; readonly items: number; readonly acts: readonly Act[] }) {
  const story = new Story(plansOf(processes, root)).start({ departments: Array.from({ length: items }, (_, index) => `处${index}`) });
  const steps: Taken[] = [];
  const [started] = story.stimuli;
  const first = started && step({ plans: story.plans, marking: null, data: {}, stimulus: started, at: AT });
  if (!first?.ok) throw new Error('it did not begin');
  for (const act of todo) {
    const stimulus = stimulusOf(story, act);
    const before = { marking: story.now, data: story.data, trail: [...story.trail] };
    if (stimulus && story.try(stimulus) === undefined) steps.push({ ...before, stimulus, next: story.now, effects: story.effects });
  }
  return { plans: story.plans, first, steps };
}

function stimulusOf(story: Story, { do: what, which }: Act): Stimulus | undefined {
  const open = story.now.waits.flatMap(({ kind, visit }) => (kind === 'task' && visit ? [visit] : []));
  const done = story.trail.filter(({ closed }) => closed === 'completed').map(({ visit }) => visit);
  const from = what === 'withdraw' ? done : open;
  const visit = from[which % Math.max(1, from.length)];
  const host = story.now.tokens.find((token) => token.many)?.visit;
  if (what === 'add') return host && { kind: 'move', move: { kind: 'addInstance', host, items: ['新'], where: 'next' } };
  if (!visit) return undefined;
  if (what === 'complete') return { kind: 'complete', visit, changes: [] };
  return { kind: 'move', move: { kind: what === 'remove' ? 'removeInstance' : 'withdraw', visit } };
}

/** The same marking as v0.3 would have written it. */
const asBefore = (marking: Marking): Marking => ({
  ...marking,
  tokens: marking.tokens.map((token) => {
    const { many: _, ...other } = token;
    return other;
  }),
  scopes: marking.scopes.map((scope) => {
    const many = scope.kind === 'many' ? marking.tokens.find(({ visit }) => visit === scope.host)?.many : undefined;
    return many ? { ...scope, many } : scope;
  }),
});

test('given a marking in which the count of a multi-instance stands with its scope, as v0.3 wrote it, then each step gives the same and counts there', () => {
  const met = new Set<string>();
  fc.assert(
    fc.property(begun, (about) => {
      const { plans, steps } = play(about);
      for (const { marking, data, trail, stimulus, next, effects } of steps) {
        const old = asBefore(marking);
        const stepped = step({ plans, marking: old, data, trail, stimulus, at: AT });
        expect(markingKey(old)).toBe(markingKey(marking));
        expect(stepped.ok && stepped.effects).toEqual(effects);
        expect(stepped.ok && stepped.marking).toEqual(asBefore(next));
        if (next.tokens.some((token) => token.many)) met.add(stimulus.kind === 'move' ? stimulus.move.kind : stimulus.kind);
      }
    }),
    { numRuns: 60 },
  );
  expect([...met].sort()).toEqual(['addInstance', 'complete', 'removeInstance', 'withdraw']);
});

/** The same steps, each on the very marking that the one before gave: a story reads each from its text. */
function inMemory({ plans, first, steps }: ReturnType<typeof play>): readonly Taken[] {
  let { marking } = first;
  return steps.map((taken) => {
    const stepped = step({ plans, ...taken, marking, at: AT });
    if (!stepped.ok) throw new Error(stepped.culprit);
    const own = { ...taken, marking, next: stepped.marking };
    ({ marking } = stepped);
    return own;
  });
}

test('given any marking of a case, when it is stepped again after the case has gone on, by whichever branch, then it gives what it gave', () => {
  fc.assert(
    fc.property(begun, fc.array(fc.nat(1000), { maxLength: 20 }), (about, order) => {
      const played = play(about);
      const { plans } = played;
      const steps = inMemory(played);
      const written = played.steps.map(({ marking }) => JSON.stringify(marking));
      for (const which of order) {
        const at = steps[which % steps.length];
        if (!at) continue;
        const { marking, data, trail, stimulus, next, effects } = at;
        const stepped = step({ plans, marking, data, trail, stimulus, at: AT });
        expect(stepped.ok && stepped.marking).toEqual(next);
        expect(stepped.ok && stepped.effects).toEqual(effects);
        // And on from there, beside the branch that went on before.
        const other = steps[(which + 1) % steps.length];
        if (stepped.ok && other) step({ plans, marking: stepped.marking, data, trail, stimulus: other.stimulus, at: AT });
      }
      expect(steps.map(({ marking }) => JSON.stringify(marking))).toEqual(written);
    }),
    { numRuns: 60 },
  );
});
