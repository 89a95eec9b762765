import { describe, expect, test } from '@jest/globals';
import { parseDiagram } from '../../../packages/runtime/src/diagram/parse.ts';
import { Judge } from '../../../packages/runtime/src/soundness/judge.ts';
import { inShort, type Judged, judged, plain, plainFile, plainProcess, some } from './judging.ts';
import { type Replayed, replay } from './replay.ts';

const first = async (xml: string): Promise<Judged> => {
  const [one] = await judged(xml);
  if (!one) throw new Error('nothing was judged');
  return one;
};

/** What replaying the first counter-example on the kernel comes to. */
const replayed = async (xml: string): Promise<Replayed> => {
  const { of, findings } = await first(xml);
  const [finding] = findings;
  if (!finding) throw new Error('nothing was found');
  return replay(of, finding.run);
};

const S = some('startEvent', 's');
const E = some('endEvent', 'e');
const timer = (id: string, host: string): string =>
  `<boundaryEvent id="${id}" attachedToRef="${host}"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent>`;
const catches = (id: string): string =>
  `<intermediateCatchEvent id="${id}"><messageEventDefinition messageRef="msg"/></intermediateCatchEvent>`;
const isStuck = ({ marking, ended }: Replayed): boolean => !ended && marking.incidents.length > 0;

describe('option to complete', () => {
  const choice = (join: string): string =>
    plain(S + E + some('exclusiveGateway', 'x') + some('userTask', 'a', 'b') + some(join, 'j'), 's > x > a > j > e', 'x > b > j');

  test('a join waits for a branch that was not chosen', async () => {
    const xml = choice('parallelGateway');
    expect(inShort(await first(xml))).toEqual(['unsound', 'optionToComplete j: start s, complete a']);
    expect(isStuck(await replayed(xml))).toBe(true);
    expect(inShort(await first(choice('exclusiveGateway')))).toEqual(['sound']);
  });

  test('no way on can be taken for one value of what a gateway asks', async () => {
    const asks = (second: string): string =>
      plain(
        S + E + some('userTask', 'a', 'b') + some('exclusiveGateway', 'x', 'm'),
        's > a > x',
        'x > b : n > 5',
        `x > m : ${second}`,
        'b > m > e',
      );
    expect(inShort(await first(asks('n &lt; 5')))).toEqual(['unsound', 'optionToComplete x: start s, complete a']);
    expect((await first(asks('n &lt; 5'))).findings[0]?.run[1]).toEqual({ element: 'a', what: 'complete', values: { n: 5 } });
    expect(isStuck(await replayed(asks('n &lt; 5')))).toBe(true);
    expect(inShort(await first(asks('n &lt;= 5')))).toEqual(['sound']);
  });

  test('an error that nothing catches', async () => {
    const xml = (border: string, ...more: readonly string[]): string =>
      plain(
        `${S}${E}<subProcess id="sub">${some('startEvent', 'is')}<endEvent id="bad"><errorEventDefinition errorRef="err"/></endEvent><sequenceFlow id="i" sourceRef="is" targetRef="bad"/></subProcess>${border}`,
        's > sub',
        ...more,
      );
    const uncaught = xml('', 'sub > e');
    expect(inShort(await first(uncaught))).toEqual(['unsound', 'optionToComplete bad: start s']);
    expect(isStuck(await replayed(uncaught))).toBe(true);
    const caught = xml('<boundaryEvent id="c" attachedToRef="sub"><errorEventDefinition errorRef="err"/></boundaryEvent>', 'c > e');
    expect(inShort(await first(caught))).toEqual(['sound']);
  });
});

describe('proper completion', () => {
  test('an end is reached while a token is left behind at a join', async () => {
    const xml = (way: string): string =>
      plain(
        S +
          E +
          some('parallelGateway', 'f', 'j') +
          some('userTask', 'a', 'b', 'c') +
          some('exclusiveGateway', 'x', 'm') +
          some('endEvent', 'away'),
        's > f > a > j',
        'f > b > x',
        'x > m > j',
        `x > c > ${way}`,
        'j > e',
      );
    const unsound = await first(xml('away'));
    expect(inShort(unsound)).toEqual(['unsound', 'properCompletion j: start s, complete b, complete c, complete a']);
    const { marking, ends, ended } = await replayed(xml('away'));
    expect([ends, ended, marking.arrivals.length]).toEqual([['away'], false, 1]);
    expect(inShort(await first(xml('m').replace('<endEvent id="away"/>', '')))).toEqual(['sound']);
  });

  test('two branches come to the same end, each by itself', async () => {
    const xml = (join: string): string =>
      plain(S + E + some('parallelGateway', 'f') + some(join, 'j') + some('userTask', 'a', 'b'), 's > f > a > j > e', 'f > b > j');
    expect(inShort(await first(xml('exclusiveGateway')))).toEqual(['unsound', 'properCompletion e: start s, complete a, complete b']);
    expect((await replayed(xml('exclusiveGateway'))).ends).toEqual(['e', 'e']);
    expect(inShort(await first(xml('parallelGateway')))).toEqual(['sound']);
  });

  test('two branches may come to ends of their own', async () => {
    const xml = plain(
      S + E + some('endEvent', 'e2') + some('parallelGateway', 'f') + some('userTask', 'a', 'b'),
      's > f > a > e',
      'f > b > e2',
    );
    expect(inShort(await first(xml))).toEqual(['sound']);
  });
});

