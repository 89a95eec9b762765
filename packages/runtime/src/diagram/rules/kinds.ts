import type { Text } from '../../words/text.ts';
import type { Element, EventTrigger, Process } from '../model.ts';
import { begun } from './placeName.ts';
import { faultAt } from './faultAt.ts';
import type { Fault } from './rule.ts';

type Kind = EventTrigger['kind'];

/** What people call the things that happen. */
const KINDS: { readonly [K in Kind]: Required<Text> } = {
  message: { zh: '消息', en: 'a message' },
  timer: { zh: '定时', en: 'a timer' },
  signal: { zh: '信号', en: 'a signal' },
  error: { zh: '出错', en: 'an error' },
  escalation: { zh: '上报', en: 'an escalation' },
  conditional: { zh: '条件', en: 'a condition' },
  link: { zh: '跳接', en: 'a link' },
  compensate: { zh: '善后', en: 'an undoing' },
  cancel: { zh: '整体取消', en: 'a cancellation' },
  terminate: { zh: '全部终止', en: 'a termination' },
};

/** The events that stand where their kind has no meaning, each with the kinds that may stand there. */
export const oddAt = (process: Process, events: readonly Element[], allowed: readonly Kind[]): readonly Fault[] =>
  events.flatMap((event) => {
    const odd = event.triggers.find(({ kind }) => !allowed.includes(kind));
    if (!odd) return [];
    const other = { zh: allowed.map((kind) => KINDS[kind].zh).join('、'), en: allowed.map((kind) => KINDS[kind].en).join(', ') };
    return faultAt(process, event, (at) => ({
      zh: `${at.zh}不能是“${KINDS[odd.kind].zh}”：这个位置可以是${other.zh}`,
      en: `${begun(at.en)} cannot be ${KINDS[odd.kind].en}: here may stand ${other.en}`,
    }));
  });
