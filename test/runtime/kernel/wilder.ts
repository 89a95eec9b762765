import * as fc from 'fast-check';
import { drawn } from './drawn.ts';

/** A process as a tree of what `blocks.ts` has not: whatever it is, a run of it can always come to its end. */
export type Wild =
  | { readonly is: 'task' }
  | { readonly is: 'row' | 'all' | 'choice'; readonly blocks: readonly Wild[] }
  | { readonly is: 'inside' | 'again'; readonly block: Wild; readonly first: boolean }
  | { readonly is: 'each'; readonly behavior: 'None' | 'One' | 'Complex'; readonly inTurn: boolean }
  /** Two tokens go out and are gathered again. */
  | { readonly is: 'twice' }
  /** Branches of which some are enough; what comes late goes another way, or none. */
  | { readonly is: 'enough'; readonly blocks: readonly Wild[]; readonly needed: number; readonly late: boolean }
  | { readonly is: 'both'; readonly border: 'none' | 'ends' | 'beside' }
  | { readonly is: 'adHoc'; readonly blocks: readonly Wild[]; readonly inTurn: boolean; readonly says: boolean; readonly cancels: boolean };

const small = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Wild>({ is: 'task' }) },
  fc.record({
    is: fc.constant('each' as const),
    behavior: fc.constantFrom('None' as const, 'One' as const, 'Complex' as const),
    inTurn: fc.boolean(),
  }),
  fc.constant<Wild>({ is: 'twice' }),
  fc.record({ is: fc.constant('both' as const), border: fc.constantFrom('none' as const, 'ends' as const, 'beside' as const) }),
);

/** Generated trees, a few levels deep. */
export const wilds: fc.Arbitrary<Wild> = fc.letrec<{ wild: Wild }>((tie) => {
  const some = fc.array(tie('wild'), { minLength: 2, maxLength: 3 });
  return {
    wild: fc.oneof(
      { depthSize: 'medium', withCrossShrink: true, maxDepth: 2 },
      small,
      fc.record({ is: fc.constantFrom('row' as const, 'all' as const, 'choice' as const), blocks: some }),
      fc.record({ is: fc.constantFrom('inside' as const, 'again' as const), block: tie('wild'), first: fc.boolean() }),
      fc.record({ is: fc.constant('enough' as const), blocks: some, needed: fc.integer({ min: 1, max: 2 }), late: fc.boolean() }),
      fc.record({
        is: fc.constant('adHoc' as const),
        blocks: some,
        inTurn: fc.boolean(),
        says: fc.boolean(),
        cancels: fc.boolean(),
      }),
    ),
  };
}).wild;

/** The diagram of a tree, between a start and an end. `go` decides whether loops go round, `done` whether ad-hoc sub-processes end. */
export function wildXml(wild: Wild): string {
  const pen = new Pen();
  const part = pen.block(wild);
  const flows = [`start > ${part.first}`, ...part.flows, `${part.last} > end`];
  const xml = drawn(`<startEvent id="start" />${part.xml}<endEvent id="end" />`, flows.join('\n'));
  return xml.replace('<process', `${pen.declared.join('')}<process`);
}

/** What is drawn at one level: its elements, its flows, its first and last element. */
interface Part {
  readonly xml: string;
  readonly flows: readonly string[];
  readonly first: string;
  readonly last: string;
}

class Pen {
  readonly declared: string[] = [];
  #count = 0;

