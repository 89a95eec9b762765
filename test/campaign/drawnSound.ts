import { type Definition, DEFINITIONS, definitionOf, Sheet } from './sheet.ts';
import type { Piece, Shell, Split, Trouble } from './soundPiece.ts';

/** What is drawn of a piece: where it begins, and where it goes on from; of several exactly one does each time. */
interface Drawn {
  readonly first: string;
  readonly lasts: readonly string[];
}

/** Draws a piece as plain BPMN between a start, a step for somebody, and an end. */
export function drawnSound(piece: Piece): string {
  const sheet = new Sheet();
  framed(sheet, piece);
  return sheet.xml();
}

/** The step after the start lets whoever does it decide what is asked for first. */
function framed(sheet: Sheet, piece: Piece, end?: (last: Drawn) => void): void {
  const start = sheet.add('startEvent');
  const first = sheet.add('userTask');
  sheet.flow(start, first);
  const whole = drawn(sheet, piece);
  sheet.flow(first, whole.first);
  if (end) end(whole);
  else toEach(sheet, whole, sheet.add('endEvent'));
}

const alone = (id: string): Drawn => ({ first: id, lasts: [id] });

/** What waits for all that lead to it is led to by one. */
function toEach(sheet: Sheet, whole: Drawn, to: string): void {
  if (/^(parallel|complex)Gateway/.test(to)) sheet.flow(single(sheet, whole).last, to);
  else for (const last of whole.lasts) sheet.flow(last, to);
}

/** As one way: where several could lead on, they are merged before. */
function single(sheet: Sheet, whole: Drawn): { readonly first: string; readonly last: string } {
  const [last = '', ...others] = whole.lasts;
  if (others.length === 0) return { first: whole.first, last };
  const merge = sheet.add('exclusiveGateway');
  toEach(sheet, whole, merge);
  return { first: whole.first, last: merge };
}

function drawn(sheet: Sheet, piece: Piece): Drawn {
  switch (piece.is) {
    case 'work':
      return alone(sheet.add(piece.kind));
    case 'wait':
      return waiting(sheet, piece.kind);
    case 'throw':
      return throwing(sheet, piece.kind);
    case 'many':
      return many(sheet, piece);
    case 'loop':
      return alone(sheet.add('userTask', { inner: loop(sheet, piece) }));
    case 'twice':
      return row(sheet, [
        alone(sheet.add('userTask', { attributes: 'completionQuantity="2"' })),
        alone(sheet.add('userTask', { attributes: 'startQuantity="2"' })),
      ]);
    case 'undo':
      return undoing(sheet, piece);
    case 'row':
      return row(
        sheet,
        piece.pieces.map((one) => drawn(sheet, one)),
      );
    case 'split':
      return split(sheet, piece);
    case 'again':
      return again(sheet, piece.piece);
    case 'inside':
      return inside(sheet, piece);
  }
}

function row(sheet: Sheet, parts: readonly Drawn[]): Drawn {
  for (const [index, { first }] of parts.entries()) {
    const before = parts[index - 1];
    if (before) toEach(sheet, before, first);
  }
  return { first: parts[0]?.first ?? '', lasts: parts.at(-1)?.lasts ?? [] };
}

function waiting(sheet: Sheet, kind: Extract<Piece, { is: 'wait' }>['kind']): Drawn {
  switch (kind) {
    case 'receive': {
      const task = sheet.add('receiveTask', { attributes: 'messageRef="msg"' });
      const late = sheet.add('boundaryEvent', { attributes: `attachedToRef="${task}"`, inner: DEFINITIONS.timer });
      return { first: task, lasts: [task, late] };
    }
    case 'several':
      return alone(sheet.add('intermediateCatchEvent', { inner: DEFINITIONS.timer + DEFINITIONS.message }));
    case 'all':
      return alone(
        sheet.add('intermediateCatchEvent', {
          attributes: 'parallelMultiple="true"',
          inner: DEFINITIONS.timer + definitionOf(sheet, 'conditional'),
        }),
      );
    default:
      return alone(sheet.add('intermediateCatchEvent', { inner: definitionOf(sheet, kind) }));
  }
}

