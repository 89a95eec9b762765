import * as fc from 'fast-check';
import { drawn } from './drawn.ts';
import { EVENT } from './drawing.ts';

/** A process as a tree of what can be undone and of what undoes it, cut short or cancelled. */
export type Undoing =
  | { readonly is: 'step'; readonly undone: boolean }
  | { readonly is: 'row' | 'all'; readonly parts: readonly Undoing[] }
  | { readonly is: 'throw'; readonly waits: boolean }
  | { readonly is: 'free'; readonly cancels: boolean; readonly inTurn: boolean }
  | ({ readonly is: 'around'; readonly part: Undoing } & Around);

/** What is around a part: how often it is done, how it ends, what is at its border and beside its flow. */
interface Around {
  readonly kind: 'subProcess' | 'transaction';
  readonly often: 'once' | 'at once' | 'in turn' | 'in rounds';
  readonly results: readonly Result[];
  readonly border: 'none' | 'timer' | 'message';
  readonly beside: 'none' | 'stops' | 'undoes' | 'handler';
  readonly undone: boolean;
}

const RESULTS = ['compensate', 'error', 'escalation', 'signal', 'message', 'terminate', 'cancel'] as const;
type Result = (typeof RESULTS)[number];

/** Generated trees, a few levels deep. */
export const undoings: fc.Arbitrary<Undoing> = fc.letrec<{ tree: Undoing }>((tie) => {
  const parts = fc.array(tie('tree'), { minLength: 2, maxLength: 3 });
  return {
    tree: fc.oneof(
      { depthSize: 'medium', maxDepth: 3 },
      fc.record({ is: fc.constant('step' as const), undone: fc.boolean() }),
      fc.record({ is: fc.constant('throw' as const), waits: fc.boolean() }),
      fc.record({ is: fc.constant('free' as const), cancels: fc.boolean(), inTurn: fc.boolean() }),
      fc.record({ is: fc.constantFrom('row' as const, 'all' as const), parts }),
      {
        weight: 4,
        arbitrary: fc.record({
          is: fc.constant('around' as const),
          part: tie('tree'),
          kind: fc.constantFrom('subProcess' as const, 'transaction' as const),
          often: fc.constantFrom('once' as const, 'once' as const, 'at once' as const, 'in turn' as const, 'in rounds' as const),
          results: fc.subarray([...RESULTS], { maxLength: 3 }),
          border: fc.constantFrom('none' as const, 'timer' as const, 'message' as const),
          beside: fc.constantFrom('none' as const, 'stops' as const, 'undoes' as const, 'handler' as const),
          undone: fc.boolean(),
        }),
      },
    ),
  };
}).tree;

const often = fc.constantFrom<Around['often'][]>('once', 'at once', 'in turn', 'in rounds');

const ONCE: Around = { kind: 'subProcess', often: 'once', results: [], border: 'none', beside: 'none', undone: false };

/** Branches beside each other, in each of which something is done and something is left to do, and what cuts all of them off and undoes them. */
export const cutOff: fc.Arbitrary<Undoing> = fc
  .record({
    last: undoings,
    kind: fc.constantFrom('subProcess' as const, 'transaction' as const),
    often: fc.constantFrom('once' as const, 'at once' as const),
  })
  .map(({ last, kind, often }): Undoing => {
    const row: Undoing = { is: 'row', parts: [{ is: 'step', undone: true }, last, { is: 'step', undone: false }] };
    const branch: Undoing = { is: 'around', part: row, ...ONCE };
    return { is: 'around', part: { is: 'all', parts: [branch, branch] }, ...ONCE, kind, often, beside: 'stops' };
  });

/** Steps that can be undone, beside each other and inside each other, done any number of times, in a transaction that is cancelled at its end. */
export const cancelled: fc.Arbitrary<Undoing> = fc
  .record({
    part: fc.letrec<{ tree: Undoing }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'medium', maxDepth: 3 },
        fc.record({ is: fc.constant('step' as const), undone: fc.boolean() }),
        fc.record({ is: fc.constantFrom('row' as const, 'all' as const), parts: fc.array(tie('tree'), { minLength: 2, maxLength: 3 }) }),
        fc.record({ part: tie('tree'), often }).map(({ part, often }): Undoing => ({ is: 'around', part, ...ONCE, often })),
      ),
    })).tree,
    often,
  })
  .map(({ part, often }): Undoing => ({ is: 'around', part, ...ONCE, kind: 'transaction', often, results: ['cancel'] }));

/** The diagram of a tree, between a start and an end that undoes all. */
export function undoingXml(tree: Undoing): string {
  const pen = new Pen();
  const part = pen.part(tree);
  const inner = `<startEvent id="start" />${part.xml}<endEvent id="end">${EVENT.compensate}</endEvent>`;
  const xml = drawn(inner, [`start > ${part.first}`, ...part.flows, `${part.last} > end`].join('\n'));
  const roots =
    '<error id="err" name="err" errorCode="err" /><escalation id="esc" name="esc" escalationCode="esc" /><signal id="bell" name="bell" /><message id="letter" name="letter" />';
  return xml.replace('<process', `${roots}<process`);
}

interface Part {
  readonly xml: string;
  readonly flows: readonly string[];
  readonly first: string;
  readonly last: string;
}

