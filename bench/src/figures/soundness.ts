import { parseDiagram } from '../../../packages/runtime/dist/diagram/parse.js';
import { checkWhole } from '../../../packages/runtime/dist/soundness/checkWhole.js';
import { Judge } from '../../../packages/runtime/dist/soundness/judge.js';
import { choiceBlock } from './choiceBlock.ts';
import { officeDiagram } from './officeDiagram.ts';
import { judged, notRun, type About, type Goal } from '../report/figure.ts';
import type { Suite } from '../suite.ts';

const SOUND: About = { figure: 'rules and soundness at 60 tasks, after a change', group: 'quick', unit: 'ms' };
const UNSOUND: About = { figure: 'rules and soundness at 60 tasks, with a mistake and its run', group: 'quick', unit: 'ms' };
const GOAL: Goal = { kind: 'below', value: 300 };

const BLOCK: About = { figure: 'soundness of a block of 10 parallel branches × 10 choices each', group: 'quick', unit: 'ms' };
const BLOCK_GOAL: Goal = { kind: 'below', value: 1000 };

const ROUNDS = 7;

/** What the studio's worker does after each change: the file read anew, every rule, every run. Beside it, reading the file alone. */
export const soundness: Suite = {
  group: 'quick',
  quick: true,
  async measure({ say }) {
    say('rules and soundness of a flow of sixty tasks, some seconds');
    return [await figure(SOUND, false), await figure(UNSOUND, true), await block()];
  },
  failed: (reason) => [notRun(SOUND, GOAL, reason), notRun(UNSOUND, GOAL, reason), notRun(BLOCK, BLOCK_GOAL, reason)],
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

/** The slowest of all ways to draw such a block, sound and with a mistake in its last branch; each must be decided, and rightly. */
async function block() {
  let slowest = 0;
  let parsing = 0;
  for (const drawn of ['ways', 'row'] as const) {
    for (const asks of ['none', 'own', 'shared'] as const) {
      for (const spoilt of [false, true]) {
        const xml = choiceBlock({ branches: 10, choices: 10, drawn, asks, spoilt });
        const parsed = await parseDiagram(xml);
        const [process] = parsed.ok ? parsed.diagram.processes : [];
        if (!parsed.ok || !process) throw new Error(`the block cannot be read: ${drawn} ${asks}`);
        const { diagram } = parsed;
        const { verdict } = new Judge([diagram]).of(process, diagram);
        if (verdict !== (spoilt ? 'unsound' : 'sound')) throw new Error(`${drawn} ${asks}${spoilt ? ' spoilt' : ''}: ${verdict}`);
        slowest = Math.max(slowest, await best(async () => new Judge([diagram]).of(process, diagram)));
        parsing = Math.max(parsing, await best(() => parseDiagram(xml)));
      }
    }
  }
  return judged(
    BLOCK,
    {
      ours: slowest,
      yardstick: parsing,
      reason: `the slowest of twelve ways to draw it, the best of ${ROUNDS} each; beside it reading the file alone`,
    },
    BLOCK_GOAL,
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