function throwing(sheet: Sheet, kind: Extract<Piece, { is: 'throw' }>['kind']): Drawn {
  if (kind !== 'link') return alone(sheet.add('intermediateThrowEvent', { inner: sheet.cuts(kind) ? '' : DEFINITIONS[kind] }));
  const link = `<linkEventDefinition name="l${sheet.number()}"/>`;
  const first = sheet.add('intermediateThrowEvent', { inner: link });
  return { first, lasts: [sheet.add('intermediateCatchEvent', { inner: link })] };
}

function many(sheet: Sheet, { inTurn, behavior, enough }: Extract<Piece, { is: 'many' }>): Drawn {
  const complex = `<complexBehaviorDefinition id="b${sheet.number()}"><condition>numberOfCompletedInstances = 2</condition><event id="t${sheet.number()}">${DEFINITIONS.escalation}</event></complexBehaviorDefinition>`;
  const reference = behavior === 'None' || behavior === 'One' ? ` ${behavior.toLowerCase()}BehaviorEventRef="thrown"` : '';
  const task = sheet.add('userTask', {
    inner: `<multiInstanceLoopCharacteristics behavior="${behavior}" isSequential="${inTurn}"${reference}><loopCardinality>2</loopCardinality>${
      behavior === 'Complex' ? complex : ''
    }${enough ? '<completionCondition>numberOfCompletedInstances >= 1</completionCondition>' : ''}</multiInstanceLoopCharacteristics>`,
  });
  if (behavior === 'All') return alone(task);
  return bordered(sheet, alone(task), { trouble: 'escalation', cuts: false });
}

const loop = (sheet: Sheet, { before, maximum }: { readonly before: boolean; readonly maximum: boolean }): string =>
  `<standardLoopCharacteristics testBefore="${before}"${maximum ? ' loopMaximum="2"' : ''}><loopCondition>${sheet.condition('again')}</loopCondition></standardLoopCharacteristics>`;

function undoing(sheet: Sheet, { how, between }: Extract<Piece, { is: 'undo' }>): Drawn {
  const task = sheet.add('userTask');
  sheet.undo(task);
  const parts = [alone(task), drawn(sheet, between)];
  if (how === 'never') return row(sheet, parts);
  const named = how === 'one' ? ` activityRef="${task}"` : '';
  const goesOn = how === 'later' ? ' waitForCompletion="false"' : '';
  const undo = sheet.add('intermediateThrowEvent', { inner: `<compensateEventDefinition${named}${goesOn}/>` });
  return row(sheet, [...parts, alone(undo)]);
}

function again(sheet: Sheet, piece: Piece): Drawn {
  const merge = sheet.add('exclusiveGateway');
  sheet.rounds += 1;
  const whole = drawn(sheet, piece);
  sheet.rounds -= 1;
  // Somebody in the circle, so that a person always ends it.
  const task = sheet.add('userTask');
  const choose = sheet.add('exclusiveGateway');
  sheet.flow(merge, whole.first);
  toEach(sheet, whole, task);
  sheet.flow(task, choose);
  sheet.flow(choose, merge, sheet.condition('again'));
  const after = sheet.add('exclusiveGateway');
  sheet.otherwise(choose, sheet.flow(choose, after));
  return { first: merge, lasts: [after] };
}

const SPLITTING: { readonly [by in Split]: string } = {
  one: 'exclusiveGateway',
  some: 'inclusiveGateway',
  all: 'parallelGateway',
  race: 'eventBasedGateway',
  fork: 'userTask',
  perhaps: 'userTask',
  enough: 'parallelGateway',
};

/** By what its branches come together again; none: they go on into whatever follows. */
function joinOf(by: Split, other: boolean): string | undefined {
  switch (by) {
    case 'one':
      return other ? undefined : 'exclusiveGateway';
    case 'race':
      return other ? undefined : 'exclusiveGateway';
    case 'some':
    case 'perhaps':
      return 'inclusiveGateway';
    case 'all':
    case 'fork':
      return other ? 'inclusiveGateway' : 'parallelGateway';
    case 'enough':
      return 'complexGateway';
  }
}

