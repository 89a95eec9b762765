import * as fc from 'fast-check';
import { type Definition, DEFINITIONS, definitionOf, Sheet } from './sheet.ts';

/** Any process: so many nodes of any kind, arrows from and to anywhere. Numbers are taken modulo what there is. */
export interface AnyDiagram {
  readonly nodes: readonly AnyNode[];
  /** More arrows, beside the one that leads on from each node. */
  readonly arrows: readonly { readonly from: number; readonly to: number }[];
  /** An event sub-process beside it. */
  readonly aside: Event | undefined;
}

interface AnyNode {
  readonly kind: Kind;
  /** Where its own arrow leads to. */
  readonly to: number;
  /** Whether its last way out is taken otherwise. */
  readonly otherwise: boolean;
  /** What hangs at its border, where it is something that is done. */
  readonly border: Event | undefined;
  readonly undoable: boolean;
  readonly inner: AnyDiagram | undefined;
}

interface Event {
  readonly word: (typeof WORDS)[number];
  readonly cuts: boolean;
  readonly to: number;
}

type Kind = (typeof STEPS)[number] | (typeof GATEWAYS)[number] | (typeof EVENTS)[number] | (typeof ENDS)[number] | (typeof WHOLES)[number];

const STEPS = ['userTask', 'serviceTask', 'manualTask', 'receiveTask', 'many', 'inTurn', 'loop', 'twice', 'gathers'] as const;
const GATEWAYS = ['exclusive', 'parallel', 'inclusive', 'complex', 'race'] as const;
const EVENTS = ['timer', 'message', 'signal', 'conditional', 'several', 'all', 'raise', 'ring', 'undo'] as const;
const ENDS = ['end', 'terminate', 'error', 'escalation', 'cancel', 'compensate'] as const;
const WHOLES = ['sub', 'transaction', 'each', 'again', 'adHoc', 'call'] as const;
const WORDS = ['timer', 'message', 'signal', 'conditional', 'escalation', 'error'] as const;

/** What such processes are made of. */
export interface AnyKinds {
  readonly steps: readonly Kind[];
  readonly gateways: readonly Kind[];
  readonly events: readonly Kind[];
  readonly ends: readonly Kind[];
  readonly wholes: readonly Kind[];
  readonly words: readonly Event['word'][];
  /** Whether what was done can be undone. */
  readonly undoable: boolean;
}

const now = <One>(arbitrary: fc.Arbitrary<One>): fc.Arbitrary<One | undefined> => fc.option(arbitrary, { nil: undefined, freq: 4 });
const seldom = <One>(arbitrary: fc.Arbitrary<One>): fc.Arbitrary<One | undefined> =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

const kindsOf = ({ steps, gateways, events, ends, wholes }: AnyKinds, whole: boolean): fc.Arbitrary<Kind> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom<Kind>('userTask', 'exclusive', 'parallel', 'inclusive', 'end') },
    { weight: 2, arbitrary: fc.constantFrom<Kind>(...steps, ...events) },
    { weight: 1, arbitrary: fc.constantFrom<Kind>(...gateways, ...ends) },
    ...(whole ? [{ weight: 2, arbitrary: fc.constantFrom<Kind>(...wholes) }] : []),
  );

function diagram(kinds: AnyKinds, inner: fc.Arbitrary<AnyDiagram> | undefined, most: number): fc.Arbitrary<AnyDiagram> {
  const event: fc.Arbitrary<Event> = fc.record({ word: fc.constantFrom(...kinds.words), cuts: fc.boolean(), to: fc.nat(20) });
  return fc.record({
    nodes: fc.array(
      fc.record<AnyNode>({
        kind: kindsOf(kinds, inner !== undefined),
        to: fc.nat(20),
        otherwise: fc.boolean(),
        border: seldom(event),
        undoable: fc.nat(7).map((one) => one === 0 && kinds.undoable),
        inner: inner ? now(inner) : fc.constant(undefined),
      }),
      { minLength: 2, maxLength: most },
    ),
    arrows: fc.array(fc.record({ from: fc.nat(20), to: fc.nat(20) }), { maxLength: Math.ceil(most / 2) }),
    aside: seldom(event),
  });
}

