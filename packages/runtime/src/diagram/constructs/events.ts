import type { Element, EventTrigger } from '../model.ts';
import type { Chapter, Construct } from './construct.ts';

type Kind = EventTrigger['kind'] | 'none' | 'multiple' | 'parallelMultiple';

const KINDS: { readonly [kind in Kind]: readonly [string, string] } = {
  none: ['无', 'none'],
  message: ['消息', 'message'],
  timer: ['定时', 'timer'],
  error: ['错误', 'error'],
  escalation: ['升级', 'escalation'],
  cancel: ['取消', 'cancel'],
  compensate: ['补偿', 'compensation'],
  conditional: ['条件', 'conditional'],
  link: ['链接', 'link'],
  signal: ['信号', 'signal'],
  terminate: ['终止', 'terminate'],
  multiple: ['多重', 'multiple'],
  parallelMultiple: ['并行多重', 'parallel multiple'],
};

interface Place {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  /** Which events may stand here: Table 10.93 of BPMN 2.0.2. */
  readonly allowed: readonly Kind[];
  is(element: Element): boolean;
}

const PLACES: readonly Place[] = [
  {
    key: 'start',
    zh: '开始',
    en: 'Start',
    allowed: ['none', 'message', 'timer', 'conditional', 'signal', 'multiple', 'parallelMultiple'],
    is: ({ type, interrupting }) => type === 'startEvent' && interrupting === undefined,
  },
  {
    key: 'eventSubProcessStart',
    zh: '事件子流程的开始，中断',
    en: 'Event sub-process start, interrupting',
    allowed: ['message', 'timer', 'error', 'escalation', 'compensate', 'conditional', 'signal', 'multiple', 'parallelMultiple'],
    is: ({ type, interrupting }) => type === 'startEvent' && interrupting === true,
  },
  {
    key: 'eventSubProcessStartBeside',
    zh: '事件子流程的开始，不中断',
    en: 'Event sub-process start, non-interrupting',
    allowed: ['message', 'timer', 'escalation', 'conditional', 'signal', 'multiple', 'parallelMultiple'],
    is: ({ type, interrupting }) => type === 'startEvent' && interrupting === false,
  },
  {
    key: 'catch',
    zh: '中间捕获',
    en: 'Intermediate catching',
    allowed: ['message', 'timer', 'conditional', 'link', 'signal', 'multiple', 'parallelMultiple'],
    is: ({ type }) => type === 'intermediateCatchEvent',
  },
  {
    key: 'boundary',
    zh: '边界，中断',
    en: 'Boundary, interrupting',
    allowed: ['message', 'timer', 'error', 'escalation', 'cancel', 'compensate', 'conditional', 'signal', 'multiple', 'parallelMultiple'],
    is: ({ type, interrupting }) => type === 'boundaryEvent' && interrupting !== false,
  },
  {
    key: 'boundaryBeside',
    zh: '边界，不中断',
    en: 'Boundary, non-interrupting',
    allowed: ['message', 'timer', 'escalation', 'conditional', 'signal', 'multiple', 'parallelMultiple'],
    is: ({ type, interrupting }) => type === 'boundaryEvent' && interrupting === false,
  },
  {
    key: 'throw',
    zh: '中间抛出',
    en: 'Intermediate throwing',
    allowed: ['none', 'message', 'escalation', 'compensate', 'link', 'signal', 'multiple'],
    is: ({ type }) => type === 'intermediateThrowEvent',
  },
  {
    key: 'end',
    zh: '结束',
    en: 'End',
    allowed: ['none', 'message', 'error', 'escalation', 'cancel', 'compensate', 'signal', 'terminate', 'multiple'],
    is: ({ type }) => type === 'endEvent',
  },
];

/** Every event at every place where the standard allows it. */
export const EVENTS: Chapter = {
  name: { zh: '事件', en: 'Events' },
  constructs: PLACES.flatMap((place) => place.allowed.map((kind) => eventAt(place, kind))),
};

function eventAt(place: Place, kind: Kind): Construct {
  const [zh, en] = KINDS[kind];
  return {
    key: `${place.key}.${kind}`,
    name: { zh: `${place.zh}：${zh}`, en: `${place.en}: ${en}` },
    is: (element) => place.is(element) && kindOf(element) === kind,
  };
}

function kindOf({ triggers, parallelMultiple }: Element): Kind {
  const [first, second] = triggers;
  if (!first) return 'none';
  if (!second) return first.kind;
  return parallelMultiple ? 'parallelMultiple' : 'multiple';
}
