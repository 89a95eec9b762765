import type { Text } from '@guicheng/runtime/model';
import type { Names, Spot, Teller } from '../change.ts';
import type { Facts } from '../facts.ts';
import { listOf, textOf, wordsOf } from '../read.ts';
import { both, en, row, said, turned } from '../sentence.ts';
import type { Piece } from '../piece.ts';
import type { Side } from '../side.ts';
import type { Both } from '../kindOf.ts';

interface Reader {
  readonly side: Side;
  readonly process: string | null;
  readonly names: Names;
}

const WHO: Both = { zh: '办理人', en: 'Done by' };

/** Who does a step. Where it has no assignment of its own, its lane says so. */
export const tellWho: Teller = (was, now, at) => {
  const before = hereOf(at, 'before');
  const after = hereOf(at, 'after');
  const from = at.isNew ? undefined : (peopleOf(listOf(was), before) ?? laneWho(before, laneOf(at, 'before')));
  const to = peopleOf(listOf(now), after) ?? laneWho(after, laneOf(at, 'after'));
  return from?.zh === to?.zh && from?.en === to?.en ? [] : [turned('who', WHO, { was: from, now: to })];
};

/** The lane that a step stands in: with it goes who does it, unless the step says so itself. */
export const tellLane: Teller = (was, now, at) => {
  const own = wordsOf(at.piece.facts, 'gc:Assignment').length > 0;
  const from = typeof was === 'string' ? laneWho(hereOf(at, 'before'), was) : undefined;
  const to = typeof now === 'string' ? laneWho(hereOf(at, 'after'), now) : undefined;
  const isDone = /[tT]ask$/.test(at.piece.type);
  const who = own || !isDone || (from?.zh === to?.zh && !at.isNew) ? [] : [turned('who', WHO, { was: from, now: to })];
  if (at.isNew) return to ? who : [];
  const lanes = {
    was: typeof was === 'string' ? at.before.called(was) : undefined,
    now: typeof now === 'string' ? at.after.called(now) : undefined,
  };
  return [turned('place', { zh: '所在泳道', en: 'Lane' }, lanes), ...who];
};

/** Which post a lane stands for. */
export const tellPost: Teller = (was, now, at) => {
  const [from, to] = [listOf(was)[0], listOf(now)[0]];
  const post = (word: Facts | undefined): Text | undefined => (word ? postName(at.names, textOf(word, 'key')) : undefined);
  return [turned('who', { zh: '泳道的岗位', en: 'Post of the lane' }, { was: post(from), now: post(to) })];
};

/** Who may begin it by hand. */
export const tellStarter: Teller = (was, now, at) => {
  const from = peopleOf(listOf(was), hereOf(at, 'before'));
  const to = peopleOf(listOf(now), hereOf(at, 'after'));
  return [turned('starter', { zh: '可以发起的人', en: 'May be started by' }, { was: from, now: to })];
};

/** Who may not do it, as they did another step. */
export const tellNotSame: Teller = (was, now, at) => {
  const steps = (words: readonly Facts[]): readonly string[] => words.map((word) => textOf(word, 'step'));
  const [from, to] = [steps(listOf(was)), steps(listOf(now))];
  const [come, gone] = [to.filter((step) => !from.includes(step)), from.filter((step) => !to.includes(step))];
  return [
    ...come.map((step) => {
      const name = at.after.called(step);
      return said('who', { zh: `不能由办过${name.zh}的人办理`, en: `Not to be done by whoever did ${en(name)}` });
    }),
    ...gone.map((step) => {
      const name = at.before.called(step);
      return said('who', { zh: `可以由办过${name.zh}的人办理了`, en: `May now be done by whoever did ${en(name)}` });
    }),
  ];
};

const hereOf = (at: Spot, which: 'before' | 'after'): Reader => ({ side: at[which], process: at.piece.process, names: at.names });

const laneOf = (at: Spot, which: 'before' | 'after'): string | null => at[which].pieces.get(at.piece.id)?.lane ?? null;

/** Who does a step, by its own assignment or by its lane; undefined where nothing says so. */
export function whoDoes(piece: Piece, side: Side, names: Names): Text | undefined {
  const reader = { side, process: piece.process, names };
  return peopleOf(wordsOf(piece.facts, 'gc:Assignment'), reader) ?? laneWho(reader, piece.lane);
}

/** Who works in a lane. */
function laneWho({ side, names }: Reader, lane: string | null): Text | undefined {
  const post = lane === null ? undefined : wordsOf(side.pieces.get(lane)?.facts, 'gc:Post')[0];
  return post ? postName(names, textOf(post, 'key')) : undefined;
}

const postName = (names: Names, post: string): Text => names.posts.find((one) => one.id === post)?.name ?? { zh: post };

const peopleOf = (words: readonly Facts[], here: Reader): Text | undefined =>
  words.length === 0 ? undefined : row(words.map((word) => personOf(word, here)));

/** One assignment in words: 文书室, 分管局领导, 与“拟稿”同一人. */
function personOf(word: Facts, { side, process, names }: Reader): Both {
  const where = unitOf(word, { side, process, names });
  switch (textOf(word, 'kind')) {
    case 'leaderInCharge':
      return where
        ? { zh: `分管局领导（${where.zh}）`, en: `leader in charge of ${where.en}` }
        : { zh: '分管局领导', en: 'leader in charge' };
    case 'personInField': {
      const field = both(side.field(process, textOf(word, 'field')));
      return { zh: `“${field.zh}”中选定的人员`, en: `the person chosen in “${field.en}”` };
    }
    case 'personOfItem':
      return { zh: '名单中的每个人', en: 'each person of the list' };
    case 'initiator':
      return { zh: '发起人', en: 'the initiator' };
    case 'sameAs': {
      const step = both(side.called(textOf(word, 'step')));
      return { zh: `与${step.zh}同一人`, en: `whoever did ${step.en}` };
    }
    case 'onDuty':
      return { zh: '当日值班人员', en: 'whoever is on duty' };
    default: {
      const post = both(postName(names, textOf(word, 'post')));
      return where ? { zh: `${post.zh}（${where.zh}）`, en: `${post.en} (${where.en})` } : post;
    }
  }
}

function unitOf(word: Facts, { side, process, names }: Reader): Both | undefined {
  const of = textOf(word, 'of');
  switch (textOf(word, 'unit')) {
    case 'initiators':
      return { zh: '发起人所在部门', en: 'the initiator’s unit' };
    case 'named':
      return both(names.units.find((one) => one.id === of)?.name ?? { zh: of });
    case 'field': {
      const field = both(side.field(process, of));
      return { zh: `“${field.zh}”中选定的部门`, en: `the unit chosen in “${field.en}”` };
    }
    case 'ofStep': {
      const step = both(side.called(of));
      return { zh: `办理${step.zh}的部门`, en: `the unit that did ${step.en}` };
    }
    case 'ofItem':
      return { zh: '每个承办部门', en: 'each unit concerned' };
    default:
      return undefined;
  }
}
