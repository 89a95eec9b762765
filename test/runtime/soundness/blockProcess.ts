import * as fc from 'fast-check';
import { ERROR, ESCALATION, Pen, TIMER, MESSAGE } from './pen.ts';

/** A block-structured process as a tree; whatever it is, it is sound. */
export type SoundBlock =
  | { readonly is: 'work'; readonly kind: 'userTask' | 'serviceTask' | 'task' | 'manualTask' }
  | { readonly is: 'timer' | 'many' | 'loop' | 'race' | 'guarded' | 'escalates' }
  | { readonly is: 'row'; readonly blocks: readonly SoundBlock[] }
  | { readonly is: 'one' | 'some' | 'all'; readonly blocks: readonly SoundBlock[] }
  | { readonly is: 'again' | 'inside' | 'fails' | 'late' | 'reminded'; readonly block: SoundBlock };

const leaf: fc.Arbitrary<SoundBlock> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ is: fc.constant('work' as const), kind: fc.constantFrom('userTask', 'serviceTask', 'task', 'manualTask') }),
  },
  { weight: 3, arbitrary: fc.record({ is: fc.constantFrom('timer', 'many', 'loop', 'race', 'guarded', 'escalates') }) },
) as fc.Arbitrary<SoundBlock>;

/** Sound processes of all kinds of gateways, events, loops, sub-processes and borders. */
export const soundBlocks: fc.Arbitrary<SoundBlock> = fc.letrec<{ block: SoundBlock }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true, maxDepth: 3 },
    leaf,
    fc.record({ is: fc.constant('row' as const), blocks: fc.array(tie('block'), { minLength: 2, maxLength: 3 }) }),
    fc.record({
      is: fc.constantFrom('one' as const, 'some' as const, 'all' as const),
      blocks: fc.array(tie('block'), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({
      is: fc.constantFrom('again' as const, 'inside' as const, 'fails' as const, 'late' as const, 'reminded' as const),
      block: tie('block'),
    }),
  ),
})).block;

/** Draws a block as plain BPMN between a start and an end. */
export function drawnSound(block: SoundBlock): string {
  const pen = new Pen();
  framed(pen, block);
  return pen.written();
}

function framed(pen: Pen, block: SoundBlock): void {
  const start = pen.add('startEvent');
  const [first, last] = drawn(pen, block);
  pen.flow(start, first);
  pen.flow(last, pen.add('endEvent'));
}

/** First and last element of a block. */
function drawn(pen: Pen, block: SoundBlock): readonly [string, string] {
  switch (block.is) {
    case 'work':
      return alone(pen.add(block.kind));
    case 'timer':
      return alone(pen.add('intermediateCatchEvent', '', TIMER));
    case 'many':
      return alone(
        pen.add(
          'userTask',
          '',
          '<multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>',
        ),
      );
    case 'loop':
      return alone(
        pen.add(
          'userTask',
          '',
          `<standardLoopCharacteristics><loopCondition>${pen.name()} = true</loopCondition></standardLoopCharacteristics>`,
        ),
      );
    case 'race':
      return race(pen);
    case 'guarded':
      return bordered(pen, pen.add('userTask'), { border: TIMER, cuts: true });
    case 'escalates':
      return bordered(pen, pen.add('userTask'), { border: ESCALATION, cuts: false });
    case 'row':
      return row(pen, block.blocks);
    case 'again':
      return again(pen, block.block);
    case 'inside':
      return alone(inside(pen, block.block));
    case 'fails':
      return fails(pen, block.block);
    case 'late':
      return bordered(pen, inside(pen, block.block), { border: TIMER, cuts: true });
    case 'reminded':
      return bordered(pen, inside(pen, block.block), { border: TIMER, cuts: false });
    default:
      return split(pen, block);
  }
}

const alone = (id: string): readonly [string, string] => [id, id];

const inside = (pen: Pen, block: SoundBlock): string =>
  pen.add(
    'subProcess',
    '',
    pen.inside(() => framed(pen, block)),
  );

function row(pen: Pen, blocks: readonly SoundBlock[]): readonly [string, string] {
  const parts = blocks.map((block) => drawn(pen, block));
  for (const [index, [first]] of parts.entries()) {
    const before = parts[index - 1];
    if (before) pen.flow(before[1], first);
  }
  return [parts[0]?.[0] ?? '', parts.at(-1)?.[1] ?? ''];
}

/** A message or a moment, whichever comes first. */
function race(pen: Pen): readonly [string, string] {
  const gateway = pen.add('eventBasedGateway');
  const merge = pen.add('exclusiveGateway');
  for (const trigger of [MESSAGE, TIMER]) {
    const event = pen.add('intermediateCatchEvent', '', trigger);
    pen.flow(gateway, event);
    pen.flow(event, merge);
  }
  return [gateway, merge];
}

function bordered(
  pen: Pen,
  host: string,
  { border, cuts }: { readonly border: string; readonly cuts: boolean },
): readonly [string, string] {
  const event = pen.add('boundaryEvent', `attachedToRef="${host}" cancelActivity="${cuts}"`, border);
  const task = pen.add('userTask');
  pen.flow(event, task);
  if (!cuts) {
    pen.flow(task, pen.add('endEvent'));
    return alone(host);
  }
  const merge = pen.add('exclusiveGateway');
  pen.flow(host, merge);
  pen.flow(task, merge);
  return [host, merge];
}

/** A sub-process that may end in an error, which its border catches. */
function fails(pen: Pen, block: SoundBlock): readonly [string, string] {
  const sub = pen.add(
    'subProcess',
    '',
    pen.inside(() => {
      const start = pen.add('startEvent');
      const [first, last] = drawn(pen, block);
      const choose = pen.add('exclusiveGateway');
      pen.flow(start, first);
      pen.flow(last, choose);
      pen.flow(choose, pen.add('endEvent', '', ERROR), `${pen.name()} = true`);
      pen.otherwise(choose, pen.flow(choose, pen.add('endEvent')));
    }),
  );
  return bordered(pen, sub, { border: ERROR, cuts: true });
}

function again(pen: Pen, block: SoundBlock): readonly [string, string] {
  const merge = pen.add('exclusiveGateway');
  const [first, last] = drawn(pen, block);
  const task = pen.add('userTask');
  const choose = pen.add('exclusiveGateway');
  const after = pen.add('exclusiveGateway');
  pen.flow(merge, first);
  pen.flow(last, task);
  pen.flow(task, choose);
  pen.flow(choose, merge, `${pen.name()} = true`);
  pen.otherwise(choose, pen.flow(choose, after));
  return [merge, after];
}

const GATEWAYS = { one: 'exclusiveGateway', some: 'inclusiveGateway', all: 'parallelGateway' } as const;

function split(
  pen: Pen,
  { is, blocks }: { readonly is: 'one' | 'some' | 'all'; readonly blocks: readonly SoundBlock[] },
): readonly [string, string] {
  const fork = pen.add(GATEWAYS[is]);
  const join = pen.add(GATEWAYS[is]);
  for (const [index, block] of blocks.entries()) {
    const [first, last] = drawn(pen, block);
    const otherwise = is !== 'all' && index === blocks.length - 1;
    const flow = pen.flow(fork, first, is === 'all' || otherwise ? undefined : `${pen.name()} = true`);
    if (otherwise) pen.otherwise(fork, flow);
    pen.flow(last, join);
  }
  return [fork, join];
}
