import { describe, expect, test } from '@jest/globals';
import { processesIn } from '../kernel/harness.ts';
import { Allowance } from '../../../packages/runtime/src/soundness/allowance.ts';
import { waitsForOthers } from '../../../packages/runtime/src/soundness/mayWaitForever.ts';
import { soundnessOf } from '../../../packages/runtime/src/soundness/soundness.ts';
import { judged, plain, plainFile, plainProcess, some } from './judging.ts';

const timer = (id: string, host: string): string =>
  `<boundaryEvent id="${id}" attachedToRef="${host}" cancelActivity="false"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent>`;

/** Twenty branches of two steps, one of which ends all: every order matters. */
function entangled(key: string): string {
  const branches = Array.from({ length: 20 }, (_, index) => `${key}_${index}`);
  return plainProcess(
    key,
    `${some('startEvent', `${key}s`)}${some('parallelGateway', `${key}f`)}${some('userTask', ...branches.flatMap((one) => [`${one}a`, `${one}b`]))}<endEvent id="${key}e"><terminateEventDefinition/></endEvent>`,
    `${key}s > ${key}f`,
    ...branches.map((one, index) => `${key}f > ${one}a > ${one}b${index === 0 ? ` > ${key}e` : ''}`),
  );
}

const small = (key: string): string =>
  plainProcess(
    key,
    some('startEvent', `${key}s`) + some('userTask', `${key}a`) + some('endEvent', `${key}e`),
    `${key}s > ${key}a > ${key}e`,
  );

/** What is found of each process of a file that may together cost so much. */
async function within(cost: number, ...parts: readonly string[]) {
  const processes = await processesIn(plainFile(...parts));
  const whole = new Allowance(cost);
  const diagram = { id: 'd', name: { zh: '' }, processes, pools: [], messageFlows: [] };
  const found = processes.map((process) => soundnessOf(process, diagram, { allowance: whole.forProcess() }));
  return { found, whole };
}

describe('what may be done to decide is bounded', () => {
  test('what is given is spent; then it is not decided, and the number of states is told', async () => {
    const { found, whole } = await within(20_000, entangled('p'));
    expect(found.map(({ verdict }) => verdict)).toEqual(['notDecided']);
    expect(whole.isSpent).toBe(true);
    expect(found[0]?.states).toBeLessThan(30_000 / 20);
    expect(found[0]?.problems[0]?.message.en).toContain(`${found[0]?.states} were tried`);
  });

  test('however much others in the file have taken, one of the usual size is decided', async () => {
    const { found } = await within(120_000, entangled('p1'), entangled('p2'), entangled('p3'), small('p4'));
    expect(found.map(({ verdict }) => verdict)).toEqual(['notDecided', 'notDecided', 'notDecided', 'sound']);
    // The first takes what there is, the last only what it is given in any case.
    expect(found[2]?.states).toBeLessThan((found[0]?.states ?? 0) * 0.8);
  });

  test('processes that call each other one in the other share what there is', async () => {
    const keys = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6'];
    const calling = keys.map((key, index) => {
      const next = keys[index + 1];
      const call = next
        ? `<callActivity id="${key}c" calledElement="${next}"/><sequenceFlow id="${key}x" sourceRef="${key}f" targetRef="${key}c"/>`
        : '';
      return entangled(key).replace('</process>', `${call}</process>`);
    });
    const { found } = await within(120_000, ...calling);
    expect(found.map(({ verdict }) => verdict)).toEqual(keys.map(() => 'notDecided'));
    expect(found.reduce((sum, { states }) => sum + states, 0)).toBeLessThan((120_000 + 6 * 30_000) / 20);
  });

  test('a partner that is too much to look at leaves it open who sends', async () => {
    const waits = Array.from({ length: 4 }, (_, index) => `w${index}`);
    const sends = waits.map(
      (one) =>
        `<userTask id="u${one}"/>${timer(`b${one}`, `u${one}`)}<userTask id="r${one}"/><sendTask id="s${one}" messageRef="m${one}"/><endEvent id="e${one}"/>`,
    );
    const xml = plainFile(
      ...waits.map((one) => `<message id="m${one}" name="${one}"/>`),
      plainProcess(
        'p',
        `${some('startEvent', 's')}${waits.map((one) => `<receiveTask id="${one}" messageRef="m${one}"/>`).join('')}${some('endEvent', 'e')}`,
        `s > ${waits.join(' > ')} > e`,
      ),
      plainProcess(
        'q',
        `${some('startEvent', 'qs')}${some('parallelGateway', 'qf')}${sends.join('')}`,
        'qs > qf',
        ...waits.map((one) => `qf > u${one} > s${one} > e${one}`),
        ...waits.map((one) => `b${one} > r${one}`),
      ),
    );
    const processes = await processesIn(xml);
    const [process] = processes;
    if (!process) throw new Error('no process');
    const diagram = { id: 'd', name: { zh: '' }, processes, pools: [], messageFlows: [] };
    const open = (cost: number) =>
      waitsForOthers({ process, diagram, allowance: new Allowance(cost) }, new Set(process.elements.map(({ id }) => id)));
    expect(open(3_000).map(({ known }) => known)).toEqual(waits.map(() => false));
    expect(open(3_000_000)).toEqual([]);
  });

  test('a condition of twenty names is not tried in all its combinations', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `n${index}`);
    const [found] = await judged(
      plain(
        some('startEvent', 's') + some('userTask', 'a') + some('exclusiveGateway', 'x') + some('endEvent', 'e', 'f'),
        's > a > x',
        `x > e : ${names.map((name) => `${name} = 1`).join(' and ')}`,
        `x > f : ${names.map((name) => `${name} != 1`).join(' or ')}`,
      ),
    );
    expect(found?.verdict).toBe('undecided');
  });
});

test('a hundred and fifty parallel blocks one after the other, beside a branch that ends all, are taken apart one by one', async () => {
  const rows = Array.from({ length: 150 }, (_, index) => index);
  const body = rows.map((row) => some('parallelGateway', `f${row}`, `j${row}`) + some('userTask', `a${row}`, `b${row}`)).join('');
  const [found] = await judged(
    plain(
      `${some('startEvent', 's')}${some('parallelGateway', 'fork')}${some('userTask', 'q')}<endEvent id="all"><terminateEventDefinition/></endEvent>${body}${some('endEvent', 'e')}`,
      's > fork > q > all',
      'fork > f0',
      ...rows.flatMap((row) => [`f${row} > a${row} > j${row} > ${row === 149 ? 'e' : `f${row + 1}`}`, `f${row} > b${row} > j${row}`]),
    ),
  );
  expect(found?.verdict).toBe('sound');
  // Two for each block and the end of all, not the product of what stands in each.
  expect(found?.markings).toBeLessThan(400);
});
