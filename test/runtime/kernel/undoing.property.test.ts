import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import '../../chance.ts';
import { adHocChoices } from '../../../packages/runtime/src/kernel/adHocChoices.ts';
import type { Stimulus } from '../../../packages/runtime/src/kernel/stimulus.ts';
import { unsupported } from '../../../packages/runtime/src/kernel/unsupported.ts';
import { plansOf, processesIn, Story } from './harness.ts';
import { cancelled, cutOff, type Undoing, undoings, undoingXml } from './undoings.ts';

const RUNS = Number(process.env.RUNS ?? 40);
const which = fc.array(fc.nat(1000), { minLength: 3, maxLength: 30 });

const begun = async (tree: Undoing): Promise<Story> => {
  const plans = plansOf(await processesIn(undoingXml(tree)));
  expect(unsupported(plans)).toEqual([]);
  return new Story(plans).start();
};

/** What can happen next, what goes on before what cuts short; an error that nobody took is tried again or passed over. */
function possible({ now, plans, ended }: Story): readonly Stimulus[] {
  if (ended !== undefined) return [];
  const started = adHocChoices(plans, now);
  return [
    ...started.flatMap(({ scope, complete }): readonly Stimulus[] => (complete ? [{ kind: 'completeAdHoc', scope }] : [])),
    ...now.waits.flatMap((wait): readonly Stimulus[] => {
      if (wait.kind === 'task' && wait.visit) return [{ kind: 'complete', visit: wait.visit, changes: [] }];
      return wait.kind === 'timer' ? [{ kind: 'due', timer: wait.id, occurrence: (wait.fired ?? 0) + 1 }] : [];
    }),
    ...now.incidents.map(({ id: incident }): Stimulus => ({ kind: 'skip', incident })),
    ...now.waits.flatMap(({ kind, visit }): readonly Stimulus[] =>
      kind === 'task' && visit ? [{ kind: 'fault', visit, code: 'err', payload: null }] : [],
    ),
    // What does not interrupt can come for ever.
    ...now.waits.flatMap(({ kind, id: wait }): readonly Stimulus[] =>
      kind === 'message' ? [{ kind: 'message', wait, id: 'm', payload: {} }] : [],
    ),
    ...started.flatMap(({ scope, start }) => start.map((element): Stimulus => ({ kind: 'startAdHoc', scope, element }))),
  ];
}

function any(story: Story, number: number): Stimulus | undefined {
  const all = possible(story);
  return all[number % Math.max(all.length, 1)];
}

test('whatever is undone, cut short or cancelled: a replay gives the same marking, nothing is undone twice, and the case comes to its end', async () => {
  await fc.assert(
    fc.asyncProperty(undoings, which, async (tree, numbers) => {
      const story = await begun(tree);
      for (const number of numbers) {
        const stimulus = any(story, number);
        if (stimulus) story.act(stimulus);
      }
      expect(story.replayed()).toEqual(story.marking);
      for (let steps = 0; story.ended === undefined; steps += 1) {
        const [next] = possible(story);
        if (!next || steps > 300) throw new Error(`never ends: ${story.key.slice(0, 400)} ${story.incidents.join()}`);
        story.act(next);
      }
      const undone = story.all.flatMap((effect) =>
        effect.kind === 'noted' && effect.code === 'compensated' ? [JSON.stringify((effect.detail as { visit: string }).visit)] : [],
      );
      expect(undone.length).toBe(new Set(undone).size);
      expect(story.now).toMatchObject({ tokens: [], waits: [], undoable: [], incidents: [], arrivals: [] });
      expect(story.now.scopes).toHaveLength(1);
    }),
    { numRuns: RUNS },
  );
});

test('a cancel undoes all that was done in any run of the transaction, each once, before it is left', async () => {
  await fc.assert(
    fc.asyncProperty(cancelled, which, async (tree, numbers) => {
      const story = await begun(tree);
      const noted = (code: string) => story.all.filter((effect) => effect.kind === 'noted' && effect.code === code);
      for (let steps = 0; noted('transactionCancelled').length === 0; steps += 1) {
        const tasks = possible(story).filter(({ kind }) => kind === 'complete');
        const next = tasks[(numbers[steps % numbers.length] ?? 0) % tasks.length];
        if (!next) throw new Error(`stands still: ${story.key}`);
        story.act(next);
      }
      const plan = story.plans.get(story.plans.root);
      const done = story.trail.filter(
        ({ element, closed }) => closed === 'completed' && plan?.element(element)?.compensatedBy !== undefined,
      );
      while (story.now.scopes.length > 1) story.complete(story.tasks[0] ?? '');
      const undone = noted('compensated').map((effect) => (effect.kind === 'noted' ? (effect.detail as { visit: string }).visit : ''));
      expect(undone.toSorted()).toEqual(done.map(({ visit }) => visit as string).toSorted());
      expect(story.now.undoable).toEqual([]);
      expect(story.tasks).toHaveLength(1);
    }),
    { numRuns: RUNS },
  );
});

/** What happens, by what stands in the diagram and not by its number; of several runs of one step any may be meant. */
function named({ now }: Story, stimulus: Stimulus): string {
  const elementOf = (visit: string | undefined): string => now.tokens.find((token) => token.visit === visit)?.element ?? '';
  if (stimulus.kind === 'complete' || stimulus.kind === 'fault') return `${stimulus.kind} ${elementOf(stimulus.visit)}`;
  if (stimulus.kind === 'due') return `due ${now.waits.find(({ id }) => id === stimulus.timer)?.element}`;
  if (stimulus.kind === 'message') return `message ${now.waits.find(({ id }) => id === stimulus.wait)?.element}`;
  if (stimulus.kind === 'skip') return `skip ${now.incidents.find(({ id }) => id === stimulus.incident)?.element}`;
  if (stimulus.kind === 'startAdHoc') return `start ${stimulus.element}`;
  return `${stimulus.kind} ${stimulus.kind === 'completeAdHoc' ? now.scopes.find(({ id }) => id === stimulus.scope)?.element : ''}`;
}

/** Where everything that can happen leads to. */
function ahead(story: Story): readonly string[] {
  const ways = possible(story).map((stimulus) => {
    const next = story.fork();
    next.act(stimulus);
    return `${named(story, stimulus)} → ${next.ended ?? next.key}`;
  });
  return [...new Set(ways)].sort();
}

/** Two things that can happen, done in one order and in the other. */
function bothWays(story: Story, one: Stimulus, other: Stimulus): readonly [Story, Story] | undefined {
  const [first, second] = [story.fork(), story.fork()];
  const refused = first.try(one) ?? first.try(other) ?? second.try(other) ?? second.try(one);
  return refused || first.ended || second.ended ? undefined : [first, second];
}

test('markings with the same key go on alike, in whatever order they were come to', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(undoings, cutOff), which, async (tree, numbers) => {
      const story = await begun(tree);
      for (const number of numbers.slice(0, 10)) {
        const done = possible(story).filter(({ kind }) => kind === 'complete');
        for (const [index, one] of done.slice(0, 3).entries())
          for (const other of done.slice(index + 1, 4)) {
            const [first, second] = bothWays(story, one, other) ?? [];
            if (first && second && first.key === second.key) expect(ahead(first)).toEqual(ahead(second));
          }
        const stimulus = any(story, number);
        if (stimulus) story.act(stimulus);
        if (story.ended) break;
      }
    }),
    { numRuns: RUNS / 2 },
  );
});