describe('no dead activity', () => {
  test('a step behind a condition that nothing fulfils', async () => {
    const xml = (condition: string): string =>
      plain(
        S + E + some('userTask', 'a', 'b') + '<exclusiveGateway id="x" default="x-m"/><exclusiveGateway id="m"/>',
        's > a > x',
        `x > b : ${condition}`,
        'x > m > e',
        'b > m',
      );
    expect(inShort(await first(xml('1 = 2')))).toEqual(['unsound', 'deadActivity b: ']);
    expect(inShort(await first(xml('n = 2')))).toEqual(['sound']);
  });

  test('a step to which no arrow leads, and one behind a wait that a step before always ends', async () => {
    const lost = plain(S + E + some('userTask', 'a', 'lost'), 's > a > e', 'lost > e');
    expect(inShort(await first(lost))).toEqual(['unsound', 'deadActivity lost: ']);
    const ends = (event: string): string =>
      plain(
        `${S}${E}<subProcess id="sub">${some('startEvent', 'is')}<endEvent id="bad">${event}</endEvent><sequenceFlow id="i" sourceRef="is" targetRef="bad"/></subProcess><boundaryEvent id="c" attachedToRef="sub"><errorEventDefinition errorRef="err"/></boundaryEvent>${some('userTask', 'normal', 'failed')}${some('exclusiveGateway', 'm')}`,
        's > sub > normal > m > e',
        'c > failed > m',
      );
    const always = '<errorEventDefinition errorRef="err"/>';
    expect(inShort(await first(ends(always)))).toEqual(['unsound', 'deadActivity normal: ']);
    expect(inShort(await first(ends('')))).toEqual(['unsound', 'deadActivity failed: ']);
    const either = ends('').replace(
      '<sequenceFlow id="i"',
      `<exclusiveGateway id="ix"/><endEvent id="err2">${always}</endEvent><sequenceFlow id="i2" sourceRef="ix" targetRef="bad"/><sequenceFlow id="i3" sourceRef="ix" targetRef="err2"/><sequenceFlow id="i"`,
    );
    expect(inShort(await first(either.replace('sourceRef="is" targetRef="bad"', 'sourceRef="is" targetRef="ix"')))).toEqual(['sound']);
  });
});

describe('no place marked twice', () => {
  const twice = (join: string, more = ''): string =>
    plain(
      S + E + some('parallelGateway', 'f') + some(join, 'j') + some('userTask', 'a', 'b', 'c') + more,
      's > f > a > j > c > e',
      'f > b > j',
    );

  test('branches beside each other share a step without being joined', async () => {
    expect(inShort(await first(twice('exclusiveGateway')))).toEqual(['unsound', 'markedTwice c: start s, complete a, complete b']);
    expect((await replayed(twice('exclusiveGateway'))).marking.tokens.map(({ element }) => element)).toEqual(['c', 'c']);
    expect(inShort(await first(twice('parallelGateway')))).toEqual(['sound']);
  });

  test('a branch is sent back before the fork while the other is still at work', async () => {
    const xml = (back: string): string =>
      plain(
        S + E + some('userTask', 'begin', 'a', 'b') + some('parallelGateway', 'f', 'j') + some('exclusiveGateway', 'm', 'n', 'x'),
        's > m > begin > f > n > a > x > j > e',
        'f > b > j',
        `x > ${back}`,
      );
    const unsound = await first(xml('m'));
    expect(unsound.findings.map(({ property }) => property)).toContain('markedTwice');
    const finding = unsound.findings.find(({ property }) => property === 'markedTwice');
    const { marking } = replay(unsound.of, finding?.run ?? []);
    const places = marking.tokens.map(({ element }) => element);
    expect(places.length).toBeGreaterThan(new Set(places).size);
    expect(inShort(await first(xml('n')))).toEqual(['sound']);
  });
});