  #id(kind: string): string {
    this.#count += 1;
    return `${kind}${this.#count}`;
  }

  block(wild: Wild): Part {
    switch (wild.is) {
      case 'task':
        return this.#alone('userTask', '');
      case 'row':
        return this.#row(wild.blocks.map((block) => this.block(block)));
      case 'all':
        return this.#all(wild.blocks);
      case 'choice':
        return this.#choice(wild.blocks);
      case 'inside':
        return this.#alone('subProcess', this.#within(wild.block));
      case 'again':
        return this.#alone('subProcess', `${loop(wild.first)}${this.#within(wild.block)}`);
      case 'each':
        return this.#each(wild);
      case 'twice':
        return this.#twice();
      case 'enough':
        return this.#enough(wild);
      case 'both':
        return this.#both(wild.border);
      case 'adHoc':
        return this.#adHoc(wild);
    }
  }

  #alone(kind: string, inner: string, attributes = ''): Part {
    const id = this.#id(kind);
    return { xml: `<${kind} id="${id}" ${attributes}>${inner}</${kind}>`, flows: [], first: id, last: id };
  }

  #row(parts: readonly Part[]): Part {
    const between = parts.slice(1).map((part, index) => `${parts[index]?.last} > ${part.first}`);
    return {
      xml: parts.map(({ xml }) => xml).join(''),
      flows: [...parts.flatMap(({ flows }) => flows), ...between],
      first: parts[0]?.first ?? '',
      last: parts.at(-1)?.last ?? '',
    };
  }

  #all(blocks: readonly Wild[]): Part {
    return this.#split(
      this.#alone('parallelGateway', ''),
      blocks.map((block) => this.block(block)),
      this.#alone('parallelGateway', ''),
    );
  }

  #split(split: Part, parts: readonly Part[], join: Part): Part {
    return {
      xml: [split, ...parts, join].map(({ xml }) => xml).join(''),
      flows: parts.flatMap(({ first, last, flows }) => [`${split.last} > ${first}`, ...flows, `${last} > ${join.first}`]),
      first: split.first,
      last: join.last,
    };
  }

  #choice(blocks: readonly Wild[]): Part {
    const parts = blocks.map((block) =>
      this.#row([this.#alone('intermediateCatchEvent', '<messageEventDefinition />'), this.block(block)]),
    );
    return this.#split(this.#alone('eventBasedGateway', ''), parts, this.#alone('exclusiveGateway', ''));
  }

  #within(block: Wild): string {
    const [start, end] = [this.#alone('startEvent', ''), this.#alone('endEvent', '')];
    const part = this.#row([start, this.block(block), end]);
    return `${part.xml}<flows>${part.flows.join('; ')}</flows>`;
  }

  /** With an event at its border that leads off to a task of its own. */
  #beside(host: Part, definition: string, attributes: string): Part {
    const event = this.#id('border');
    const [task, end] = [this.#alone('userTask', ''), this.#alone('endEvent', '')];
    const border = `<boundaryEvent id="${event}" attachedToRef="${host.first}" ${attributes}>${definition}</boundaryEvent>`;
    const flows = [...host.flows, `${event} > ${task.first}`, `${task.last} > ${end.first}`];
    return { ...host, xml: `${host.xml}${border}${task.xml}${end.xml}`, flows };
  }

  #each({ behavior, inTurn }: Extract<Wild, { is: 'each' }>): Part {
    const complex = `<complexBehaviorDefinition id="${this.#id('when')}"><condition xsi:type="tFormalExpression">numberOfCompletedInstances = 2</condition></complexBehaviorDefinition>`;
    const host = this.#alone(
      'userTask',
      `<multiInstanceLoopCharacteristics behavior="${behavior}" isSequential="${inTurn}"><loopCardinality xsi:type="tFormalExpression">3</loopCardinality>${
        behavior === 'Complex' ? complex : ''
      }</multiInstanceLoopCharacteristics>`,
    );
    return this.#beside(host, '<signalEventDefinition />', '');
  }

  #twice(): Part {
    return this.#row([
      this.#alone('userTask', '', 'completionQuantity="2"'),
      this.#alone('userTask', ''),
      this.#alone('userTask', '', 'startQuantity="2"'),
    ]);
  }

  #enough({ blocks, needed, late }: Extract<Wild, { is: 'enough' }>): Part {
    const gateway = this.#alone(
      'complexGateway',
      `<activationCondition xsi:type="tFormalExpression">activationCount >= ${needed}</activationCondition>`,
    );
    const whole = this.#split(
      this.#alone('parallelGateway', ''),
      blocks.map((block) => this.block(block)),
      gateway,
    );
    const merge = this.#alone('exclusiveGateway', '');
    const [task, end] = [this.#alone('userTask', ''), this.#alone('endEvent', '')];
    const others = late ? [`${gateway.last} > ${task.first} : not(waitingForStart)`, `${task.last} > ${end.first}`] : [];
    const on = late ? `${gateway.last} > ${merge.first} : waitingForStart` : `${gateway.last} > ${merge.first}`;
    return {
      xml: `${whole.xml}${merge.xml}${late ? task.xml + end.xml : ''}`,
      flows: [...whole.flows, on, ...others],
      first: whole.first,
      last: merge.last,
    };
  }

  #both(border: Extract<Wild, { is: 'both' }>['border']): Part {
    const [message, signal] = [this.#id('message'), this.#id('signal')];
    this.declared.push(`<message id="${message}" name="${message}" /><signal id="${signal}" name="${signal}" />`);
    const inner = `<messageEventDefinition messageRef="${message}" /><signalEventDefinition signalRef="${signal}" />`;
    if (border === 'none') return this.#alone('intermediateCatchEvent', inner, 'parallelMultiple="true"');
    if (border === 'beside') return this.#beside(this.#alone('userTask', ''), inner, 'parallelMultiple="true" cancelActivity="false"');
    const [host, merge] = [this.#alone('userTask', ''), this.#alone('exclusiveGateway', '')];
    const event = this.#id('border');
    return {
      xml: `${host.xml}<boundaryEvent id="${event}" attachedToRef="${host.first}" parallelMultiple="true">${inner}</boundaryEvent>${merge.xml}`,
      flows: [`${host.last} > ${merge.first}`, `${event} > ${merge.first}`],
      first: host.first,
      last: merge.last,
    };
  }

  /** What nothing leads to may be begun; each part stands in a sub-process of its own, the first two in a row. */
  #adHoc({ blocks, inTurn, says, cancels }: Extract<Wild, { is: 'adHoc' }>): Part {
    const parts = blocks.map((block) => this.#alone('subProcess', this.#within(block)));
    const [one, two] = parts;
    const flows = one && two ? `<flows>${one.last} > ${two.first}</flows>` : '';
    const completion = says ? '' : '<completionCondition xsi:type="tFormalExpression">done = true</completionCondition>';
    return this.#alone(
      'adHocSubProcess',
      `${parts.map(({ xml }) => xml).join('')}${flows}${completion}`,
      `ordering="${inTurn ? 'Sequential' : 'Parallel'}" cancelRemainingInstances="${cancels}"`,
    );
  }
}

const loop = (first: boolean): string =>
  `<standardLoopCharacteristics testBefore="${first}" loopMaximum="3"><loopCondition xsi:type="tFormalExpression">go = true</loopCondition></standardLoopCharacteristics>`;
