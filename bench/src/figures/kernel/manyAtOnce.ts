import { judged, notRun, type About, type Goal } from '../../report/figure.ts';
import type { Suite } from '../../suite.ts';
import { benchDiagram, benchVariables } from '../benchDiagram.ts';
import type { Effect } from '../../../../packages/runtime/dist/kernel/effect.js';
import type { Plans } from '../../../../packages/runtime/dist/kernel/stimulus.js';
import type { VisitId } from '../../../../packages/runtime/dist/words/ids.js';
import { begun, completed, plansOf, type CaseInMemory } from './caseInMemory.ts';

const FORK: About = { figure: 'a step in a 12-way fork with 会签 of 50 beside a plain one', group: 'quick', unit: 'µs' };
const ITEM: About = { figure: 'an item of a 1,000-item multi-instance beside one of 10', group: 'quick', unit: 'µs' };
const THREE: Goal = { kind: 'timesAtMost', times: 3 };
const HALF_MORE: Goal = { kind: 'timesAtMost', times: 1.5 };

const ROUNDS = 400;
/** So many rounds until all is compiled. */
const WARMING = 20;

/** What a step costs where much lives beside it: the kernel alone, in memory, data carried on. */
export const manyAtOnce: Suite = {
  group: 'quick',
  quick: true,
  async measure({ say }) {
    say('steps of cases in which much lives at once, some seconds');
    const reason = 'step by step through whole cases in memory, data carried on; turn about, the best of some hundreds each';
    const [plain, forked] = await turnAbout(
      { xml: benchDiagram(12, 'feel'), data: benchVariables(12), cases: 50 },
      { xml: forkedDiagram(), data: { list: numbers(50) }, cases: 5 },
    );
    const [ten, thousand] = await turnAbout(
      { xml: manyDiagram(), data: { list: numbers(10) }, cases: 50 },
      { xml: manyDiagram(), data: { list: numbers(1000) }, cases: 1 },
    );
    return [
      judged(FORK, { ours: forked, yardstick: plain, reason }, THREE),
      judged(ITEM, { ours: thousand, yardstick: ten, reason }, HALF_MORE),
    ];
  },
  failed: (reason) => [notRun(FORK, THREE, reason), notRun(ITEM, HALF_MORE, reason)],
};

interface Runs {
  readonly xml: string;
  readonly data: Parameters<typeof begun>[1];
  readonly cases: number;
}

async function turnAbout(one: Runs, other: Runs): Promise<readonly [number, number]> {
  const plans = [await plansOf(one.xml), await plansOf(other.xml)] as const;
  const least: [number, number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < ROUNDS; round += 1) {
    const took = [timed(plans[0], one), timed(plans[1], other)] as const;
    if (round >= WARMING) for (const index of [0, 1] as const) least[index] = Math.min(least[index], took[index]);
  }
  return least;
}

/**
 * Microseconds per completed task, over whole cases, the newest open task first or the oldest, turn about. What is open is known from what
 * each step tells, as a board knows it; looking through the marking for it would be the driver's own work, and leave no cache as it was.
 */
function timed(plans: Plans, { data, cases }: Runs): number {
  let spent = 0;
  let steps = 0;
  for (let one = 0; one < cases; one += 1) {
    const started = begun(plans, data);
    const open = [...openedBy(started.effects)];
    let now: CaseInMemory = started;
    for (let visit = open.shift(); visit; visit = steps % 2 === 0 ? open.shift() : open.pop()) {
      const begin = performance.now();
      const done = completed(plans, now, visit);
      spent += performance.now() - begin;
      now = done;
      open.push(...openedBy(done.effects));
      steps += 1;
    }
  }
  return (spent * 1000) / steps;
}

const openedBy = (effects: readonly Effect[]): readonly VisitId[] =>
  effects.flatMap((effect) => (effect.kind === 'taskOpened' ? [effect.visit] : []));

const numbers = (many: number): readonly number[] => Array.from({ length: many }, (_, index) => index);

const ENVELOPE = (process: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:gc="urn:guicheng:bpmn:1" id="bench" targetNamespace="urn:guicheng:bench">
<process id="many" isExecutable="true">${process}</process></definitions>`;

const flow = (from: string, to: string): string => `<sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}"/>`;

/** 会签 over the list, as the office draws it. */
const countersign = (id: string): string =>
  `<userTask id="${id}"><multiInstanceLoopCharacteristics><extensionElements><gc:items over="list" as="member"/></extensionElements></multiInstanceLoopCharacteristics></userTask>`;

const manyDiagram = (): string =>
  ENVELOPE(`<startEvent id="start"/>${countersign('sign')}<endEvent id="end"/>${flow('start', 'sign')}${flow('sign', 'end')}`);

/** Twelve branches beside each other, three tasks in each; the second of one of them is a 会签. */
function forkedDiagram(): string {
  const branches = Array.from({ length: 12 }, (_, branch) => {
    const steps = [0, 1, 2].map((step) => `b${branch}s${step}`);
    const tasks = steps.map((step, index) => (branch === 5 && index === 1 ? countersign(step) : `<userTask id="${step}"/>`));
    const places = ['fork', ...steps, 'join'];
    return `${tasks.join('')}${places
      .slice(1)
      .map((to, index) => flow(places[index] ?? '', to))
      .join('')}`;
  });
  return ENVELOPE(
    `<startEvent id="start"/><parallelGateway id="fork"/><parallelGateway id="join"/><endEvent id="end"/>${flow('start', 'fork')}${flow('join', 'end')}${branches.join('')}`,
  );
}
