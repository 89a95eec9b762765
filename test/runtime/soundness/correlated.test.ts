import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import '../../chance.ts';
import { processesIn } from '../kernel/harness.ts';
import type { Process } from '../../../packages/runtime/src/diagram/model.ts';
import { words } from '../diagram/bpmn.ts';
import { canBeTogether, type Order, ordersToTell, relationIn } from '../../../packages/runtime/src/soundness/relation.ts';
import { soundnessOf } from '../../../packages/runtime/src/soundness/soundness.ts';
import { step } from '../../../packages/runtime/src/kernel/step.ts';
import { markingKey } from '../../../packages/runtime/src/kernel/markingKey.ts';
import type { Marking } from '../../../packages/runtime/src/kernel/marking.ts';
import { AT, plansOf } from '../kernel/harness.ts';
import { drawn, flows, gateway } from './drawing.ts';

/** Diagrams tried. */
const NUM = 40;

const FIELDS = ['a', 'b', 'c'] as const;
const fields = `<gc:form>${FIELDS.map((key) => `<gc:field key="${key}" name="${key}" type="number" required="true"/>`).join('')}</gc:form>`;

/** A step that fills in fields. */
const fills = (id: string, ...keys: readonly string[]): string =>
  `<userTask id="${id}" name="${id}">${words(keys.map((key) => `<gc:access field="${key}" mode="write"/>`).join(''))}</userTask>`;

const verdictOf = async (xml: string): Promise<string> => {
  const [process] = await processesIn(xml);
  if (!process) throw new Error('no process');
  return soundnessOf(process, { id: 'd', name: { zh: '' }, processes: [process], pools: [], messageFlows: [] }).verdict;
};

/** Two forks one after the other, each with two ways that meet: work in parallel is begun in the first and joined in the second. */
const twoSplits = (first: string, second: string, between = ''): string =>
  drawn(
    fills('fill', 'a', 'b', 'c') +
      gateway('exclusive', 'x', 'default="x-m"') +
      gateway('exclusive', 'm') +
      fills('mid', ...between) +
      fills('w') +
      gateway('exclusive', 'y', 'default="y-n"') +
      gateway('exclusive', 'z', 'default="z-stuck"') +
      gateway('exclusive', 'n') +
      gateway('parallel', 'never') +
      flows('start > fill > x', `x > w : ${first}`, 'w > y', 'x > m > mid > n > end', `y > z : ${second}`, 'y > n', `z > n : ${second}`) +
      '<sequenceFlow id="z-stuck" sourceRef="z" targetRef="never"/><sequenceFlow id="more" sourceRef="lost" targetRef="never"/><exclusiveGateway id="lost"/><sequenceFlow id="on" sourceRef="never" targetRef="end"/>',
    fields,
  );

describe('conditions that hang together', () => {
  test('the same condition asked again, with nothing written in between, comes out as before', async () => {
    expect(await verdictOf(twoSplits('a < b', 'a < b'))).toBe('sound');
    expect(await verdictOf(twoSplits('a < b', 'b > a'))).toBe('sound');
    expect(await verdictOf(twoSplits('a + c > b', 'a + c > b'))).toBe('sound');
  });

  test('what was written anew in between, before or beside, may come out otherwise', async () => {
    const fill = { is: 'fill', key: 'a' } as const;
    const again = (...then: readonly Piece[]): string =>
      drawnOf([{ is: 'split', otherwise: true, ways: [{ when: 'a < b', then: [...then, asks] }] }]);
    const asks: Piece = { is: 'split', otherwise: false, ways: [{ when: 'a < b', then: [] }] };
    expect(await verdictOf(again())).toBe('sound');
    expect(await verdictOf(again({ is: 'fill', key: 'c' }))).toBe('sound');
    expect(await verdictOf(again(fill))).toBe('unsound');
    expect(await verdictOf(again({ is: 'beside', key: 'c', then: [asks] }))).toBe('sound');
    expect(await verdictOf(again({ is: 'beside', key: 'a', then: [asks] }))).toBe('unsound');
  });
});

