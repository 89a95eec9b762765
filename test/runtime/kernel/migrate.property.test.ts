import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import '../../chance.ts';
import type { Element, Flow, Process } from '../../../packages/runtime/src/diagram/model.ts';
import { choices } from '../../../packages/runtime/src/kernel/moves/choices.ts';
import { suggestMap } from '../../../packages/runtime/src/kernel/moves/migration/suggestMap.ts';
import type { MigrationMap } from '../../../packages/runtime/src/kernel/moves/migration/targets.ts';
import { definitionRef, type ElementId, id } from '../../../packages/runtime/src/words/ids.ts';
import { blocks, draw, type Drawn } from './blocks.ts';
import { AT, Story } from './harness.ts';
import { versionsOf } from './versions.ts';

/** What is drawn otherwise in the second version; numbers are taken modulo what there is. */
interface Redrawing {
  readonly does: 'insert' | 'remove' | 'beside' | 'rename';
  readonly at: number;
}

const redrawings = fc.array(fc.record<Redrawing>({ does: fc.constantFrom('insert', 'remove', 'beside', 'rename'), at: fc.nat(40) }), {
  minLength: 1,
  maxLength: 3,
});
const acts = fc.array(fc.record({ task: fc.nat(20), ways: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), due: fc.boolean() }), {
  maxLength: 12,
});

/** Makes incoming and outgoing anew; what an element listed first stays first. */
function linked(process: Process, elements: readonly Element[], flows: readonly Flow[]): Process {
  return {
    ...process,
    flows,
    elements: elements.map((element) => ({
      ...element,
      incoming: flows.filter((flow) => flow.to === element.id).map((flow) => flow.id),
      outgoing: flows.filter((flow) => flow.from === element.id).map((flow) => flow.id),
    })),
  };
}

function plainTasks({ elements }: Process): readonly Element[] {
  return elements.filter((one) => one.type === 'userTask' && one.incoming.length === 1 && one.outgoing.length === 1);
}

function redraw(process: Process, { does, at }: Redrawing, nth: number): Process {
  const { elements, flows } = process;
  const tasks = plainTasks(process);
  const task = tasks[at % Math.max(tasks.length, 1)];
  const flow = flows[at % flows.length];
  const like = (own: string, type: Element['type'], parent: Element['parent']): Element => ({
    ...(elements[0] as Element),
    id: id(own),
    name: { zh: own },
    type,
    parent,
    triggers: [],
  });
  const arrow = (own: string, from: ElementId, to: ElementId, parent: Element['parent']): Flow => ({
    id: id(own),
    name: { zh: '' },
    from,
    to,
    parent,
  });
  if (does === 'insert' && flow) {
    const fresh = like(`new${nth}`, 'userTask', flow.parent);
    const after = arrow(`after${nth}`, fresh.id, flow.to, flow.parent);
    return linked(process, [...elements, fresh], [...flows.map((one) => (one === flow ? { ...one, to: fresh.id } : one)), after]);
  }
  if (does === 'remove' && task) {
    const out = flows.find((one) => one.from === task.id);
    const bent = flows.filter((one) => one !== out).map((one) => (one.to === task.id && out ? { ...one, to: out.to } : one));
    return linked(
      process,
      elements.filter((one) => one !== task),
      bent,
    );
  }
  if (does === 'beside' && task) {
    const { parent } = task;
    const [fork, join, other] = [
      like(`fork${nth}`, 'parallelGateway', parent),
      like(`join${nth}`, 'parallelGateway', parent),
      like(`beside${nth}`, 'userTask', parent),
    ];
    const bent = flows.map((one) =>
      one.to === task.id ? { ...one, to: fork.id } : one.from === task.id ? { ...one, from: join.id } : one,
    );
    const own = [
      arrow(`a${nth}`, fork.id, task.id, parent),
      arrow(`b${nth}`, fork.id, other.id, parent),
      arrow(`c${nth}`, task.id, join.id, parent),
      arrow(`d${nth}`, other.id, join.id, parent),
    ];
    return linked(process, [...elements, fork, join, other], [...bent, ...own]);
  }
  return does === 'rename' ? renamed(process, (own) => (own === elements[at % elements.length]?.id ? `${own}r${nth}` : own)) : process;
}

/** The same drawing under other ids. */
function renamed(process: Process, name: (own: string) => string): Process {
  const to = (own: ElementId): ElementId => id(name(own));
  const flows = process.flows.map((flow) => ({
    ...flow,
    id: id<'flow'>(name(flow.id)),
    from: to(flow.from),
    to: to(flow.to),
    parent: flow.parent && to(flow.parent),
  }));
  const elements = process.elements.map((element) => ({
    ...element,
    id: to(element.id),
    parent: element.parent && to(element.parent),
    ...(element.attachedTo ? { attachedTo: to(element.attachedTo) } : {}),
    ...(element.defaultFlow ? { defaultFlow: id<'flow'>(name(element.defaultFlow)) } : {}),
  }));
  return linked(process, elements, flows);
}

/** A case begun on the first of two versions, some of its tasks done. */
class Going {
  readonly plans;
  readonly story;
  readonly drawn: Drawn;

  constructor(drawn: Drawn, versions: readonly Process[]) {
    this.drawn = drawn;
    this.plans = versionsOf(versions);
    this.story = new Story(this.plans);
    this.story.start(this.values([]));
  }

  values(ways: readonly boolean[]) {
    const names = [...this.drawn.variables, ...this.drawn.loops];
    return Object.fromEntries(names.map((name, index) => [name, ways[index % Math.max(ways.length, 1)] ?? false]));
  }

