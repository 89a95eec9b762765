import { describe, expect, test } from '@jest/globals';
import { inShort, type Judged, judged, plain, plainFile, some } from './judging.ts';
import { replay } from './replay.ts';

const first = async (xml: string): Promise<Judged> => {
  const [one] = await judged(xml);
  if (!one) throw new Error('nothing was judged');
  return one;
};

const S = some('startEvent', 's');
const E = some('endEvent', 'e');
const flow = (from: string, to: string): string => `<sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}"/>`;

describe('an ad-hoc sub-process', () => {
  const adHoc = (inner: string, completion = ''): string =>
    plain(`${S}${E}<adHocSubProcess id="free">${inner}${completion}</adHocSubProcess>`, 's > free > e');

  test('is left when somebody says so, whatever was begun', async () => {
    expect(inShort(await first(adHoc(some('userTask', 'a', 'b'))))).toEqual(['sound']);
  });

  test('is sound where one step comes after another, though the first may be done twice', async () => {
    const inner = `${some('userTask', 'a', 'b', 'c')}${some('parallelGateway', 'j')}${flow('a', 'j')}${flow('b', 'j')}${flow('j', 'c')}`;
    expect(inShort(await first(adHoc(`${some('userTask', 'a', 'b')}${flow('a', 'b')}`)))).toEqual(['sound']);
    expect(inShort(await first(adHoc(inner)))).toEqual(['sound']);
    expect(inShort(await first(adHoc(inner, '<completionCondition>n = 1</completionCondition>')))).toEqual(['sound']);
  });

  test('goes on for ever where its condition never holds', async () => {
    const until = (condition: string): string =>
      adHoc(some('userTask', 'a', 'b'), `<completionCondition>${condition}</completionCondition>`);
    expect(inShort(await first(until('n = 1')))).toEqual(['sound']);
    expect((await first(until('1 = 2'))).findings.map(({ property }) => property)).toEqual(['livelock']);
  });

  test('gets stuck by what gets stuck inside', async () => {
    const stuck = `${some('startEvent', 'is')}${some('exclusiveGateway', 'x')}${some('parallelGateway', 'j')}${some('userTask', 'c')}${flow('is', 'x')}${flow('x', 'j')}<sequenceFlow id="x-j2" sourceRef="x" targetRef="j"/>${flow('j', 'c')}`;
    const inner = `<subProcess id="a">${stuck}</subProcess>`;
    const { findings } = await first(adHoc(inner, '<completionCondition>n = 1</completionCondition>'));
    expect(findings.map(({ property }) => property)).toContain('optionToComplete');
  });
});

describe('what is undone', () => {
  const undone = (thrower: string): string =>
    plainFile(
      `<process id="p" isExecutable="true">${S}${E}${some('userTask', 'book')}<boundaryEvent id="undo" attachedToRef="book"><compensateEventDefinition/></boundaryEvent><userTask id="cancelBooking" isForCompensation="true"/><association id="as" sourceRef="undo" targetRef="cancelBooking" associationDirection="One"/><intermediateThrowEvent id="back"><compensateEventDefinition/></intermediateThrowEvent>${some('userTask', 'tell')}${flow('s', 'book')}${flow('book', 'back')}${flow('back', 'tell')}${thrower}</process>`,
    );

  test('is followed: behind it the case goes on', async () => {
    expect(inShort(await first(undone(flow('tell', 'e'))))).toEqual(['sound']);
  });

  test('and what is wrong behind it is found with the steps that undo', async () => {
    const lost = await first(
      undone(
        `${some('exclusiveGateway', 'm')}${some('userTask', 'again')}${flow('tell', 'm')}${flow('m', 'again')}<sequenceFlow id="again-m" sourceRef="again" targetRef="m"/>`,
      ).replace('<endEvent id="e"/>', ''),
    );
    expect(lost.findings.map(({ property }) => property)).toEqual(['livelock']);
  });
});

