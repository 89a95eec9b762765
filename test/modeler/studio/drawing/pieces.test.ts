import { describe, expect, test } from '@jest/globals';
import { ago } from '../../../../packages/modeler/src/studio/drawing/ago.ts';
import { byElement } from '../../../../packages/modeler/src/studio/drawing/check/marks.ts';
import { makeOrder } from '../../../../packages/modeler/src/studio/drawing/check/order.ts';
import { sayProblem } from '../../../../packages/modeler/src/studio/drawing/check/sayProblem.ts';
import { halfway } from '../../../../packages/modeler/src/studio/drawing/check/markPlace.ts';
import { fileName } from '../../../../packages/modeler/src/studio/drawing/more/download.ts';
import { fingerprint } from '../../../../packages/modeler/src/studio/drawing/sync/fingerprint.ts';
import type { LocalCopy } from '../../../../packages/modeler/src/studio/drawing/sync/localCopy.ts';
import { planOpening } from '../../../../packages/modeler/src/studio/drawing/sync/planOpening.ts';
import type { Problem } from '../../../../packages/runtime/src/checking.ts';
import { Server } from './desk.ts';

const problem = (element: string, severity: Problem['severity'], zh: string): Problem =>
  ({ rule: 'r', severity, process: 'p', element, message: { zh } }) as unknown as Problem;
const copy = (hold: string, given: Partial<LocalCopy>): LocalCopy => ({
  hold,
  xml: hold,
  revision: 0,
  base: 1,
  unsent: true,
  onItsWay: [],
  at: '1',
  ...given,
});

describe('Copies that several tabs left', () => {
  const page = new Server().page('here');

  test('are all told of: the newest goes on, the others stand aside', () => {
    const plan = planOpening(page, [copy('old', {}), copy('new', { at: '2' })], true);
    expect([plan.taken?.hold, plan.aside.map((one) => one.hold)]).toEqual(['new', ['old']]);
  });

  test('are only told of where another draws', () => {
    const plan = planOpening(page, [copy('mine', {})], false);
    expect([plan.xml, plan.taken, plan.aside.map((one) => one.hold)]).toEqual(['v1', null, ['mine']]);
  });

  test('are settled when the server has the same', () => {
    const plan = planOpening(page, [copy('same', { xml: 'v1', revision: 7 }), copy('sent', { unsent: false })], true);
    expect([plan.taken, plan.aside, plan.settled]).toEqual([null, [], ['same', 'sent']]);
  });

  test('fit upon what was on its way only if that is what arrived', () => {
    const arrived = {
      ...page,
      revision: 4,
      xml: 'arrived',
      draft: { revision: 4, base: 1, savedAt: '', savedBy: { id: 'p', name: { zh: '' } } },
    };
    const sent = (text: string): LocalCopy => copy('mine', { onItsWay: [fingerprint(text)] });
    expect(planOpening(arrived, [sent('arrived')], true).taken?.hold).toBe('mine');
    expect(planOpening(arrived, [sent('other')], true).taken).toBeNull();
  });
});

describe('How long ago something was', () => {
  test('is said in minutes and hours by the server’s clock, and as a moment after a day', () => {
    const says = (at: string): string => ago(at, '2026-11-24T04:00:00Z', (word, { count = '' } = {}) => `${word} ${count}`.trim());
    expect(['03:59:01', '03:59:00', '03:01:00', '03:00:00'].map((time) => says(`2026-11-24T${time}Z`))).toEqual([
      'justNow',
      'minutesAgo 1',
      'minutesAgo 59',
      'hoursAgo 1',
    ]);
    expect(says('2026-11-23T04:00:00Z')).toBe('11-23 12:00');
  });
});

describe('What is wrong', () => {
  test('is told in the order of what to do: errors first, of those what can be played, of those what is new', () => {
    const played = (element: string): Problem => ({
      ...problem(element, 'error', ''),
      play: [{ says: { zh: '' }, took: [], at: [], stuck: [] }],
    });
    const [hint, fault, loop, join] = [problem('hint', 'warning', ''), problem('fault', 'error', ''), played('loop'), played('join')];
    const ordered = makeOrder();
    const told = (problems: readonly Problem[]): readonly string[] => ordered(problems).map((one) => one.element);
    expect(told([hint, fault, loop])).toEqual(['loop', 'fault', 'hint']);
    expect(told([hint, fault, loop, join])).toEqual(['join', 'loop', 'fault', 'hint']);
    // Asked twice with the same, it says the same.
    expect(told([hint, fault, loop, join])).toEqual(['join', 'loop', 'fault', 'hint']);
    expect(told([join, hint])).toEqual(['join', 'hint']);
    expect(told([hint, loop, join])).toEqual(['loop', 'join', 'hint']);
  });

  test('is told of each element with the worst first', () => {
    const found = byElement([problem('a', 'warning', '1'), problem('b', 'error', '2'), problem('a', 'error', '3')]);
    expect([...found].map(([element, own]) => [element, own.map((one) => one.message.zh)])).toEqual([
      ['a', ['3', '1']],
      ['b', ['2']],
    ]);
  });

  test('is said without the id of its place, in both languages', () => {
    const message = { zh: '“初审”（step_1）没有办理人', en: '“Check” (step_1) has nobody' };
    expect(sayProblem({ element: 'step_1', message }, (text) => text.zh)).toBe('“初审”没有办理人');
    expect(sayProblem({ element: 'step_1', message }, (text) => text.en ?? '')).toBe('“Check” has nobody');
  });

  test('with an arrow is marked in the middle of its way, around its corners', () => {
    const way = [
      { x: 0, y: 0 },
      { x: 100, y: 0 },
      { x: 100, y: 20 },
    ];
    expect(halfway(way)).toEqual({ x: 60, y: 0 });
  });
});

describe('A file that is downloaded', () => {
  test('has a name that every system takes', () => {
    expect(fileName('收文/发文: "草稿" <1>')).toBe('收文 发文   草稿   1');
    expect(fileName(' / ')).toBe('flow');
  });
});

describe('A fingerprint', () => {
  test('tells texts of the same length apart', () => {
    const texts = Array.from({ length: 2000 }, (_, number) => `x="${String(number).padStart(5, '0')}"`);
    expect(new Set(texts.map(fingerprint)).size).toBe(2000);
  });
});
