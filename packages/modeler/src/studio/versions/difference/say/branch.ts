import type { Text } from '@guicheng/runtime/model';
import type { Teller } from '../change.ts';
import type { Both } from '../kindOf.ts';
import { isFacts, textOf } from '../read.ts';
import { both, en, said, turned } from '../sentence.ts';
import type { Side } from '../side.ts';
import { conditionWords } from './condition.ts';

/** When an arrow is taken. */
export const tellCondition: Teller = (was, now, at) => {
  const words = (value: typeof was, side: Side): Text | undefined => {
    const feel = isFacts(value) ? textOf(value, 'body').replace(/^=\s*/, '') : '';
    return feel === '' ? undefined : inCorners(conditionWords(feel, side, at.piece.process));
  };
  const [from, to] = [words(was, at.before), words(now, at.after)];
  if (from?.zh === to?.zh && from?.en === to?.en) return [];
  if (from && !to)
    return [said('branch', { zh: `不再有分支条件（原为：${from.zh}）`, en: `No condition any longer (it was: ${en(from)})` })];
  return [turned('branch', { zh: '分支条件', en: 'Condition' }, { was: from, now: to })];
};

/** A condition may hold quotes of its own. */
const inCorners = ({ zh, en: english }: Both): Both => ({ zh: `「${zh}」`, en: `[${english}]` });

/** Which arrow is taken when no condition holds. */
export const tellDefault: Teller = (was, now, at) => {
  const way = (value: typeof was, side: Side): Text | undefined => {
    const flow = typeof value === 'string' ? side.pieces.get(value.slice(1)) : undefined;
    const [, target] = Array.isArray(flow?.facts['#ends']) ? flow.facts['#ends'] : [];
    return typeof target === 'string' ? side.called(target.slice(1)) : undefined;
  };
  const [from, to] = [way(was, at.before), way(now, at.after)];
  if (from && to && from.zh === to.zh)
    return [
      said('branch', { zh: `条件都不符合时，改由另一条连线去${to.zh}`, en: `If no condition holds, another arrow leads to ${en(to)}` }),
    ];
  return [turned('branch', { zh: '条件都不符合时走', en: 'If no condition holds, on to' }, { was: from, now: to })];
};

/** Where an arrow begins and ends. */
export const tellEnds: Teller = (was, now, at) => {
  const way = (value: typeof was, side: Side): Text | undefined => {
    if (!Array.isArray(value)) return undefined;
    const [from, to] = value.map((end) => both(typeof end === 'string' ? side.called(end.slice(1)) : { zh: '？' }));
    return from && to ? { zh: `${from.zh}→${to.zh}`, en: `${from.en} → ${to.en}` } : undefined;
  };
  return at.isNew ? [] : [turned('way', { zh: '走向', en: 'Leads' }, { was: way(was, at.before), now: way(now, at.after) })];
};