function split(sheet: Sheet, { by, other, pieces }: Extract<Piece, { is: 'split' }>): Drawn {
  const first = sheet.add(SPLITTING[by]);
  const chooses = by === 'one' || by === 'some' || by === 'perhaps';
  const lasts: string[] = [];
  const joined: string[] = [];
  const kind = joinOf(by, other);
  for (const [index, piece] of pieces.entries()) {
    const whole = drawn(sheet, piece);
    const otherwise = chooses && index === pieces.length - 1;
    const into = by === 'race' ? raced(sheet, { whole, index }) : whole.first;
    const flow = sheet.flow(first, into, chooses && !otherwise ? sheet.condition() : undefined);
    if (otherwise) sheet.otherwise(first, flow);
    if (kind === undefined) lasts.push(...whole.lasts);
    else joined.push(single(sheet, whole).last);
  }
  if (kind === undefined) return { first, lasts };
  // What was left behind could be come to once more in another round.
  const needed = sheet.rounds > 0 ? pieces.length : other ? 1 : 2;
  const activation = by === 'enough' ? `<activationCondition>activationCount >= ${needed}</activationCondition>` : '';
  const join = sheet.add(kind, { inner: activation });
  for (const last of joined) sheet.flow(last, join);
  if (by !== 'enough') return { first, lasts: [join] };
  // What comes late goes nowhere: only the start goes on.
  const on = sheet.add('exclusiveGateway');
  sheet.flow(join, on, 'waitingForStart');
  return { first, lasts: [on] };
}

/** Behind an event-based gateway: a moment first, so that nothing waits for others alone. */
function raced(sheet: Sheet, { whole, index }: { readonly whole: Drawn; readonly index: number }): string {
  const words = ['timer', 'message', 'conditional'] as const;
  const event = sheet.add('intermediateCatchEvent', { inner: definitionOf(sheet, words[index % 3] ?? 'timer') });
  sheet.flow(event, whole.first);
  return event;
}

interface Bordering {
  readonly trouble: Definition | 'conditional' | 'both';
  readonly cuts: boolean;
}

/** With an event at its border that leads to a step of its own. */
function bordered(sheet: Sheet, { first, lasts }: Drawn, { trouble, cuts }: Bordering): Drawn {
  const both = trouble === 'both';
  const event = sheet.add('boundaryEvent', {
    attributes: `attachedToRef="${first}" cancelActivity="${cuts}" ${both ? 'parallelMultiple="true"' : ''}`,
    inner: both ? DEFINITIONS.message + DEFINITIONS.timer : definitionOf(sheet, trouble),
  });
  const task = sheet.add('userTask');
  sheet.flow(event, task);
  if (cuts) return { first, lasts: [...lasts, task] };
  sheet.flow(task, sheet.add('endEvent'));
  return { first, lasts };
}

/** An event sub-process in whatever is drawn now. */
function aside(sheet: Sheet, { trouble, cuts }: Bordering): void {
  const both = trouble === 'both';
  const inner = sheet.inside(() => {
    const start = sheet.add('startEvent', {
      attributes: `isInterrupting="${cuts}" ${both ? 'parallelMultiple="true"' : ''}`,
      inner: both ? DEFINITIONS.message + DEFINITIONS.timer : definitionOf(sheet, trouble),
    });
    const task = sheet.add('userTask');
    sheet.flow(start, task);
    sheet.flow(task, sheet.add('endEvent'));
  });
  sheet.add('subProcess', { attributes: 'triggeredByEvent="true"', inner });
}

const ALWAYS_CUTS: ReadonlySet<Trouble> = new Set(['error', 'cancel', 'compensate']);
/** These happen where they are drawn; the others come from outside, by themselves. */
const ENDS: ReadonlySet<Trouble> = new Set(['error', 'escalation', 'terminate', 'cancel']);
const WITHOUT_END: ReadonlySet<Shell> = new Set(['adHoc', 'adHocInTurn']);

