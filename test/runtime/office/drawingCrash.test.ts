import { describe, expect, test } from '@jest/globals';
import { kernelExecutor } from '../../../packages/runtime/src/executor/kernel/kernelExecutor.ts';
import { createOffice } from '../../../packages/runtime/src/office/create.ts';
import type { Answer, Office } from '../../../packages/runtime/src/office/office.ts';
import { StoreUnavailable, type Store } from '../../../packages/runtime/src/ports/store.ts';
import { endingAt } from './endingAt.ts';
import { person, yes } from './harness.ts';
import { newRequest, small, studio, tabOf } from './studio.ts';

/** An office with one small flow: it is opened again and again. */
const SMALL = { diagrams: [{ file: 'a', xml: small('a') }] };

/** What is tried: begun from a draft with this text, done once or twice, and how it is told that it was done. */
interface Trial {
  readonly name: string;
  run(office: Office, about: { readonly request: string; readonly text: string }): Promise<Answer<unknown>>;
  /** The texts that the drawing may have after the crash, and must have in the end. */
  readonly leaves: (about: { readonly before: string; readonly text: string; readonly version: string }) => string;
  readonly keeps: boolean;
}

const tab = (office: Office) => tabOf(office, 'li-min', { hold: 'first-tab', flow: 'a' });
const other = (office: Office) => tabOf(office, 'zhang-wei', { hold: 'tab-of-zhang', flow: 'a' });
const TRIALS: readonly Trial[] = [
  {
    name: 'saved',
    run: async (office, { text }) => tab(office).save((await tab(office).page()).revision, text),
    leaves: ({ text }) => text,
    keeps: false,
  },
  { name: 'taken over', run: (office) => other(office).hold(true), leaves: ({ before }) => before, keeps: true },
  { name: 'discarded', run: (office) => tab(office).discard(), leaves: ({ version }) => version, keeps: true },
  {
    name: 'published',
    run: async (office, { request }) => {
      // The same request, as a browser repeats it, even where the draft is closed by now.
      const { revision, latest } = asked.get(request) ?? (await tab(office).page());
      asked.set(request, { revision, latest });
      return tab(office).publish({ request, revision, latest });
    },
    leaves: ({ before }) => before,
    keeps: true,
  },
];
const asked = new Map<string, { readonly revision: number; readonly latest: number }>();

describe('a crash at every call of the store', () => {
  for (const trial of TRIALS)
    test(`given a draft that is ${trial.name}, when the store ends at any call, then the draft is the old or the new one, whole, and asking again does it`, async () => {
      const { store, clock } = await studio(SMALL);
      const open = (on: Store): Office => createOffice({ store: on, executor: kernelExecutor, clock });
      let calls = 0;
      for (const done of [false, true])
        for (let call = 1, reached = true; reached; call += 1) {
          clock.advance(2000);
          const about = { request: newRequest(), text: small('a', [`之后 ${call} ${done}`]) };
          const before = small('a', [`之前 ${call} ${done}`]);
          const healthy = open(store);
          yes(await tab(healthy).hold(true));
          await tab(healthy).draws(before);
          // A flow's page lists all versions, of which publishing makes one a round.
          const version = trial.name === 'discarded' ? yes(await healthy.flow(person('li-min'), 'a')).xml : '';
          const { store: broken, state } = endingAt(store, call, done);
          await trial.run(open(broken), about).catch((error: unknown) => expect(error).toBeInstanceOf(StoreUnavailable));
          reached = state.ended;
          calls += reached ? 1 : 0;
          const after = open(store);
          const { xml } = await tab(after).page();
          const leaves = trial.leaves({ before, text: about.text, version });
          expect([before, leaves]).toContain(xml);
          yes(await trial.run(after, about));
          expect((await tab(after).page()).xml).toBe(leaves);
          if (trial.keeps) {
            const [point] = await tab(after).kept();
            expect(await tab(after).textOf(point?.point ?? '')).toBe(before);
          }
          if (trial.name === 'published') {
            expect(await tab(after).page()).toMatchObject({ draft: null, latest: (asked.get(about.request)?.latest ?? 0) + 1 });
          }
        }
      expect(calls).toBeGreaterThan(10);
      // Nothing is left that nothing refers to, once an hour is over.
      clock.advance(2 * 3_600_000);
      yes(await other(open(store)).hold(true));
      const left = await store.notes.list('drawing/a/text/', 500);
      expect(left.length).toBe((await tab(open(store)).page()).draft ? 1 : 0);
    });

  test('given a new flow that is begun, when the store ends at any call, then asking again gives the one flow', async () => {
    const { store, clock } = await studio(SMALL);
    const open = (on: Store): Office => createOffice({ store: on, executor: kernelExecutor, clock });
    for (const done of [false, true])
      for (let call = 1, reached = true; reached; call += 1) {
        const ask = { request: newRequest(), name: '办理', xml: small('b', [`${call} ${done}`]) };
        const { store: broken, state } = endingAt(store, call, done);
        await open(broken)
          .newFlow(person('li-min'), ask)
          .catch((error: unknown) => expect(error).toBeInstanceOf(StoreUnavailable));
        reached = state.ended;
        expect(yes(await open(store).newFlow(person('li-min'), ask))).toEqual({ flow: 'b' });
        const begun = tabOf(open(store), 'li-min', { hold: 'first-tab', flow: 'b' });
        expect((await begun.page()).xml).toBe(ask.xml);
        yes(await begun.discard());
      }
  });
});