/** Processes of these kinds as somebody might draw them who knows nothing; most are unsound. */
export const diagramsOf = (kinds: AnyKinds): fc.Arbitrary<AnyDiagram> => diagram(kinds, diagram(kinds, undefined, 3), 8);

/** The same of the whole executable class. */
export const anyDiagrams: fc.Arbitrary<AnyDiagram> = diagramsOf({
  steps: STEPS,
  gateways: GATEWAYS,
  events: EVENTS,
  ends: ENDS,
  wholes: WHOLES,
  words: WORDS,
  undoable: true,
});

/** Draws it as plain BPMN. */
export function drawnAny(any: AnyDiagram): string {
  const sheet = new Sheet();
  container(sheet, any);
  return sheet.xml();
}

const isEnd = (kind: Kind): boolean => (ENDS as readonly Kind[]).includes(kind);
const isDone = (kind: Kind): boolean => (STEPS as readonly Kind[]).includes(kind) || (WHOLES as readonly Kind[]).includes(kind);

/** A start that leads to the first node, and an end that every run can be led to; neither where one does things in any order. */
function container(sheet: Sheet, any: AnyDiagram, loose = false): void {
  const nodes = loose ? any.nodes.filter(({ kind }) => !isEnd(kind)) : any.nodes;
  const start = loose ? undefined : sheet.add('startEvent');
  const last = sheet.add(loose ? 'userTask' : 'endEvent');
  const placed = nodes.map((node) => ({ ...node, id: drawn(sheet, node) }));
  const places = [...placed.map(({ id }) => id), last];
  const at = (number: number): string => places[number % places.length] ?? last;
  if (start) sheet.flow(start, places[0] ?? last);
  const outgoing = new Map<string, string[]>(placed.map(({ id, to }) => [id, [at(to)]]));
  for (const { from, to } of any.arrows) outgoing.get(at(from))?.push(at(to));
  for (const node of placed) {
    ways(sheet, node, isEnd(node.kind) ? [] : [...new Set(outgoing.get(node.id) ?? [])]);
    if (!isDone(node.kind)) continue;
    if (node.undoable) sheet.undo(node.id);
    const { border } = node;
    if (border) sheet.flow(bordered(sheet, node.id, border), at(border.to));
  }
  if (any.aside) beside(sheet, any.aside);
}

const bordered = (sheet: Sheet, host: string, { word, cuts }: Event): string =>
  sheet.add('boundaryEvent', {
    attributes: `attachedToRef="${host}" cancelActivity="${cuts || word === 'error'}"`,
    inner: definitionOf(sheet, word),
  });

function beside(sheet: Sheet, { word, cuts }: Event): void {
  const inner = sheet.inside(() => {
    const attributes = `isInterrupting="${cuts || word === 'error'}"`;
    const start = sheet.add('startEvent', { attributes, inner: definitionOf(sheet, word) });
    const task = sheet.add('userTask');
    sheet.flow(start, task);
    sheet.flow(task, sheet.add('endEvent'));
  });
  sheet.add('subProcess', { attributes: 'triggeredByEvent="true"', inner });
}

