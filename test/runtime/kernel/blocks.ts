import * as fc from 'fast-check';
import type { Element, ElementType, Flow, Process } from '../../../packages/runtime/src/diagram/model.ts';
import type { StepOffice } from '../../../packages/runtime/src/diagram/office.ts';
import { type ElementId, id } from '../../../packages/runtime/src/words/ids.ts';

/** A block-structured process as a tree: whatever it is, a run of it can always come to its end. */
export type Block =
  | { readonly is: 'task' }
  | { readonly is: 'row'; readonly blocks: readonly Block[] }
  /** Branches are chosen by the variables of the process; the last is the default. */
  | { readonly is: 'one' | 'some' | 'all'; readonly blocks: readonly Block[] }
  /** Again while its variable says so. */
  | { readonly is: 'again'; readonly block: Block }
  | { readonly is: 'inside'; readonly block: Block }
  /** A sub-process with a timer at its border: it cuts it short, or sends a task off beside it. */
  | { readonly is: 'timed'; readonly block: Block; readonly cuts: boolean }
  | { readonly is: 'each'; readonly inTurn: boolean };

/** Generated blocks, three levels deep. */
export const blocks: fc.Arbitrary<Block> = fc.letrec<{ block: Block; leaf: Block }>((tie) => ({
  leaf: fc.oneof(
    { weight: 6, arbitrary: fc.constant<Block>({ is: 'task' }) },
    { weight: 1, arbitrary: fc.record({ is: fc.constant('each' as const), inTurn: fc.boolean() }) },
  ),
  block: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true, maxDepth: 4 },
    tie('leaf'),
    fc.record({ is: fc.constant('row' as const), blocks: fc.array(tie('block'), { minLength: 2, maxLength: 3 }) }),
    fc.record({
      is: fc.constantFrom('one' as const, 'some' as const, 'all' as const),
      blocks: fc.array(tie('block'), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({ is: fc.constant('again' as const), block: tie('block') }),
    fc.record({ is: fc.constant('inside' as const), block: tie('block') }),
    fc.record({ is: fc.constant('timed' as const), block: tie('block'), cuts: fc.boolean() }),
  ),
})).block;

const OFFICE: StepOffice = {
  originals: [],
  notSameAs: [],
  access: [],
  deadlines: [],
  risks: [],
  operations: [],
  attention: 'do',
  withdrawUntil: 'completed',
  checklist: [],
};

/** A process drawn from a block, with the names of the variables that choose its ways. */
export interface Drawn {
  readonly process: Process;
  readonly variables: readonly string[];
  readonly loops: readonly string[];
}

/** Draws a block between a start and an end. */
export function draw(block: Block): Drawn {
  const pen = new Pen();
  const start = pen.add('startEvent', null);
  const end = pen.add('endEvent', null);
  const [first, last] = pen.block(block, null);
  pen.flow(start, first, null);
  pen.flow(last, end, null);
  return pen.drawn();
}

class Pen {
  readonly #elements: Element[] = [];
  readonly #flows: Flow[] = [];
  readonly #variables: string[] = [];
  readonly #loops: string[] = [];

  add(type: ElementType, parent: ElementId | null, more: Partial<Element> = {}): ElementId {
    const own = id<'bpmn'>(`${type}${this.#elements.length}`);
    this.#elements.push({
      id: own,
      type,
      name: { zh: own },
      parent,
      incoming: [],
      outgoing: [],
      triggers: [],
      startQuantity: 1,
      completionQuantity: 1,
      office: OFFICE,
      ...more,
    });
    return own;
  }

  flow(from: ElementId, to: ElementId, parent: ElementId | null, condition?: string) {
    const own = id<'flow'>(`f${this.#flows.length}`);
    this.#flows.push({ id: own, name: { zh: '' }, from, to, parent, ...(condition ? { condition: id<'feel'>(condition) } : {}) });
    return own;
  }

  /** First and last element of a block. */
  block(block: Block, parent: ElementId | null): readonly [ElementId, ElementId] {
    switch (block.is) {
      case 'task': {
        const task = this.add('userTask', parent);
        return [task, task];
      }
      case 'each': {
        const many = {
          sequential: block.inTurn,
          over: id<'feel'>('["a", "b", "c"]'),
          as: 'item',
          behavior: 'all' as const,
          complex: [],
          collect: [],
        };
        const task = this.add('userTask', parent, { many });
        return [task, task];
      }
      case 'row': {
        const parts = block.blocks.map((part) => this.block(part, parent));
        for (const [index, part] of parts.slice(1).entries()) this.flow(parts[index]?.[1] ?? part[1], part[0], parent);
        return [parts[0]?.[0] ?? id(''), parts.at(-1)?.[1] ?? id('')];
      }
      case 'again':
        return this.#again(block.block, parent);
      case 'inside': {
        const sub = this.add('subProcess', parent);
        const start = this.add('startEvent', sub);
        const end = this.add('endEvent', sub);
        const [first, last] = this.block(block.block, sub);
        this.flow(start, first, sub);
        this.flow(last, end, sub);
        return [sub, sub];
      }
      case 'timed':
        return this.#timed(block, parent);
      default:
        return this.#split(block, parent);
    }
  }

  #timed({ block, cuts }: Extract<Block, { is: 'timed' }>, parent: ElementId | null): readonly [ElementId, ElementId] {
    const [sub] = this.block({ is: 'inside', block }, parent);
    const border = this.add('boundaryEvent', parent, {
      attachedTo: sub,
      interrupting: cuts,
      triggers: [{ kind: 'timer', timer: { form: 'duration', value: 'P1D', feel: false } }],
    });
    const task = this.add('userTask', parent);
    this.flow(border, task, parent);
    if (!cuts) {
      this.flow(task, this.add('endEvent', parent), parent);
      return [sub, sub];
    }
    const merge = this.add('exclusiveGateway', parent);
    this.flow(sub, merge, parent);
    this.flow(task, merge, parent);
    return [sub, merge];
  }

  #again(inner: Block, parent: ElementId | null): readonly [ElementId, ElementId] {
    const variable = `loop${this.#loops.length}`;
    this.#loops.push(variable);
    const merge = this.add('exclusiveGateway', parent);
    const [first, last] = this.block(inner, parent);
    // A task in the circle, so that a person always ends it.
    const task = this.add('userTask', parent);
    const split = this.add('exclusiveGateway', parent);
    this.flow(merge, first, parent);
    this.flow(last, task, parent);
    this.flow(task, split, parent);
    this.flow(split, merge, parent, `${variable} = true`);
    this.#otherwise(split, this.flow(split, this.add('exclusiveGateway', parent), parent));
    return [merge, this.#elements.at(-1)?.id ?? split];
  }

  #split(block: Extract<Block, { is: 'one' | 'some' | 'all' }>, parent: ElementId | null): readonly [ElementId, ElementId] {
    const type = ({ one: 'exclusiveGateway', some: 'inclusiveGateway', all: 'parallelGateway' } as const)[block.is];
    const split = this.add(type, parent);
    const join = this.add(type, parent);
    for (const [index, branch] of block.blocks.entries()) {
      const last = index === block.blocks.length - 1;
      const variable = `way${this.#variables.length}`;
      if (block.is !== 'all' && !last) this.#variables.push(variable);
      const [first, end] = this.block(branch, parent);
      const flow = this.flow(split, first, parent, block.is === 'all' || last ? undefined : `${variable} = true`);
      if (block.is !== 'all' && last) this.#otherwise(split, flow);
      this.flow(end, join, parent);
    }
    return [split, join];
  }

  #otherwise(split: ElementId, flow: Flow['id']): void {
    const index = this.#elements.findIndex((element) => element.id === split);
    const element = this.#elements[index];
    if (element) this.#elements[index] = { ...element, defaultFlow: flow };
  }

  drawn(): Drawn {
    const elements = this.#elements.map((element) => ({
      ...element,
      incoming: this.#flows.filter((flow) => flow.to === element.id).map((flow) => flow.id),
      outgoing: this.#flows.filter((flow) => flow.from === element.id).map((flow) => flow.id),
    }));
    const process: Process = {
      key: id('generated'),
      name: { zh: '生成的流程' },
      executable: true,
      elements,
      flows: this.#flows,
      lanes: [],
      office: { series: [], starters: [], clearance: 'internal', links: [] },
      fields: [],
    };
    return { process, variables: this.#variables, loops: this.#loops };
  }
}
