import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import '../../chance.ts';
import type { Element, ElementType, Process } from '../../../packages/runtime/src/diagram/model.ts';
import type { Field } from '../../../packages/runtime/src/diagram/office.ts';
import { explore } from '../../../packages/runtime/src/soundness/explore.ts';
import { modelOf } from '../../../packages/runtime/src/soundness/model.ts';
import { openWays } from '../../../packages/runtime/src/soundness/openWays.ts';
import { soundnessOf } from '../../../packages/runtime/src/soundness/soundness.ts';
import { blocks, type Drawn, draw } from '../kernel/blocks.ts';
import { naively } from './naive.ts';

/** Every task asks for every variable, so that each way may be taken each time; or for some of them, so that others decide for it. */
function asked({ process, variables, loops }: Drawn, some = false): Process {
  const names = [...variables, ...loops];
  const fields = names.map(
    (key): Field => ({ key, name: { zh: key }, type: 'yesNo', required: true, options: [], columns: [], perItem: false }),
  );
  const elements = process.elements.map((element, place): Element => {
    if (element.type !== 'userTask') return element;
    const own = names.filter((_, index) => !some || (place + index) % 3 === 0);
    return { ...element, office: { ...element.office, access: own.map((field) => ({ field, access: 'write' })) } };
  });
  // Somebody starts it by hand, so that nothing is given from outside.
  return { ...process, fields, elements, office: { ...process.office, starters: [{ kind: 'initiator' }] } };
}

/** Something that a person might do to a drawing by mistake. Numbers are taken modulo what there is. */
interface Slip {
  readonly what: 'loseFlow' | 'changeGateway' | 'loseDefault' | 'turnFlow';
  readonly which: number;
  readonly into: number;
}

const slips = fc.array(
  fc.record<Slip>({
    what: fc.constantFrom('loseFlow', 'changeGateway', 'changeGateway', 'loseDefault', 'turnFlow'),
    which: fc.nat(50),
    into: fc.nat(50),
  }),
  { minLength: 1, maxLength: 2 },
);

const GATEWAYS: readonly ElementType[] = ['exclusiveGateway', 'parallelGateway', 'inclusiveGateway'];

function spoilt(process: Process, { what, which, into }: Slip): Process {
  const pick = <One>(of: readonly One[], number: number): One | undefined => of[number % Math.max(of.length, 1)];
  const gateway = pick(
    process.elements.filter(({ type }) => GATEWAYS.includes(type)),
    which,
  );
  const flow = pick(process.flows, which);
  switch (what) {
    case 'changeGateway':
      return joinedUp(process, process.flows, (element) =>
        element === gateway ? { ...element, type: GATEWAYS[into % 3] ?? element.type } : element,
      );
    case 'loseDefault':
      return joinedUp(process, process.flows, (element) => (element === gateway ? withoutDefault(element) : element));
    case 'loseFlow':
      return joinedUp(
        process,
        process.flows.filter((one) => one !== flow),
        (element) => (element.defaultFlow === flow?.id ? withoutDefault(element) : element),
      );
    case 'turnFlow': {
      const targets = process.elements.filter(
        ({ parent, type }) => parent === flow?.parent && type !== 'startEvent' && type !== 'boundaryEvent',
      );
      const to = pick(targets, into)?.id;
      return joinedUp(
        process,
        process.flows.map((one) => (one === flow && to ? { ...one, to } : one)),
        (element) => element,
      );
    }
  }
}

function withoutDefault(given: Element): Element {
  const { defaultFlow: _, ...element } = given;
  return element;
}

/** With the flows that elements list put right. */
const joinedUp = (process: Process, flows: Process['flows'], change: (element: Element) => Element): Process => ({
  ...process,
  flows,
  elements: process.elements.map((element) => ({
    ...change(element),
    incoming: flows.filter(({ to }) => to === element.id).map((one) => one.id),
    outgoing: flows.filter(({ from }) => from === element.id).map((one) => one.id),
  })),
});

const diagramOf = (process: Process) => ({ id: 'generated', name: { zh: '' }, processes: [process], pools: [], messageFlows: [] });

test('whatever is built of blocks is sound', () => {
  fc.assert(
    fc.property(blocks, (block) => {
      // Somebody answers before the first way parts.
      const process = asked(draw({ is: 'row', blocks: [{ is: 'task' }, block] }));
      const { verdict, problems } = soundnessOf(process, diagramOf(process), { states: 2000, afterFlaw: 100, orders: 'needed' });
      if (problems.some(({ rule }) => rule === 'notDecided')) return;
      expect({ verdict, problems }).toEqual({ verdict: 'sound', problems: [] });
    }),
    { numRuns: 80 },
  );
});

test('a spoilt one gets the verdict of trying everything, and what leaving orders out leaves unreached is never reached', () => {
  let decided = 0;
  fc.assert(
    fc.property(blocks, slips, fc.boolean(), (block, slips, some) => {
      const drawn = draw(block);
      const names = [...drawn.variables, ...drawn.loops];
      fc.pre(names.length <= 3);
      const process = slips.reduce(spoilt, asked(drawn, some));
      // Of ways that lack their conditions the kernel takes the first, and the check each: what is measured says all of them.
      fc.pre(openWays(process).free.size === 0);
      const bounds = { states: 800, afterFlaw: 800, orders: 'needed' } as const;
      const measure = naively(process, 500);
      const { verdict } = soundnessOf(process, diagramOf(process), bounds);
      if (measure === undefined || verdict === 'notDecided') return;
      decided += 1;
      expect(verdict).toBe(measure);
      const model = modelOf(process);
      const every = explore(model, { ...bounds, orders: 'every' });
      if (every.gap) return;
      const fewer = explore(model, bounds);
      // Nothing wrong is gone on from, so behind it the two need not have come to the same.
      const known = flawsIn(every);
      expect(known).toEqual(expect.arrayContaining([...flawsIn(fewer)]));
      if (known.length > 0) return;
      expect([...fewer.reached].sort()).toEqual([...every.reached].sort());
      expect([...fewer.taken].sort()).toEqual([...every.taken].sort());
    }),
    { numRuns: 130 },
  );
  expect(decided).toBeGreaterThan(35);
});

const flawsIn = ({ nodes }: ReturnType<typeof explore>): readonly string[] =>
  [...new Set(nodes.flatMap(({ flaw }) => (flaw ? [`${flaw.kind} ${flaw.element}`] : [])))].sort();