function ways(sheet: Sheet, node: AnyNode & { readonly id: string }, targets: readonly string[]): void {
  const { kind, id } = node;
  if (kind === 'race') {
    for (const [index, target] of targets.entries()) {
      const caught = sheet.add('intermediateCatchEvent', { inner: index % 2 === 0 ? DEFINITIONS.timer : DEFINITIONS.message });
      sheet.flow(id, caught);
      sheet.flow(caught, target);
    }
    return;
  }
  // A step with several ways out may choose between them as well.
  const chooses = targets.length > 1 && (kind === 'exclusive' || kind === 'inclusive' || (isDone(kind) && node.otherwise));
  for (const [index, target] of targets.entries()) {
    const otherwise = node.otherwise && index === targets.length - 1;
    const flow = sheet.flow(id, target, chooses && !otherwise ? sheet.condition() : undefined);
    if (chooses && otherwise) sheet.otherwise(id, flow);
  }
}

const thrown = (sheet: Sheet, word: Definition): string => sheet.add('intermediateThrowEvent', { inner: DEFINITIONS[word] });

const NOTHING: AnyDiagram = {
  nodes: [{ kind: 'userTask', to: 1, otherwise: false, border: undefined, undoable: false, inner: undefined }],
  arrows: [],
  aside: undefined,
};

const MANY = (inTurn: boolean): string =>
  `<multiInstanceLoopCharacteristics isSequential="${inTurn}"><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>`;
const loop = (sheet: Sheet): string =>
  `<standardLoopCharacteristics><loopCondition>${sheet.condition('again')}</loopCondition></standardLoopCharacteristics>`;

function drawn(sheet: Sheet, { kind, inner = NOTHING, to }: AnyNode): string {
  const within = (loose = false): string => sheet.inside(() => container(sheet, inner, loose));
  switch (kind) {
    case 'exclusive':
    case 'parallel':
    case 'inclusive':
      return sheet.add(`${kind}Gateway`);
    case 'complex':
      return sheet.add('complexGateway', { inner: `<activationCondition>activationCount >= ${1 + (to % 2)}</activationCondition>` });
    case 'race':
      return sheet.add('eventBasedGateway');
    case 'timer':
    case 'message':
    case 'signal':
    case 'conditional':
      return sheet.add('intermediateCatchEvent', { inner: definitionOf(sheet, kind) });
    case 'several':
      return sheet.add('intermediateCatchEvent', { inner: DEFINITIONS.timer + DEFINITIONS.message });
    case 'all':
      return sheet.add('intermediateCatchEvent', {
        attributes: 'parallelMultiple="true"',
        inner: DEFINITIONS.timer + definitionOf(sheet, 'conditional'),
      });
    case 'raise':
      return thrown(sheet, 'escalation');
    case 'ring':
      return thrown(sheet, 'signal');
    case 'undo':
      return thrown(sheet, 'compensate');
    case 'end':
      return sheet.add('endEvent');
    case 'terminate':
    case 'error':
    case 'escalation':
    case 'cancel':
    case 'compensate':
      return sheet.add('endEvent', { inner: DEFINITIONS[kind] });
    case 'many':
    case 'inTurn':
      return sheet.add('userTask', { inner: MANY(kind === 'inTurn') });
    case 'loop':
      return sheet.add('userTask', { inner: loop(sheet) });
    case 'twice':
      return sheet.add('userTask', { attributes: 'completionQuantity="2"' });
    case 'gathers':
      return sheet.add('userTask', { attributes: 'startQuantity="2"' });
    case 'receiveTask':
      return sheet.add('receiveTask', { attributes: 'messageRef="msg"' });
    case 'sub':
      return sheet.add('subProcess', { inner: within() });
    case 'transaction':
      return sheet.add('transaction', { inner: within() });
    case 'each':
      return sheet.add('subProcess', { inner: MANY(to % 2 === 0) + within() });
    case 'again':
      return sheet.add('subProcess', { inner: loop(sheet) + within() });
    case 'adHoc':
      return sheet.add('adHocSubProcess', { attributes: `cancelRemainingInstances="${to % 2 === 0}"`, inner: within(true) });
    case 'call':
      return sheet.add('callActivity', { attributes: `calledElement="${sheet.called(() => container(sheet, inner))}"` });
    default:
      return sheet.add(kind);
  }
}