function inside(sheet: Sheet, given: Extract<Piece, { is: 'inside' }>): Drawn {
  const { shell, piece } = given;
  const loose = WITHOUT_END.has(shell);
  const misplaced = (given.trouble === 'cancel' && shell !== 'transaction') || (given.trouble === 'terminate' && loose);
  const trouble = misplaced ? 'none' : given.trouble;
  const where = shell === 'call' || loose || trouble === 'cancel' ? 'border' : given.where;
  // A cycle comes again and again: at what it cuts off it could not.
  const cuts = ALWAYS_CUTS.has(trouble) || (given.cuts && trouble !== 'cycle');
  const bordering = trouble === 'none' || trouble === 'terminate' ? undefined : { trouble, cuts };
  const draw = (): void => {
    within(sheet, piece, { trouble, cuts });
    if (bordering && where === 'aside') aside(sheet, bordering);
  };
  const host = shelled(sheet, shell, loose ? () => loosely(sheet, piece, { trouble, cuts }) : draw);
  if (trouble === 'compensate') {
    if (where === 'border') sheet.undo(host);
    // Somebody must undo it, or what does so would never be come to.
    return row(sheet, [alone(host), alone(sheet.add('intermediateThrowEvent', { inner: DEFINITIONS.compensate }))]);
  }
  if (!bordering || where === 'aside') return alone(host);
  return bordered(sheet, alone(host), bordering);
}

/** What may happen, and whether it cuts off what it happens to. */
interface Happening {
  readonly trouble: Trouble;
  readonly cuts: boolean;
}

/** What runs where something may happen to it. */
function within(sheet: Sheet, piece: Piece, { trouble, cuts }: Happening): void {
  const draw = (): void => framed(sheet, piece, (last) => ending(sheet, last, ENDS.has(trouble) ? trouble : 'none'));
  const heard = trouble === 'signal' ? (): void => sheet.listening(draw) : draw;
  if (cuts) sheet.cutBy(trouble, heard);
  else heard();
}

/** It may come to its trouble at its end, or to a plain one. */
function ending(sheet: Sheet, last: Drawn, trouble: Trouble): void {
  if (trouble === 'none') return toEach(sheet, last, sheet.add('endEvent'));
  const choose = sheet.add('exclusiveGateway');
  toEach(sheet, last, choose);
  sheet.flow(choose, sheet.add('endEvent', { inner: DEFINITIONS[trouble as Definition] }), sheet.condition());
  sheet.otherwise(choose, sheet.flow(choose, sheet.add('endEvent')));
}

/** Nothing leads to anything inside, so that somebody chooses what is begun, in any order. */
function loosely(sheet: Sheet, piece: Piece, happening: Happening): void {
  sheet.add('userTask');
  sheet.add('subProcess', { inner: sheet.inside(() => within(sheet, piece, happening)) });
}

function shelled(sheet: Sheet, shell: Shell, draw: () => void): string {
  switch (shell) {
    case 'call':
      return sheet.add('callActivity', { attributes: `calledElement="${sheet.called(draw)}"` });
    case 'sub':
      return sheet.add('subProcess', { inner: sheet.inside(draw) });
    case 'transaction':
      return sheet.add('transaction', { inner: sheet.inside(draw) });
    case 'loop':
      return sheet.add('subProcess', { inner: loop(sheet, { before: false, maximum: false }) + sheet.inside(draw) });
    case 'adHoc':
      return sheet.add('adHocSubProcess', { attributes: 'cancelRemainingInstances="false"', inner: sheet.inside(draw) });
    case 'adHocInTurn':
      return sheet.add('adHocSubProcess', { attributes: 'ordering="Sequential"', inner: sheet.inside(draw) });
    default:
      return sheet.add('subProcess', {
        inner: `<multiInstanceLoopCharacteristics isSequential="${shell === 'inTurn'}"><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>${sheet.inside(draw)}`,
      });
  }
}