type Piece =
  | { readonly is: 'fill'; readonly key: string }
  | {
      readonly is: 'split';
      readonly ways: readonly { readonly when: string; readonly then: readonly Piece[] }[];
      readonly otherwise: boolean;
    }
  | { readonly is: 'beside'; readonly key: string; readonly then: readonly Piece[] };

/** Mostly the same two, so that conditions hang together. */
const sides = fc.constantFrom('a', 'a', 'a', 'b', 'b', 'b', 'c');
const conditions = fc
  .oneof(
    { weight: 6, arbitrary: fc.tuple(sides, fc.constantFrom('<', '<', '<=', '=', '!=', '>=', '>'), sides) },
    { weight: 1, arbitrary: fc.constantFrom(['a + c', '>', 'b'], ['a', '>', '2'], ['b', '<=', '2'], ['2 * a', '<', 'b']) },
  )
  .filter(([left, , right]) => left !== right);
const whens = fc.tuple(conditions, fc.boolean()).map(([[left, operator, right], negated]) => {
  const when = `${left} ${operator} ${right}`;
  return negated ? `not(${when})` : when;
});
const pieces = fc.letrec<{ piece: Piece; row: readonly Piece[] }>((tie) => ({
  row: fc.array(tie('piece'), { maxLength: 2 }),
  piece: fc.oneof(
    { maxDepth: 3, depthSize: 'medium' },
    fc.record({ is: fc.constant('fill' as const), key: fc.constantFrom(...FIELDS) }),
    fc.record({
      is: fc.constant('split' as const),
      ways: fc.array(fc.record({ when: whens, then: tie('row') }), { minLength: 2, maxLength: 3 }),
      otherwise: fc.boolean(),
    }),
    fc.record({ is: fc.constant('beside' as const), key: fc.constantFrom(...FIELDS), then: tie('row') }),
  ),
})).piece;

/** Draws pieces in a row; the number makes ids. */
class Sketch {
  body = '';
  readonly lines: string[] = [];
  #count = 0;

  row(row: readonly Piece[], from: string): string {
    return row.reduce((at, piece) => this.#piece(piece, at), from);
  }

  #piece(piece: Piece, from: string): string {
    const own = `n${(this.#count += 1)}`;
    if (piece.is === 'fill') {
      this.body += fills(own, piece.key);
      this.lines.push(`${from} > ${own}`);
      return own;
    }
    if (piece.is === 'beside') {
      this.body += gateway('parallel', own) + gateway('parallel', `${own}j`) + fills(`${own}f`, piece.key) + fills(`${own}w`);
      this.lines.push(`${from} > ${own} > ${own}f > ${own}j`, `${own} > ${own}w`, `${this.row(piece.then, `${own}w`)} > ${own}j`);
      return `${own}j`;
    }
    this.body += gateway('exclusive', own, piece.otherwise ? `default="${own}-${own}m"` : '') + gateway('exclusive', `${own}m`);
    this.lines.push(`${from} > ${own}`);
    for (const [index, { when, then }] of piece.ways.entries()) {
      this.body += fills(`${own}t${index}`);
      this.lines.push(`${own} > ${own}t${index} : ${when}`, `${this.row(then, `${own}t${index}`)} > ${own}m`);
    }
    if (piece.otherwise) this.lines.push(`${own} > ${own}m`);
    return `${own}m`;
  }
}

const drawnOf = (row: readonly Piece[]): string => {
  const sketch = new Sketch();
  sketch.lines.push('start > first');
  const last = sketch.row(row, 'first');
  return drawn(fills('first', ...FIELDS) + sketch.body + flows(...sketch.lines, `${last} > end`), fields);
};

type Values = { readonly [name: string]: number };