describe('no livelock', () => {
  test('a circle of people that nothing leaves', async () => {
    const xml = (...more: readonly string[]): string =>
      plain(S + E + some('userTask', 'a', 'b') + some('exclusiveGateway', 'm', 'x'), 's > m > a > b > x > m', ...more);
    const unsound = await first(xml());
    expect(inShort(unsound)).toEqual(['unsound', 'livelock a: start s']);
    expect((await replayed(xml())).ended).toBe(false);
    expect(inShort(await first(xml('x > e')))).toEqual(['sound']);
  });

  test('a circle without people', async () => {
    const xml = (work: string): string =>
      plain(
        S + E + some('userTask', 'a') + some(work, 'w') + some('exclusiveGateway', 'm', 'x'),
        's > a > m > w > x',
        'x > m : n = 1',
        'x > e : n != 1',
      );
    const unsound = await first(xml('task'));
    expect(unsound.findings.map(({ property }) => property)).toEqual(['livelock']);
    expect((await replayed(xml('task'))).marking.incidents.map(({ code }) => code)).toEqual(['stepBudget']);
    expect(inShort(await first(xml('serviceTask')))).toEqual(['sound']);
  });
});

describe('nobody waits for ever for those outside', () => {
  test('a message that may never come', async () => {
    const xml = (border: string, ...more: readonly string[]): string =>
      plain(`${S}${E}${some('receiveTask', 'r')}${border}`, 's > r > e', ...more);
    expect(inShort(await first(xml('')))).toEqual(['unsound', 'mayWaitForever r: start s']);
    expect((await replayed(xml(''))).marking.waits.map(({ kind }) => kind)).toEqual(['message']);
    expect(inShort(await first(xml(timer('t', 'r') + some('endEvent', 'late'), 't > late')))).toEqual(['sound']);
  });

  test('what a case begins with has come already', async () => {
    const receives = plain(`${E}<receiveTask id="r" instantiate="true" messageRef="msg"/>${some('userTask', 'a')}`, 'r > a > e');
    expect(inShort(await first(receives))).toEqual(['sound']);
  });

  test('an event-based gateway with messages alone', async () => {
    const xml = (second: string): string =>
      plain(
        `${S}${some('endEvent', 'e1', 'e2')}${some('eventBasedGateway', 'g')}${catches('m1')}${second}`,
        's > g > m1 > e1',
        'g > m2 > e2',
      );
    expect(inShort(await first(xml(catches('m2'))))).toEqual(['unsound', 'mayWaitForever g: start s']);
    const timed =
      '<intermediateCatchEvent id="m2"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></intermediateCatchEvent>';
    expect(inShort(await first(xml(timed)))).toEqual(['sound']);
  });

  test('a partner of the same file ends the wait if each of its runs sends', async () => {
    const waits = plainProcess('waits', S + E + catches('r'), 's > r > e');
    const sends = (...lines: readonly string[]): string =>
      plainProcess(
        'sends',
        `${some('startEvent', 'ps')}${some('userTask', 'w')}${some('exclusiveGateway', 'px')}${some('endEvent', 'quiet')}<endEvent id="told"><messageEventDefinition messageRef="msg"/></endEvent>`,
        ...lines,
      );
    const [always] = await judged(plainFile(waits, sends('ps > w > px > told').replace('<endEvent id="quiet"/>', '')));
    expect(always && inShort(always)).toEqual(['sound']);
    const [perhaps] = await judged(plainFile(waits, sends('ps > w > px > told', 'px > quiet')));
    expect(perhaps && inShort(perhaps)).toEqual(['unsound', 'mayWaitForever r: start s']);
  });
});

