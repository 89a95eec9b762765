import type { Process } from '../../../packages/runtime/src/diagram/model.ts';
import { type ScopedData, withChange } from '../../../packages/runtime/src/kernel/change.ts';
import type { Marking } from '../../../packages/runtime/src/kernel/marking.ts';
import { step } from '../../../packages/runtime/src/kernel/step.ts';
import type { Plans, Stimulus } from '../../../packages/runtime/src/kernel/stimulus.ts';
import type { Data } from '../../../packages/runtime/src/words/json.ts';
import { AT, plansOf } from '../kernel/harness.ts';

/** How a run came out. `longer`: it went on and on, which is no fault where it could have ended. */
export interface RandomRun {
  readonly how: 'ended' | 'stuck' | 'longer';
  readonly stimuli: readonly Stimulus[];
  readonly marking: Marking;
}

/** Runs a process on the kernel as chance has it: what happens next, and before each step a new yes or no for each name that conditions read. */
export class RandomRuns {
  readonly #plans: Plans;
  readonly #process: Process;
  readonly #names: readonly string[];

  constructor(process: Process, names: readonly string[]) {
    this.#process = process;
    this.#plans = plansOf([process]);
    this.#names = names;
  }

  /** One run of at most so many steps; the same chance gives the same run. */
  run(chance: () => number, most = 150): RandomRun {
    const start = this.#process.elements.find(({ type, parent }) => type === 'startEvent' && parent === null);
    if (!start) throw new Error('no start');
    const values = this.#values(chance);
    let data: ScopedData = {};
    let marking: Marking | null = null;
    const stimuli: Stimulus[] = [];
    let next: Stimulus | undefined = { kind: 'start', at: start.id, payload: values };
    while (next && stimuli.length < most) {
      stimuli.push(next);
      const stepped = step({ plans: this.#plans, marking, data, stimulus: next, at: AT });
      if (!stepped.ok) throw new Error(`${next.kind} was refused: ${stepped.culprit}`);
      marking = stepped.marking;
      for (const effect of stepped.effects) {
        if (effect.kind === 'changed') for (const change of effect.changes) data = withChange(data, change);
        if (effect.kind === 'ended') return { how: 'ended', stimuli, marking };
      }
      if (marking.incidents.length > 0) return { how: 'stuck', stimuli, marking };
      const root = marking.scopes[0]?.id ?? '';
      data = { ...data, [root]: { ...data[root], ...this.#values(chance) } };
      const possible: readonly Stimulus[] = stimuliFor(marking);
      next = possible[Math.floor(chance() * possible.length)];
    }
    if (!marking) throw new Error('nothing began');
    return { how: next ? 'longer' : 'stuck', stimuli, marking };
  }

  #values = (chance: () => number): Data => Object.fromEntries(this.#names.map((name) => [name, chance() < 0.5]));
}

/** What can happen to a marking by people, machines, time and those outside. */
function stimuliFor(marking: Marking): readonly Stimulus[] {
  return marking.waits.flatMap((wait): readonly Stimulus[] => {
    switch (wait.kind) {
      case 'task':
        return wait.visit ? [{ kind: 'complete', visit: wait.visit, changes: [] }] : [];
      case 'job':
        return [{ kind: 'answer', job: wait.id, changes: [] }];
      case 'timer':
        return [{ kind: 'due', timer: wait.id, occurrence: (wait.fired ?? 0) + 1 }];
      case 'message':
        return [{ kind: 'message', wait: wait.id, id: 'm', payload: {} }];
      case 'signal':
        return [{ kind: 'signal', name: wait.name ?? '', payload: {} }];
      default:
        return [];
    }
  });
}

/** Chance that can be repeated: mulberry32, from a seed. */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
