import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { ScopedData } from '../../../packages/runtime/src/kernel/change.ts';
import type { Marking, Pass } from '../../../packages/runtime/src/kernel/marking.ts';
import { step } from '../../../packages/runtime/src/kernel/step.ts';
import type { Stimulus } from '../../../packages/runtime/src/kernel/stimulus.ts';
import { AT, plansOf, processesIn, processesOf } from './harness.ts';

/** A marking as some release stored it, and what that release made of it. */
interface Stored {
  readonly name: string;
  /** A file beside these stories, or the diagram itself. */
  readonly diagram?: string;
  readonly xml?: string;
  readonly root: string | null;
  readonly marking: Marking;
  readonly data: ScopedData;
  readonly stimulus: Stimulus;
  readonly trail?: readonly Pass[];
  readonly next: Marking;
}

const folder = new URL('./markings/', import.meta.url);

/** Files are added with each release and never changed: cases of that time still run. */
describe.each(readdirSync(folder).sort())('markings of %s give the same next marking', (file) => {
  const stored = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as readonly Stored[];
  test.each(stored.map((one) => [one.name, one] as const))('%s', async (_, one) => {
    const { diagram = '', xml, root, marking, data, stimulus, trail, next } = one;
    const plans = plansOf(await (xml ? processesIn(xml) : processesOf(diagram)), root ?? undefined);
    const stepped = step({ plans, marking, data, stimulus, at: AT, ...(trail ? { trail } : {}) });
    expect(stepped.ok && stepped.marking).toEqual(next);
  });
});
