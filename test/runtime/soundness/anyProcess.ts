import * as fc from 'fast-check';
import { ERROR, MESSAGE, Pen, TERMINATE, TIMER } from './pen.ts';

/** Any process: so many nodes of any kind, arrows from and to anywhere. Numbers are taken modulo what there is. */
export interface AnyProcess {
  readonly nodes: readonly AnyNode[];
  /** More arrows, beside the one that leads on from each node. */
  readonly arrows: readonly { readonly from: number; readonly to: number }[];
}

export interface AnyNode {
  readonly kind: (typeof KINDS)[number];
  /** Where its own arrow leads to. */
  readonly to: number;
  /** Whether the last way out of a gateway is taken otherwise. */
  readonly otherwise: boolean;
}

const KINDS = [
  'userTask',
  'serviceTask',
  'exclusive',
  'parallel',
  'inclusive',
  'timer',
  'many',
  'inside',
  'guarded',
  'reminded',
  'race',
  'end',
  'terminate',
  'error',
] as const;

/** Kinds that are drawn more often: of these most mistakes are made. */
const OFTEN: readonly AnyNode['kind'][] = ['userTask', 'exclusive', 'parallel', 'inclusive', 'end'];

const node: fc.Arbitrary<AnyNode> = fc.record({
  kind: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...OFTEN) }, { weight: 1, arbitrary: fc.constantFrom(...KINDS) }),
  to: fc.nat(20),
  otherwise: fc.boolean(),
});

/** Processes as somebody might draw them who knows nothing; most are unsound. */
export const anyProcesses: fc.Arbitrary<AnyProcess> = fc.record({
  nodes: fc.array(node, { minLength: 2, maxLength: 8 }),
  arrows: fc.array(fc.record({ from: fc.nat(20), to: fc.nat(20) }), { maxLength: 6 }),
});

/** Draws it as plain BPMN: a start that leads to the first node, and an end that every run can be led to. */
export function drawnAny({ nodes, arrows }: AnyProcess): string {
  const pen = new Pen();
  const start = pen.add('startEvent');
  const last = pen.add('endEvent');
  const drawn = nodes.map((one) => ({ ...one, id: nodeOf(pen, one) }));
  const places = [...drawn.map(({ id }) => id), last];
  const at = (number: number): string => places[number % places.length] ?? last;
  pen.flow(start, places[0] ?? last);
  const outgoing = new Map<string, string[]>(drawn.map(({ id, to }) => [id, [at(to)]]));
  for (const { from, to } of arrows) outgoing.get(at(from))?.push(at(to));
  for (const one of drawn) {
    const targets = isEnd(one) ? [] : [...new Set(outgoing.get(one.id) ?? [])];
    ways(pen, one, targets);
    if (one.kind === 'guarded' || one.kind === 'reminded') {
      const event = pen.add('boundaryEvent', `attachedToRef="${one.id}" cancelActivity="${one.kind === 'guarded'}"`, TIMER);
      pen.flow(event, at(one.to + 1));
    }
  }
  return pen.written();
}

const isEnd = ({ kind }: AnyNode): boolean => kind === 'end' || kind === 'terminate' || kind === 'error';

function ways(pen: Pen, node: AnyNode & { readonly id: string }, targets: readonly string[]): void {
  const chooses = (node.kind === 'exclusive' || node.kind === 'inclusive') && targets.length > 1;
  if (node.kind === 'race') {
    for (const [index, target] of targets.entries()) {
      const event = pen.add('intermediateCatchEvent', '', index % 2 === 0 ? TIMER : MESSAGE);
      pen.flow(node.id, event);
      pen.flow(event, target);
    }
    return;
  }
  for (const [index, target] of targets.entries()) {
    const otherwise = node.otherwise && index === targets.length - 1;
    const flow = pen.flow(node.id, target, chooses && !otherwise ? `${pen.name()} = true` : undefined);
    if (chooses && otherwise) pen.otherwise(node.id, flow);
  }
}

function nodeOf(pen: Pen, { kind }: AnyNode): string {
  switch (kind) {
    case 'exclusive':
    case 'parallel':
    case 'inclusive':
      return pen.add(`${kind}Gateway`);
    case 'race':
      return pen.add('eventBasedGateway');
    case 'timer':
      return pen.add('intermediateCatchEvent', '', TIMER);
    case 'many':
      return pen.add(
        'userTask',
        '',
        '<multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>',
      );
    case 'inside':
      return pen.add(
        'subProcess',
        '',
        pen.inside(() => void pen.flow(pen.add('startEvent'), pen.add('userTask'))),
      );
    case 'end':
      return pen.add('endEvent');
    case 'terminate':
      return pen.add('endEvent', '', TERMINATE);
    case 'error':
      return pen.add('endEvent', '', ERROR);
    case 'guarded':
    case 'reminded':
      return pen.add('userTask');
    default:
      return pen.add(kind);
  }
}