/** Whether some run with some numbers gets stuck, found by trying them all on the kernel; undefined where that is too much. */
function isStuckFor(process: Process, most: number): boolean | undefined {
  const plans = plansOf([process]);
  const seen = new Set<string>();
  const open: { readonly marking: Marking; readonly data: Values }[] = [];
  let stuck = false;
  const take = (marking: Marking, data: Values, ended: boolean): void => {
    stuck ||= marking.incidents.length > 0;
    const key = `${markingKey(marking)} ${JSON.stringify(data)}`;
    if (ended || seen.has(key)) return;
    seen.add(key);
    open.push({ marking, data });
  };
  const begun = step({
    plans,
    marking: null,
    data: {},
    stimulus: { kind: 'start', at: process.elements[0]?.id ?? ('' as never), payload: {} },
    at: AT,
  });
  if (!begun.ok) throw new Error(begun.culprit);
  take(begun.marking, {}, false);
  for (let next = open.pop(); next; next = open.pop()) {
    if (stuck) return true;
    if (seen.size > most) return undefined;
    const { marking, data } = next;
    const root = marking.scopes[0]?.id ?? '';
    for (const { visit, element } of marking.tokens) {
      const keys = process.elements.find(({ id }) => id === element)?.office.access.map(({ field }) => field) ?? [];
      let all: readonly Values[] = [data];
      for (const key of keys) all = all.flatMap((one) => [1, 2, 3, 4].map((value) => ({ ...one, [key]: value })));
      for (const values of all) {
        const done = step({ plans, marking, data: { [root]: values }, stimulus: { kind: 'complete', visit, changes: [] }, at: AT });
        if (!done.ok) throw new Error(done.culprit);
        take(
          done.marking,
          values,
          done.effects.some(({ kind }) => kind === 'ended'),
        );
      }
    }
  }
  return stuck;
}

test('what is decided of conditions over three numbers is what trying all numbers on the kernel comes to', async () => {
  const told = { sound: 0, unsound: 0, notDecided: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(pieces, { minLength: 1, maxLength: 3 }), async (row) => {
      const [process] = await processesIn(drawnOf(row));
      if (!process) throw new Error('nothing was drawn');
      const measure = isStuckFor(process, 3_000);
      if (measure === undefined) return;
      const { verdict } = soundnessOf(process, { id: 'd', name: { zh: '' }, processes: [process], pools: [], messageFlows: [] });
      told[verdict] += 1;
      if (verdict !== 'notDecided') expect(verdict).toBe(measure ? 'unsound' : 'sound');
    }),
    { numRuns: NUM },
  );
  expect(told.sound).toBeGreaterThan(0);
  expect(told.unsound).toBeGreaterThan(0);
});

test('three things can stand to each other in any order, but not in a circle', () => {
  const orders: readonly Order[] = ['<', '=', '>'];
  const between = (left: number, right: number): Order => (left < right ? '<' : left === right ? '=' : '>');
  const pairs = [
    ['a', 'b'],
    ['b', 'c'],
    ['a', 'c'],
  ] as const;
  const numbers = [1, 2, 3];
  for (const one of orders)
    for (const two of orders)
      for (const three of orders) {
        const told = pairs.map(([left, right], index) => ({ left, right, order: [one, two, three][index] ?? '=' }));
        const found = numbers.some((a) =>
          numbers.some((b) => numbers.some((c) => between(a, b) === one && between(b, c) === two && between(a, c) === three)),
        );
        expect(canBeTogether(told)).toBe(found);
      }
});

test('orders that no condition tells apart are one', () => {
  const relations = ['a < b', 'a >= b'].flatMap((condition) => relationIn(condition) ?? []);
  expect(ordersToTell(relations)).toEqual(['<', '>']);
});

test('a condition is told by how its two sides stand to each other', () => {
  expect(relationIn('b >= a')).toEqual({ left: 'a', right: 'b', holds: ['<', '='] });
  expect(relationIn('not(b < a)')).toEqual({ left: 'a', right: 'b', holds: ['<', '='] });
  expect(relationIn('(a  !=  b)')).toEqual({ left: 'a', right: 'b', holds: ['<', '>'] });
  expect(relationIn('a < b and c')).toBeUndefined();
});