const OFTEN: { readonly [often in Around['often']]: string } = {
  once: '',
  'at once': '<multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>',
  'in turn':
    '<multiInstanceLoopCharacteristics isSequential="true"><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>',
  'in rounds': '<standardLoopCharacteristics loopMaximum="2" />',
};

class Pen {
  #count = 0;

  #id(kind: string): string {
    this.#count += 1;
    return `${kind}${this.#count}`;
  }

  part(tree: Undoing): Part {
    switch (tree.is) {
      case 'step':
        return this.#step(tree.undone);
      case 'throw':
        return this.#alone('intermediateThrowEvent', `<compensateEventDefinition waitForCompletion="${tree.waits}" />`);
      case 'row':
        return this.#row(tree.parts.map((part) => this.part(part)));
      case 'all':
        return this.#all(tree.parts.map((part) => this.part(part)));
      case 'free':
        return this.#free(tree.cancels, tree.inTurn);
      case 'around':
        return this.#around(tree.part, tree);
    }
  }

  #alone(kind: string, inner = '', attributes = ''): Part {
    const id = this.#id(kind);
    return { xml: `<${kind} id="${id}" ${attributes}>${inner}</${kind}>`, flows: [], first: id, last: id };
  }

  #step(undone: boolean): Part {
    const step = this.#alone('userTask');
    return undone ? { ...step, xml: step.xml + this.#undo(step.first) } : step;
  }

  #undo(host: string): string {
    const [border, handler] = [this.#id('border'), this.#id('undo')];
    return `<boundaryEvent id="${border}" attachedToRef="${host}">${EVENT.compensate}</boundaryEvent><userTask id="${handler}" isForCompensation="true" /><association id="${this.#id('by')}" sourceRef="${border}" targetRef="${handler}" />`;
  }

  #row(parts: readonly Part[]): Part {
    const between = parts.slice(1).map((part, index) => `${parts[index]?.last} > ${part.first}`);
    const [first, last] = [parts[0]?.first ?? '', parts.at(-1)?.last ?? ''];
    return { xml: parts.map(({ xml }) => xml).join(''), flows: [...parts.flatMap(({ flows }) => flows), ...between], first, last };
  }

  #all(parts: readonly Part[]): Part {
    const [fork, join] = [this.#alone('parallelGateway'), this.#alone('parallelGateway')];
    const ways = parts.flatMap(({ first, last, flows }) => [`${fork.last} > ${first}`, ...flows, `${last} > ${join.first}`]);
    return { xml: [fork, ...parts, join].map(({ xml }) => xml).join(''), flows: ways, first: fork.first, last: join.last };
  }

  #free(cancels: boolean, inTurn: boolean): Part {
    const [step, other] = [this.#step(true), this.#step(true)];
    const back = this.#row([this.#step(false), this.#alone('intermediateThrowEvent', EVENT.compensate), this.#step(false)]);
    const inner = `${step.xml}${other.xml}${back.xml}<flows>${back.flows.join('; ')}</flows>`;
    const ordering = inTurn ? 'ordering="Sequential"' : '';
    return this.#alone('adHocSubProcess', inner, `${ordering} cancelRemainingInstances="${cancels}"`);
  }

  #around(tree: Undoing, { kind, often, results, border, beside, undone }: Around): Part {
    const thrown = results.filter((result) => result !== 'cancel' || kind === 'transaction');
    const end = this.#alone('endEvent', thrown.map((result) => EVENT[result]).join(''));
    const inside = this.#row([this.#alone('startEvent'), this.part(tree), end]);
    const host = this.#alone(kind, `${OFTEN[often]}${inside.xml}<flows>${inside.flows.join('; ')}</flows>${this.#aside(beside)}`);
    const caught = ['error', ...(kind === 'transaction' ? ['cancel'] : []), ...(border === 'none' ? [] : [border]), 'escalation'] as const;
    const borders = caught.map((event) => this.#border(host.first, EVENT[event as Result], event !== 'escalation' || undone));
    const undo = undone ? this.#undo(host.first) : '';
    const xml = host.xml + undo + borders.map((one) => one.xml).join('');
    return { ...host, xml, flows: borders.flatMap(({ flows }) => flows) };
  }

  /** An event at a border leads off to a step that can be undone. */
  #border(host: string, definition: string, cancels: boolean): Part {
    const event = this.#id('border');
    const after = this.#row([this.#step(true), this.#alone('endEvent')]);
    const xml = `<boundaryEvent id="${event}" attachedToRef="${host}" cancelActivity="${cancels}">${definition}</boundaryEvent>${after.xml}`;
    return { ...after, xml, flows: [`${event} > ${after.first}`, ...after.flows] };
  }

  /** An event sub-process: it stops the rest, it undoes beside it, or it is how the whole is undone. */
  #aside(beside: Around['beside']): string {
    if (beside === 'none') return '';
    const definition = beside === 'handler' ? EVENT.compensate : EVENT.message;
    const start = this.#alone('startEvent', definition, `isInterrupting="${beside !== 'undoes'}"`);
    const throws = this.#alone('intermediateThrowEvent', EVENT.compensate);
    const flow = this.#row([start, this.#step(true), throws, this.#alone('endEvent')]);
    return `<subProcess id="${this.#id('aside')}" triggeredByEvent="true">${flow.xml}<flows>${flow.flows.join('; ')}</flows></subProcess>`;
  }
}
