import type { Element, Flow, Process } from '../diagram/model.ts';
import { type ElementId, id } from '../words/ids.ts';
import { meetingOf } from './meeting.ts';
import type { Model } from './model.ts';
import { reachesOver } from './reachesOver.ts';

/** A part of a process with one way in, at a fork, and one way out, at its join. */
export interface Block {
  readonly fork: Element;
  readonly join: Element;
  /** All that lies between the two, with what is inside of it. */
  readonly inner: ReadonlySet<ElementId>;
}

/**
 * Parallel blocks that have to do with nothing around them, the smallest first: one way in, one way out, nothing is thrown or called, no value is
 * read or written that anything else reads or writes. Whatever runs beside, such a block does what it does alone.
 */
export function blocksOf(model: Model): readonly Block[] {
  const { elements } = model.process;
  const joins = elements.filter((element) => isParallel(element) && element.incoming.length > 1 && element.outgoing.length === 1);
  const forks = elements.filter((element) => isParallel(element) && element.incoming.length === 1 && element.outgoing.length > 1);
  if (forks.length === 0 || joins.length === 0) return [];
  const behind = grouped(model.process.flows.map(({ from, to }) => [from, to]));
  for (const { id: own, attachedTo } of elements) if (attachedTo) behind.set(attachedTo, [...(behind.get(attachedTo) ?? []), own]);
  const ids = elements.map((element) => element.id);
  const meeting = meetingOf(ids, behind);
  const possible = new Map(joins.map((join) => [join.id, join]));
  const blocks = forks.flatMap((fork) => {
    // What has a way out of a smaller block, or to do with what is around it, has so in a larger one.
    for (let at = meeting.get(fork.id); at !== undefined; at = meeting.get(at)) {
      const join = possible.get(at);
      if (join?.parent === fork.parent) return between(model, { fork, join }, behind) ?? [];
    }
    return [];
  });
  return blocks.toSorted((one, other) => one.inner.size - other.inner.size);
}

const isParallel = ({ type }: Element): boolean => type === 'parallelGateway';

function grouped(pairs: readonly (readonly [ElementId, ElementId])[]): Map<ElementId, readonly ElementId[]> {
  const groups = new Map<ElementId, ElementId[]>();
  for (const [from, to] of pairs) {
    const group = groups.get(from);
    if (group) group.push(to);
    else groups.set(from, [to]);
  }
  return groups;
}

/** What lies between a fork and a join; `behind`: over flows, and from a step to its borders. */
function between(
  model: Model,
  { fork, join }: Pick<Block, 'fork' | 'join'>,
  behind: ReadonlyMap<ElementId, readonly ElementId[]>,
): Block | undefined {
  const { process } = model;
  const level = new Set<ElementId>();
  const open = [...(behind.get(fork.id) ?? [])];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === join.id || level.has(at)) continue;
    const element = model.element(at);
    if (!element || at === fork.id || element.outgoing.length === 0) return undefined;
    level.add(at);
    open.push(...(behind.get(at) ?? []));
  }
  const inside = new Set([...level, fork.id]);
  const entered = process.flows.some(({ from, to }) => (level.has(to) || to === join.id) && !inside.has(from));
  const inner = withContents(process, level);
  return entered || !keepsToItself(model, inner) ? undefined : { fork, join, inner };
}

function withContents({ elements }: Process, level: ReadonlySet<ElementId>): ReadonlySet<ElementId> {
  const inner = new Set(level);
  for (let size = 0; size < inner.size; ) {
    size = inner.size;
    for (const { id: own, parent } of elements) if (parent !== null && inner.has(parent)) inner.add(own);
  }
  return inner;
}

const keepsToItself = (model: Model, inner: ReadonlySet<ElementId>): boolean =>
  [...inner].every((own) => {
    const element = model.element(own);
    if (!element || reachesOver(element) || element.call || element.forCompensation || element.compensatedBy) return false;
    if (element.triggers.some(({ kind }) => kind === 'signal' || kind === 'link' || kind === 'compensate' || kind === 'conditional'))
      return false;
    if (element.many?.collect.length || model.writes(own).length > 0) return false;
    return model.reading.own(own).every((name) => model.free.has(name));
  });

/** The block as a process of its own, between a start and an end. */
export function aloneOf(process: Process, { fork, join, inner }: Block): Process {
  const [start, end] = [id<'bpmn'>(`${fork.id}~start`), id<'bpmn'>(`${join.id}~end`)];
  const [first, last] = [flowOf(start, fork.id), flowOf(join.id, end)];
  const own = process.flows.filter(({ from, to }) => (inner.has(from) || from === fork.id) && (inner.has(to) || to === join.id));
  const elements = process.elements.filter((element) => inner.has(element.id));
  const top = (element: Element): Element => (element.parent === fork.parent ? { ...element, parent: null } : element);
  return {
    ...process,
    elements: [
      bare(fork, { id: start, type: 'startEvent', incoming: [], outgoing: [first.id] }),
      { ...fork, parent: null, incoming: [first.id] },
      ...elements.map(top),
      { ...join, parent: null, outgoing: [last.id] },
      bare(join, { id: end, type: 'endEvent', incoming: [last.id], outgoing: [] }),
    ],
    flows: [first, ...own.map((flow) => (flow.parent === fork.parent ? { ...flow, parent: null } : flow)), last],
  };
}

/** The process with the block as one piece of work. */
export function collapsed(process: Process, { fork, join, inner }: Block): Process {
  const gone = new Set([...inner, join.id]);
  const flows = process.flows
    .filter(({ from, to }) => !(gone.has(to) || (gone.has(from) && from !== join.id)))
    .map((flow) => (flow.from === join.id ? { ...flow, from: fork.id } : flow));
  const work: Element = bare(fork, {
    id: fork.id,
    type: 'serviceTask',
    incoming: fork.incoming,
    outgoing: join.outgoing,
    job: { type: 'service', name: 'block', input: [], output: [] },
  });
  const elements = process.elements.flatMap((element) =>
    gone.has(element.id) ? [] : element.id === fork.id ? [{ ...work, parent: fork.parent }] : [element],
  );
  return { ...process, elements, flows };
}

const bare = (like: Element, own: Pick<Element, 'id' | 'type' | 'incoming' | 'outgoing'> & Partial<Element>): Element => ({
  name: like.name,
  parent: null,
  triggers: [],
  startQuantity: 1,
  completionQuantity: 1,
  office: like.office,
  ...own,
});

const flowOf = (from: ElementId, to: ElementId): Flow => ({ id: id<'flow'>(`${from}>${to}`), name: { zh: '' }, from, to, parent: null });
