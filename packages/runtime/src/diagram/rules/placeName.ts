import { indexed } from '../indexed.ts';
import type { Element, Flow, Process } from '../model.ts';
import type { ElementId } from '../../words/ids.ts';
import type { Text } from '../../words/text.ts';

/**
 * What people call a place: by its name, a gateway or event without one by the named step before it, else the one behind it. An id is
 * never shown to them.
 */
export function placeName(process: Process, id: ElementId): Required<Text> {
  const element = indexed(process).element(id);
  if (!element) return { zh: '流程', en: 'the process' };
  if (element.name.zh || element.name.en) return quoted(element.name);
  const kind = kindOf(element);
  const host = indexed(process).element(element.attachedTo);
  // an event on the edge of an event has no name from it, and might hang on itself
  if (host && host.type !== 'boundaryEvent') {
    const on = placeName(process, host.id);
    return { zh: `${on.zh}边上的${kind.zh}`, en: `the ${kind.en} on ${on.en}` };
  }
  const before = neighbour(process, id, 'before');
  if (before) return { zh: `${before.zh}之后的${kind.zh}`, en: `the ${kind.en} after ${before.en}` };
  const behind = neighbour(process, id, 'behind');
  return behind ? { zh: `${behind.zh}之前的${kind.zh}`, en: `the ${kind.en} before ${behind.en}` } : { zh: kind.zh, en: `the ${kind.en}` };
}

export const quoted = ({ zh, en }: Text): Required<Text> => ({ zh: `“${zh || en}”`, en: `“${en || zh}”` });

/** A sentence begins with it. */
export const begun = (en: string): string => en.charAt(0).toUpperCase() + en.slice(1);

/** Names that are there, as one enumeration. */
export const listed = (names: readonly Text[]): Required<Text> => ({
  zh: [...new Set(names.map(({ zh }) => zh))].join('、'),
  en: [...new Set(names.map(({ zh, en }) => en ?? zh))].join(', '),
});

function kindOf({ type, incoming, outgoing, triggers }: Element): Required<Text> {
  if (type === 'startEvent') return { zh: '开始', en: 'start' };
  if (type === 'endEvent') return { zh: '结束', en: 'end' };
  if (type === 'intermediateCatchEvent' && triggers.some(({ kind }) => kind === 'message' || kind === 'signal')) return WAIT;
  if (type.endsWith('Event')) return EVENTS[triggers[0]?.kind ?? ''] ?? { zh: '事件', en: 'event' };
  if (!type.endsWith('Gateway')) return { zh: '步骤', en: 'step' };
  if (type === 'eventBasedGateway') return WAIT;
  const joins = incoming.length > 1 && outgoing.length < 2;
  if (type !== 'parallelGateway') return joins ? { zh: '汇合处', en: 'join' } : { zh: '分支处', en: 'branch' };
  return joins ? { zh: '并行汇合处', en: 'parallel join' } : { zh: '并行处', en: 'parallel split' };
}

const WAIT: Required<Text> = { zh: '等候处', en: 'wait' };

const EVENTS: { readonly [kind: string]: Required<Text> } = {
  timer: { zh: '定时', en: 'timer' },
  message: { zh: '消息', en: 'message' },
  signal: { zh: '信号', en: 'signal' },
  error: { zh: '出错处理', en: 'error' },
  escalation: { zh: '上报', en: 'escalation' },
  conditional: { zh: '条件', en: 'condition' },
  compensate: { zh: '善后', en: 'undoing' },
  cancel: { zh: '取消', en: 'cancellation' },
  link: { zh: '跳接', en: 'link' },
};

/** The nearest named element before or behind, over elements without a name; so many of them at most, as findings may be many. */
function neighbour(process: Process, from: ElementId, where: 'before' | 'behind'): Required<Text> | undefined {
  const { element, into, outOf } = indexed(process);
  const seen = new Set<ElementId>([from]);
  let ring: readonly ElementId[] = [from];
  while (ring.length > 0 && seen.size < FAR) {
    const next = ring.flatMap((id) => (where === 'before' ? into(id).map((flow) => flow.from) : outOf(id).map((flow) => flow.to)));
    const fresh = [...new Set(next)].filter((id) => !seen.has(id));
    for (const id of fresh) seen.add(id);
    const named = fresh.flatMap((id) => {
      const found = element(id);
      return found && (found.name.zh || found.name.en) ? [quoted(found.name)] : [];
    });
    if (named.length > 0) return listed(named);
    ring = fresh;
  }
  return undefined;
}

const FAR = 60;

/** What an arrow is called: by its name, else by where it leads, else by where it comes from. */
export function wayName(process: Process, flow: Flow): Required<Text> {
  if (flow.name.zh || flow.name.en) return quoted(flow.name);
  const { zh, en } = placeName(process, flow.to);
  if (!indexed(process).element(flow.to)) {
    const from = placeName(process, flow.from);
    return { zh: `从${from.zh}出来的连线`, en: `the arrow out of ${from.en}` };
  }
  return { zh: `通往${zh}的连线`, en: `the arrow to ${en}` };
}
