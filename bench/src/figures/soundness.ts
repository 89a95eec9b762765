import { parseDiagram } from '../../../packages/runtime/dist/diagram/parse.js';
import { checkWhole } from '../../../packages/runtime/dist/soundness/checkWhole.js';
import { officeDiagram } from './officeDiagram.ts';
import { judged, notRun, type About, type Goal } from '../report/figure.ts';
import type { Suite } from '../suite.ts';

const SOUND: About = { figure: 'rules and soundness at 60 tasks, after a change', group: 'quick', unit: 'ms' };
const UNSOUND: About = { figure: 'rules and soundness at 60 tasks, with a mistake and its run', group: 'quick', unit: 'ms' };
const GOAL: Goal = { kind: 'below', value: 300 };

const ROUNDS = 7;

/** What the studio's worker does after each change: the file read anew, every rule, every run. Beside it, reading the file alone. */
export const soundness: Suite = {
  group: 'quick',
  quick: true,
  async measure({ say }) {
    say('rules and soundness of a flow of sixty tasks, some seconds');
    return [await figure(SOUND, false), await figure(UNSOUND, true)];
  },
  failed: (reason) => [notRun(SOUND, GOAL, reason), notRun(UNSOUND, GOAL, reason)],
};

async function figure(about: About, spoilt: boolean) {
  const xml = officeDiagram(spoilt);
  const checked = await checkWhole(xml);
  if (!checked.ok) throw new Error(checked.culprit);
  const errors = checked.problems.filter(({ severity }) => severity === 'error');
  if (spoilt !== errors.some(({ play }) => play !== undefined)) throw new Error(`not as drawn: ${errors.map(({ rule }) => rule).join()}`);
  const [ours, parsing] = [await best(() => checkWhole(xml)), await best(() => parseDiagram(xml))];
  return judged(
    about,
    { ours, yardstick: parsing, reason: `the best of ${ROUNDS}; beside it reading the same file alone, in the same run` },
    GOAL,
  );
}

async function best(work: () => Promise<unknown>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round += 1) {
    const begun = performance.now();
    await work();
    least = Math.min(least, performance.now() - begun);
  }
  return least;
}