describe('partners of one file do not wait for each other in a circle', () => {
  const throws = (id: string, what: string): string => `<intermediateThrowEvent id="${id}">${what}</intermediateThrowEvent>`;
  const waits = (id: string, what: string): string => `<intermediateCatchEvent id="${id}">${what}</intermediateCatchEvent>`;
  const [ask, answer, call] = [
    '<messageEventDefinition messageRef="msg"/>',
    '<messageEventDefinition messageRef="back"/>',
    '<signalEventDefinition signalRef="sig"/>',
  ];
  const two = async (mine: readonly string[], its: string): Promise<readonly (readonly string[])[]> => {
    const one = plainProcess('one', S + E + some('exclusiveGateway', 'x', 'y') + throws('asks', ask) + waits('hears', answer), ...mine);
    return (await judged(plainFile('<message id="back" name="B"/>', one, its))).map(inShort);
  };
  const answering = plainProcess(
    'two',
    `<startEvent id="ps">${ask}</startEvent>${some('endEvent', 'pe')}${throws('answers', answer)}`,
    'ps > answers > pe',
  );
  const going = plainProcess(
    'two',
    some('startEvent', 'ps') + some('endEvent', 'pe') + waits('gets', ask) + throws('answers', answer),
    'ps > gets > answers > pe',
  );
  test('a partner that begins or goes on with what was sent before', async () => {
    for (const its of [answering, going]) expect((await two(['s > asks > hears > e'], its))[0]).toEqual(['sound']);
  });
  test('both wait first', async () => {
    expect(await two(['s > hears > asks > e'], going)).toEqual([
      ['unsound', 'mayWaitForever hears: start s'],
      ['unsound', 'mayWaitForever gets: start ps'],
    ]);
  });
  test('a partner that begins with what is sent too late, or on one way only', async () => {
    expect((await two(['s > hears > asks > e'], answering))[0]).toEqual(['unsound', 'mayWaitForever hears: start s']);
    expect((await two(['s > x > asks > y > hears > e', 'x > y'], answering))[0]?.[0]).toBe('unsound');
  });
  test('what is sent beside the wait comes all the same', async () => {
    const one = plainProcess(
      'one',
      S + E + some('parallelGateway', 'x', 'y') + throws('asks', ask) + waits('hears', answer),
      's > x > asks > y > e',
      'x > hears > y',
    );
    for (const its of [answering, going])
      expect((await judged(plainFile('<message id="back" name="B"/>', one, its))).map(inShort)[0]).toEqual(['sound']);
  });
  test('what is sent behind the wait, or by the process itself, ends no wait', async () => {
    const alone = async (...lines: readonly string[]): Promise<readonly string[]> =>
      inShort(await first(plain(S + E + throws('asks', ask) + waits('hears', ask), ...lines)));
    for (const line of ['s > hears > asks > e', 's > asks > hears > e']) expect((await alone(line))[1]).toMatch(/^mayWaitForever hears/);
  });
  test('a signal of its own is heard only while somebody waits', async () => {
    const own = async (...lines: readonly string[]): Promise<readonly string[]> =>
      inShort(
        await first(
          plain(
            S +
              E +
              some('parallelGateway', 'fork', 'q') +
              some('exclusiveGateway', 'x', 'y') +
              some('userTask', 'a') +
              throws('rings', call) +
              waits('hears', call),
            ...lines,
          ),
        ),
      );
    expect(await own('s > fork > hears > q > e', 'fork > a > rings > q')).toEqual(['sound']);
    expect((await own('s > fork > hears > q > e', 'fork > a > x > rings > y > q', 'x > y'))[1]).toMatch(/^mayWaitForever hears/);
    expect((await own('s > rings > hears > e'))[1]).toMatch(/^mayWaitForever hears/);
  });
});

describe('each process is judged in its own time', () => {
  test('without what it calls, which was judged once', async () => {
    const called = plainProcess('two', some('startEvent', 'ps') + some('endEvent', 'pe'), 'ps > pe');
    const calls = plainProcess('one', `${S}${E}<callActivity id="call" calledElement="two"/>`, 's > call > e');
    const parsed = await parseDiagram(plainFile(calls, called));
    if (!parsed.ok) throw new Error(parsed.culprit);
    let now = 0;
    const judge = new Judge([parsed.diagram], () => (now += 5));
    expect(parsed.diagram.processes.map((process) => judge.of(process, parsed.diagram).ms)).toEqual([10, 5]);
  });
});

describe('calls', () => {
  const calls = (key: string, called: string): string =>
    plainProcess(key, `${S}${E}<callActivity id="call" calledElement="${called}"/>`, 's > call > e');

  test('what is called and unsound is named at the call, also over files', async () => {
    const broken = plain(S + E + some('userTask', 'a') + some('exclusiveGateway', 'm'), 's > m > a > m');
    const [caller, callee] = await judged(plainFile(calls('outer', 'p')), broken);
    expect(callee?.verdict).toBe('unsound');
    expect(caller && inShort(caller)).toEqual(['unsound', 'livelock call: start s']);
    expect(caller?.findings[0]?.process).toBe('p');
    const [alone] = await judged(plainFile(calls('outer', 'p')), plain(S + E + some('userTask', 'a'), 's > a > e'));
    expect(alone && inShort(alone)).toEqual(['sound']);
  });

  test('what calls itself is undecided by name', async () => {
    const [one, other] = await judged(plainFile(calls('one', 'other')), plainFile(calls('other', 'one')));
    expect([one?.verdict, other?.verdict]).toEqual(['undecided', 'undecided']);
    expect(one?.reason?.en).toContain('calls itself');
  });
});