describe('a transaction', () => {
  const transaction = (border: string, ...more: readonly string[]): string =>
    plain(
      `${S}${E}<transaction id="t">${some('startEvent', 'is')}${some('userTask', 'w')}${some('exclusiveGateway', 'ix')}${some('endEvent', 'well')}<endEvent id="off"><cancelEventDefinition/></endEvent>${flow('is', 'w')}${flow('w', 'ix')}${flow('ix', 'well')}${flow('ix', 'off')}</transaction>${border}`,
      's > t > e',
      ...more,
    );

  test('that is cancelled needs a border to leave by', async () => {
    const unsound = await first(transaction(''));
    expect(unsound.findings.map(({ property }) => property)).toEqual(['optionToComplete']);
    expect(replay(unsound.of, unsound.findings[0]?.run ?? []).marking.incidents.length).toBeGreaterThan(0);
    const border = `<boundaryEvent id="cancelled" attachedToRef="t"><cancelEventDefinition/></boundaryEvent>${some('endEvent', 'e2')}`;
    expect(inShort(await first(transaction(border, 'cancelled > e2')))).toEqual(['sound']);
  });
});

describe('events', () => {
  test('a conditional border may cut a step short, so both ways are followed', async () => {
    const xml = (...more: readonly string[]): string =>
      plain(
        `${S}${E}${some('userTask', 'a')}<boundaryEvent id="c" attachedToRef="a"><conditionalEventDefinition><condition>n &gt; 5</condition></conditionalEventDefinition></boundaryEvent>${some('userTask', 'b')}${some('exclusiveGateway', 'm')}`,
        's > a > m > e',
        'c > b',
        ...more,
      );
    expect(inShort(await first(xml('b > m')))).toEqual(['sound']);
    const { findings } = await first(xml('b > x', 'x > b').replace('<userTask id="b"/>', '<userTask id="b"/><exclusiveGateway id="x"/>'));
    expect(findings.map(({ property, run }) => [property, run.at(-1)])).toEqual([['livelock', { element: 'c', what: 'change' }]]);
  });

  test('an escalation from work leads beside it, and what it leads to is followed', async () => {
    const xml = (inner: string, ...more: readonly string[]): string =>
      plainFile(
        `<escalation id="esc" escalationCode="S"/><process id="p" isExecutable="true">${S}${E}${some('userTask', 'a')}<boundaryEvent id="up" attachedToRef="a" cancelActivity="false"><escalationEventDefinition escalationRef="esc"/></boundaryEvent>${inner}${flow('s', 'a')}${flow('a', 'e')}${more.join('')}</process>`,
      );
    expect(
      inShort(await first(xml(some('userTask', 'look') + some('endEvent', 'seen'), flow('up', 'look'), flow('look', 'seen')))),
    ).toEqual(['sound']);
    const { findings } = await first(
      xml(
        some('userTask', 'look') + some('parallelGateway', 'j') + some('userTask', 'never') + some('endEvent', 'seen'),
        flow('up', 'look'),
        flow('look', 'j'),
        flow('j', 'seen'),
        flow('never', 'j'),
      ),
    );
    expect(findings.map(({ property }) => property)).not.toEqual([]);
  });

  test('a parallel multiple event waits for all of its triggers', async () => {
    const both = `<intermediateCatchEvent id="both" parallelMultiple="true"><messageEventDefinition messageRef="msg"/><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></intermediateCatchEvent>`;
    const { verdict, findings } = await first(plain(`${S}${E}${both}`, 's > both > e'));
    expect([verdict, findings.map(({ property }) => property)]).toEqual(['unsound', ['mayWaitForever']]);
  });
});

test('a complex gateway starts at the first of two, takes the second when it is reset, and the case ends', async () => {
  const xml = (condition: string): string =>
    plain(
      `${S}${E}${some('parallelGateway', 'f')}${some('userTask', 'a', 'b')}<complexGateway id="g"><activationCondition>${condition}</activationCondition></complexGateway>${some('userTask', 'c')}`,
      's > f > a > g > c > e',
      'f > b > g',
    );
  const { verdict } = await first(xml('activationCount &gt;= 2'));
  expect(verdict).toBe('sound');
  const never = await first(xml('activationCount &gt;= 3'));
  expect(never.findings.map(({ property }) => property)).toEqual(['optionToComplete']);
});