  get tasks() {
    return this.story.now.waits.flatMap((wait) => (wait.kind === 'task' && wait.visit ? [wait.visit] : []));
  }

  complete(at: number, ways: readonly boolean[]): void {
    const visit = this.tasks[at % Math.max(this.tasks.length, 1)];
    const changes = Object.entries(this.values(ways)).map(([key, to]) => ({ scope: this.story.root, path: [key], to }));
    if (visit) this.story.act({ kind: 'complete', visit, changes });
  }

  perform(all: readonly { readonly task: number; readonly ways: readonly boolean[]; readonly due: boolean }[]): void {
    for (const { task, ways, due } of all) {
      if (this.story.ended) return;
      const timers = this.story.now.waits.filter((wait) => wait.kind === 'timer');
      const timer = timers[task % Math.max(timers.length, 1)];
      if (due && timer) this.story.act({ kind: 'due', timer: timer.id, occurrence: 1 });
      else this.complete(task, ways);
    }
  }

  /** Sends the case back from one open task to one of the places that are offered; whether there was any. */
  sendBack(at: number): boolean {
    const { story, plans } = this;
    const from = this.tasks[at % Math.max(this.tasks.length, 1)];
    const asked = from && { plans, marking: story.now, data: story.data, at: AT, trail: story.trail, from };
    const legal = asked ? choices(asked).filter((choice) => choice.legal) : [];
    const to = legal[at % Math.max(legal.length, 1)]?.visit;
    if (from && to) story.act({ kind: 'move', move: { kind: 'return', from, to, siblings: 'keep', then: 'flow' } });
    return to !== undefined;
  }

  migrate(version: number, map: MigrationMap) {
    return this.story.try({ kind: 'move', move: { kind: 'migrate', to: definitionRef(this.drawn.process.key, version), map } });
  }

  toTheEnd(): void {
    for (let steps = 0; this.story.ended === undefined; steps += 1) {
      if (this.tasks.length === 0 || steps > 500) throw new Error(`never ended: ${this.story.key} ${this.story.incidents.join()}`);
      this.complete(0, []);
    }
  }
}

test('a case that goes over to a diagram drawn otherwise is never left without anything open, and still comes to its end', () => {
  let moved = 0;
  let refused = 0;
  fc.assert(
    fc.property(blocks, redrawings, acts, (block, changes, done) => {
      const drawn = draw(block);
      const going = new Going(drawn, [drawn.process, changes.reduce(redraw, drawn.process)]);
      going.perform(done);
      if (going.story.ended) return;
      const before = JSON.stringify(going.story.now);
      if (going.migrate(2, suggestMap(going.plans.plan(1), going.plans.plan(2)))) {
        refused += 1;
        expect(JSON.stringify(going.story.now)).toBe(before);
      } else {
        moved += 1;
        expect(going.story.incidents).toEqual([]);
      }
      going.toTheEnd();
      expect(going.story.incidents).toEqual([]);
    }),
    { numRuns: 400 },
  );
  // Neither all nor none: else the property would say nothing.
  expect(Math.min(moved, refused)).toBeGreaterThan(20);
});

test('after it, sending back over what was done before leaves nothing half done: the case still comes to its end', () => {
  let returned = 0;
  fc.assert(
    fc.property(blocks, redrawings, acts, acts, (block, changes, done, more) => {
      const drawn = draw(block);
      const going = new Going(drawn, [drawn.process, changes.reduce(redraw, drawn.process)]);
      going.perform(done);
      if (going.story.ended || going.migrate(2, suggestMap(going.plans.plan(1), going.plans.plan(2)))) return;
      for (const { task, ways, due } of more) {
        if (going.story.ended) return;
        if (due) returned += going.sendBack(task) ? 1 : 0;
        else going.complete(task, ways);
      }
      going.toTheEnd();
      expect(going.story.incidents).toEqual([]);
    }),
    { numRuns: 400 },
  );
  expect(returned).toBeGreaterThan(20);
});

test('to the same drawing under other ids and back again: the same marking', () => {
  fc.assert(
    fc.property(blocks, acts, (block, done) => {
      const drawn = draw(block);
      const other = (own: string): string => `${own}x`;
      const going = new Going(drawn, [drawn.process, renamed(drawn.process, other)]);
      going.perform(done);
      if (going.story.ended) return;
      const { now } = going.story;
      const names = [...drawn.process.elements, ...drawn.process.flows].map((one) => one.id as string as ElementId);
      expect(going.migrate(2, Object.fromEntries(names.map((own) => [own, id<'bpmn'>(other(own))])))).toBeUndefined();
      const there = JSON.stringify(going.story.now);
      expect(there).not.toBe(JSON.stringify(now));
      expect(going.migrate(1, Object.fromEntries(names.map((own) => [other(own), own])))).toBeUndefined();
      expect(going.story.now).toEqual(now);
    }),
    { numRuns: 300 },
  );
});

test('to the very same drawing: nothing but the version changes', () => {
  fc.assert(
    fc.property(blocks, acts, (block, done) => {
      const drawn = draw(block);
      const going = new Going(drawn, [drawn.process, drawn.process]);
      going.perform(done);
      if (going.story.ended) return;
      const { now } = going.story;
      expect(going.migrate(2, {})).toBeUndefined();
      expect(going.story.effects.filter((effect) => effect.kind !== 'retold')).toHaveLength(1);
      expect(JSON.stringify(going.story.now).replaceAll('generated@2', 'generated@1')).toBe(JSON.stringify(now));
    }),
    { numRuns: 200 },
  );
});
