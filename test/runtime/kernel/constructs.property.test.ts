import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import '../../chance.ts';
import { adHocChoices } from '../../../packages/runtime/src/kernel/adHocChoices.ts';
import type { Marking } from '../../../packages/runtime/src/kernel/marking.ts';
import { choices } from '../../../packages/runtime/src/kernel/moves/choices.ts';
import { step } from '../../../packages/runtime/src/kernel/step.ts';
import type { Stimulus } from '../../../packages/runtime/src/kernel/stimulus.ts';
import { unsupported } from '../../../packages/runtime/src/kernel/unsupported.ts';
import { AT, plansOf, processesIn, Story } from './harness.ts';
import { wilds, wildXml } from './wilder.ts';

/** What is done next: one of all that can be done, and what is written with it. */
interface Act {
  readonly which: number;
  readonly go: boolean;
  readonly done: boolean;
}

const acts = fc.array(fc.record<Act>({ which: fc.nat(1000), go: fc.boolean(), done: fc.boolean() }), { minLength: 3, maxLength: 20 });

class Play {
  readonly story: Story;

  constructor(story: Story) {
    this.story = story;
    story.start({ go: false, done: false });
  }

  /** Everything that somebody or something can do now. */
  possible({ go, done }: Pick<Act, 'go' | 'done'>): readonly Stimulus[] {
    const { story } = this;
    const root = story.root;
    const changes = Object.entries({ go, done }).map(([key, to]) => ({ scope: root, path: [key], to }));
    const waits = story.now.waits.filter(({ met }) => !met);
    return [
      ...waits.flatMap((wait): readonly Stimulus[] => {
        if (wait.kind === 'task' && wait.visit) return [{ kind: 'complete', visit: wait.visit, changes }];
        if (wait.kind === 'message') return [{ kind: 'message', wait: wait.id, id: 'm', payload: {} }];
        // The signals of a multi-instance come from its instances only.
        const named = wait.kind === 'signal' && wait.name?.startsWith('signal') ? [wait.name] : [];
        return named.map((name) => ({ kind: 'signal', name, payload: {} }));
      }),
      ...adHocChoices(story.plans, story.now).flatMap(({ scope, start, complete }): readonly Stimulus[] => [
        ...start.map((element): Stimulus => ({ kind: 'startAdHoc', scope, element })),
        ...(complete ? [{ kind: 'completeAdHoc', scope } as const] : []),
      ]),
    ];
  }

  /** Returns and withdrawals that are legal now. */
  moves(): readonly Stimulus[] {
    const { plans, now: marking, data, trail } = this.story;
    const open = marking.waits.flatMap((wait) => (wait.kind === 'task' && wait.visit ? [wait.visit] : []));
    const ended = trail.filter(({ closed }) => closed === 'completed').map(({ visit }) => visit);
    return [...open, ...ended.slice(-3)].flatMap((from): readonly Stimulus[] =>
      choices({ plans, marking, data, at: AT, trail, from, kinds: ['return', 'withdraw'] }).flatMap((choice): readonly Stimulus[] => {
        if (!choice.legal || !('visit' in choice) || !choice.visit) return [];
        const { visit } = choice;
        if (choice.move === 'withdraw') return [{ kind: 'move', move: { kind: 'withdraw', visit } }];
        return [{ kind: 'move', move: { kind: 'return', from, to: visit, siblings: 'keep', then: 'flow' } }];
      }),
    );
  }

  /** Acts, and does the same from a copy of the marking: what is kept must be all there is. */
  act(stimulus: Stimulus): void {
    const { plans, marking, data, trail } = this.story;
    const copy = JSON.parse(JSON.stringify(marking)) as Marking;
    const ofCopy = step({ plans, marking: copy, data, stimulus, at: AT, trail });
    this.story.act(stimulus);
    if (!ofCopy.ok) throw new Error(`refused from a copy: ${ofCopy.code}`);
    expect(ofCopy.marking).toEqual(this.story.marking);
    expect(ofCopy.effects).toEqual(this.story.effects);
    this.mustGoOn();
  }

  /** The case is never left with nothing that could happen. */
  mustGoOn(): void {
    const { story } = this;
    if (story.ended !== undefined || story.now.incidents.length > 0) return;
    if (this.possible({ go: false, done: true }).length === 0) throw new Error(`nothing can happen: ${story.key.slice(0, 400)}`);
  }

  /** Something is begun only where nothing runs, the innermost first. */
  #next(): Stimulus | undefined {
    const { tokens } = this.story.now;
    const possible = this.possible({ go: false, done: true });
    const of = (kind: Stimulus['kind']): Stimulus | undefined => possible.find((one) => one.kind === kind);
    const starts = possible.filter((one) => one.kind === 'startAdHoc' && !tokens.some(({ scope }) => scope === one.scope));
    return of('completeAdHoc') ?? of('complete') ?? of('message') ?? of('signal') ?? starts.at(-1);
  }

  /** Does what is there, without another round and with nothing begun that need not be, until the case ends. */
  toTheEnd(): void {
    const changes = [{ scope: this.story.root, path: ['done'], to: true }];
    if (this.story.ended === undefined) this.act({ kind: 'change', changes });
    for (let steps = 0; this.story.ended === undefined; steps += 1) {
      const next = this.#next();
      if (!next || steps > 200) throw new Error(`never ends: ${this.story.key.slice(0, 400)} ${this.story.incidents.join()}`);
      this.act(next);
    }
  }
}

const played = async (wild: Parameters<typeof wildXml>[0]): Promise<Play> => {
  const plans = plansOf(await processesIn(wildXml(wild)));
  expect(unsupported(plans)).toEqual([]);
  return new Play(new Story(plans));
};

test('every step is the same from a copy of the marking, a replay gives the same marking, and every run can come to its end', async () => {
  await fc.assert(
    fc.asyncProperty(wilds, acts, async (wild, done) => {
      const play = await played(wild);
      for (const act of done) {
        const possible = play.story.ended === undefined ? play.possible(act) : [];
        const stimulus = possible[act.which % Math.max(possible.length, 1)];
        if (stimulus) play.act(stimulus);
      }
      expect(play.story.replayed()).toEqual(play.story.marking);
      play.toTheEnd();
      expect(play.story.now.arrivals).toEqual([]);
      expect(play.story.now.resetting).toEqual([]);
    }),
    { numRuns: Number(process.env.RUNS ?? 40) },
  );
});

test('after any legal return or withdrawal, every run can still come to its end', async () => {
  await fc.assert(
    fc.asyncProperty(wilds, acts, async (wild, done) => {
      const play = await played(wild);
      for (const act of done) {
        if (play.story.ended !== undefined) break;
        const possible = act.which % 3 === 0 ? [...play.moves(), ...play.possible(act)] : play.possible(act);
        const stimulus = possible[act.which % Math.max(possible.length, 1)];
        if (stimulus) play.act(stimulus);
      }
      play.toTheEnd();
    }),
    { numRuns: Number(process.env.RUNS ?? 40) },
  );
});
