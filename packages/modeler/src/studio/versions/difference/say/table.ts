import { type Grid, gridOf } from '../../../file/dmn/grid.ts';
import type { Said, Teller } from '../change.ts';
import type { Facts } from '../facts.ts';
import type { Both } from '../kindOf.ts';
import { paired } from '../pair.ts';
import { inQuotes } from '../quoted.ts';
import { alike, listOf, partsIn, textOf } from '../read.ts';
import { both, row, said, turned } from '../sentence.ts';
import { ownName } from '../side.ts';

/** The decision tables of a flow: which are new or gone, and which rows of one are others. */
export const tellTables: Teller = (was, now): readonly Said[] => {
  const called = (word: Facts) => inQuotes(ownName(word));
  const { gone, come, kept } = paired(listOf(was), listOf(now), (word) => textOf(word, 'key'));
  const names = { gone: row(gone.map(called)), come: row(come.map(called)) };
  return [
    ...(come.length === 0 ? [] : [said('data', { zh: `增加决策表${names.come.zh}`, en: `New decision table ${names.come.en}` })]),
    ...(gone.length === 0 ? [] : [said('data', { zh: `删去决策表${names.gone.zh}`, en: `Removed decision table ${names.gone.en}` })]),
    ...kept.flatMap((pair) => {
      const [name, what] = [both(called(pair.now)), inTable(pair.was, pair.now)];
      return what ? [said('data', { zh: `决策表${name.zh}：${what.zh}`, en: `Decision table ${name.en}: ${what.en}` })] : [];
    }),
  ];
};

const sourceOf = (word: Facts): string => textOf(partsIn(word, 'files')[0], 'text');

/** What became of one table; nothing where it says the same. */
function inTable(was: Facts, now: Facts): Both | undefined {
  if (alike(was, now)) return undefined;
  const [before, after] = [gridOf(sourceOf(was)), gridOf(sourceOf(now))];
  const told = [
    ...(isCalledAlike(was, now) ? [] : [renamed(was)]),
    ...(before && after ? inGrid(before, after) : sourceOf(was) === sourceOf(now) ? [] : [OTHER]),
  ];
  const all = told.length === 0 ? [OTHER] : told;
  return { zh: all.map(({ zh }) => zh).join('，'), en: all.map(({ en }) => en).join(', ') };
}

const OTHER: Both = { zh: '有变化', en: 'changed' };

const isCalledAlike = (one: Facts, other: Facts): boolean => {
  const [left, right] = [ownName(one), ownName(other)];
  return left.zh === right.zh && left.en === right.en;
};

const renamed = (was: Facts): Both => {
  const { zh, en } = both(inQuotes(ownName(was)));
  return { zh: `原名${zh}`, en: `it was ${en}` };
};

function inGrid(before: Grid, after: Grid): readonly Both[] {
  const columns = ({ inputs, outputs }: Grid) => [inputs.map(({ asks }) => asks), outputs.map(({ name, label }) => label || name)];
  return [
    ...(alike([before.hit.policy, before.hit.aggregation], [after.hit.policy, after.hit.aggregation])
      ? []
      : [{ zh: '哪一行算数改了', en: 'another row counts' }]),
    ...(alike(columns(before), columns(after)) ? rowsTold(before, after) : [{ zh: '列改了', en: 'other columns' }]),
  ];
}

const rowsIn = ({ rows }: Grid): readonly string[] =>
  rows.map((one) => JSON.stringify([...one.inputs, ...one.outputs].map(({ text }) => (text === '-' ? '' : text))));

/** The rows between those that both have at their beginning and at their end. */
function rowsTold(before: Grid, after: Grid): readonly Both[] {
  const [was, now] = [rowsIn(before), rowsIn(after)];
  const least = Math.min(was.length, now.length);
  let from = 0;
  while (from < least && was[from] === now[from]) from += 1;
  let back = 0;
  while (back < least - from && was.at(-1 - back) === now.at(-1 - back)) back += 1;
  const [gone, come] = [was.length - from - back, now.length - from - back];
  if (gone === 0 && come === 0) return [];
  const rows = come > 1 ? `${from + 1}–${from + come}` : String(from + 1);
  if (gone === 0) return [{ zh: `加了第 ${rows} 行`, en: `new: row ${rows}` }];
  if (come === 0) return [{ zh: `删了 ${gone} 行`, en: `${gone} ${gone === 1 ? 'row' : 'rows'} removed` }];
  return [{ zh: `第 ${rows} 行改了`, en: `row ${rows} changed` }];
}

/** By which table a step decides, where its result goes, and what is done where it has none. */
export const tellRule: Teller = (was, now, at): readonly Said[] => {
  const [[before], [after]] = [listOf(was), listOf(now)];
  const turns = (name: string, what: Both, words: (text: string) => Both): readonly Said[] => {
    const [from, to] = [textOf(before, name), textOf(after, name)];
    const word = (text: string): Both | undefined => (text === '' ? undefined : words(text));
    return from === to ? [] : [turned('data', what, { was: word(from), now: word(to) })];
  };
  const table = (key: string): Both => both(inQuotes(tableNamed(at.after.pieces, key) ?? tableNamed(at.before.pieces, key) ?? { zh: key }));
  const stops = textOf(after, 'required') === 'true';
  return [
    ...turns('table', { zh: '所用的决策表', en: 'Decides by the table' }, table),
    ...turns('decision', { zh: '所用的决策', en: 'Decides by' }, (id) => both(inQuotes({ zh: id }))),
    ...turns('into', { zh: '结果放进', en: 'The result goes into' }, (key) => both(inQuotes(at.after.field(at.piece.process, key)))),
    ...(after && (before || stops) && stops !== (textOf(before, 'required') === 'true')
      ? [
          said(
            'data',
            stops
              ? { zh: '没有一行符合时，停下来', en: 'Where no row applies, the case stops' }
              : { zh: '没有一行符合时，继续往下走', en: 'Where no row applies, it goes on' },
          ),
        ]
      : []),
  ];
};

function tableNamed(pieces: ReadonlyMap<string, { readonly facts: Facts }>, key: string) {
  for (const { facts } of pieces.values())
    for (const word of listOf(facts['gc:DecisionTable'])) if (textOf(word, 'key') === key) return ownName(word);
  return undefined;
}
