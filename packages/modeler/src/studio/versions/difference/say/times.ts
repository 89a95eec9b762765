import type { Json } from '@guicheng/runtime/model';
import type { Spot, Teller } from '../change.ts';
import type { Both } from '../kindOf.ts';
import { inQuotes } from '../quoted.ts';
import { isFacts, textOf, wordsOf } from '../read.ts';
import { both, turned } from '../sentence.ts';
import type { Side } from '../side.ts';
import { conditionWords } from './condition.ts';

/** How often a step is done, and by how many. */
export const tellTimes: Teller = (was, now, at) => {
  const [from, to] = [timesOf(was, at, at.before), timesOf(now, at, at.after)];
  if (from?.zh === to?.zh && from?.en === to?.en) return [];
  if (at.isNew || (from && to)) return [turned('times', { zh: '办理方式', en: 'Done' }, { was: from, now: to })];
  const once: Both = { zh: '一人一次', en: 'once' };
  return [turned('times', { zh: '办理方式', en: 'Done' }, { was: from ?? once, now: to ?? once })];
};

function timesOf(value: Json | undefined, at: Spot, side: Side): Both | undefined {
  if (!isFacts(value)) return undefined;
  const condition = (property: string): Both | undefined => {
    const held = value[property];
    const feel = isFacts(held) ? textOf(held, 'body').replace(/^=\s*/, '') : '';
    return feel === '' ? undefined : conditionWords(feel, side, at.piece.process);
  };
  const field = (key: string): Both => both(inQuotes(side.field(at.piece.process, key)));
  if (textOf(value, '$type') === 'bpmn:StandardLoopCharacteristics') {
    const until = condition('loopCondition');
    return { zh: `重复办理${until ? `，只要${until.zh}` : ''}`, en: `again and again${until ? ` as long as ${until.en}` : ''}` };
  }
  const items = wordsOf(value, 'gc:Items')[0];
  const [ends, count] = [condition('completionCondition'), condition('loopCardinality')];
  const each = items ? field(textOf(items, 'over')) : undefined;
  const collected = wordsOf(value, 'gc:Collect').map((one) => field(textOf(one, 'field')));
  const one = value['isSequential'] === true;
  return {
    zh: [
      each ? `${each.zh}中的每一项${one ? '依次办理' : '同时办理'}` : one ? '多人依次办理' : '多人同时办理',
      count ? `共 ${count.zh} 份` : '',
      ends ? `满足 ${ends.zh} 时结束` : '',
      collected.length > 0 ? `汇总${collected.map((name) => name.zh).join('、')}` : '',
    ]
      .filter((part) => part !== '')
      .join('，'),
    en: [
      `${each ? `for each of ${each.en}` : 'by several'} ${one ? 'one after the other' : 'at the same time'}`,
      count ? `${count.en} times` : '',
      ends ? `until ${ends.en}` : '',
      collected.length > 0 ? `collecting ${collected.map((name) => name.en).join(', ')}` : '',
    ]
      .filter((part) => part !== '')
      .join(', '),
  };
}
