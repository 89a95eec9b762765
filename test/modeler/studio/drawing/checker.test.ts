import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Problem } from '../../../../packages/runtime/src/checking.ts';
import {
  makeChecker,
  type Asked,
  type Checked,
  type Checker,
  type Listening,
} from '../../../../packages/modeler/src/studio/drawing/check/checker.ts';
import { pass, when } from './desk.ts';

/** Every examiner that was engaged, in order, with what it was asked. */
let engaged: { readonly asked: Asked[]; readonly listening: Listening; ended: boolean }[];
let whole: string;
let checked: Checked | undefined;
let checker: Checker;

const problem = (element: string): Problem =>
  ({ rule: 'r', severity: 'error', process: 'p', element, message: { zh: element } }) as unknown as Problem;
const draw = (xml: string): void => {
  whole = xml;
  checker.changed();
};
/** The examiner of this number answers the last thing it was asked. */
const answer = (at: number, element: string): void => {
  const one = engaged[at];
  const number = one?.asked.at(-1)?.number ?? 0;
  one?.listening.answered({ number, problems: [problem(element)] });
};
const asked = (): readonly (readonly (string | Uint8Array)[])[] => engaged.map((one) => one.asked.map((each) => each.xml));
const found = (): readonly string[] => (checked?.problems ?? []).map((one) => one.element);

beforeEach(() => {
  jest.useFakeTimers();
  [engaged, whole, checked] = [[], 'begun', undefined];
  checker = makeChecker({
    serialise: async () => whole,
    known: {},
    when,
    told: (now) => {
      checked = now;
    },
    examiner(listening) {
      const one = { asked: [] as Asked[], listening, ended: false };
      engaged.push(one);
      return {
        ask: (each) => void one.asked.push(each),
        end: () => {
          one.ended = true;
        },
      };
    },
  });
});

afterEach(() => {
  checker.stop();
  jest.useRealTimers();
});

describe('A drawing that is checked while it is drawn', () => {
  test('is checked once when it is opened, and once when the hands rest', async () => {
    await pass(0);
    answer(0, 'a');
    draw('one');
    await pass(50);
    draw('two');
    await pass(100);
    expect(asked()).toEqual([['begun', 'two']]);
  });

  test('keeps its last findings on the screen until the next are there', async () => {
    await pass(0);
    answer(0, 'a');
    draw('one');
    await pass(100);
    expect([found(), checked?.pending]).toEqual([['a'], true]);
    answer(0, 'b');
    expect([found(), checked?.pending]).toEqual([['b'], false]);
  });

  test('has only the newest checked after a check that took long, and shows no answer to what is not asked any more', async () => {
    await pass(0);
    const old = engaged[0]?.asked[0]?.number ?? 0;
    for (const xml of ['one', 'two', 'three']) {
      draw(xml);
      await pass(100);
    }
    answer(0, 'old');
    await pass(0);
    expect(asked()).toEqual([['begun', 'three']]);
    engaged[0]?.listening.answered({ number: old, problems: [] });
    expect(found()).toEqual(['old']);
    answer(0, 'new');
    expect([found(), checked?.pending]).toEqual([['new'], false]);
  });

  test('does not wait for ever for a check of what is old by now', async () => {
    await pass(0);
    draw('one');
    await pass(2500);
    expect([engaged[0]?.ended, asked()]).toEqual([true, [['begun'], ['one']]]);
    answer(0, 'late');
    expect(found()).toEqual([]);
    answer(1, 'now');
    expect(found()).toEqual(['now']);
  });

  test('is checked again by another when the first crashes; after a second crash it says so until the next change', async () => {
    await pass(0);
    engaged[0]?.listening.crashed();
    await pass(0);
    expect(asked()).toEqual([['begun'], ['begun']]);
    engaged[1]?.listening.crashed();
    await pass(1000);
    expect([asked().length, checked?.broken]).toEqual([2, true]);
    draw('one');
    await pass(100);
    answer(2, 'a');
    expect([found(), checked?.broken]).toEqual([['a'], false]);
  });
});
