import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import '../../chance.ts';
import { storyOn } from './drawing.ts';
import type { Story } from './harness.ts';

/** A piece of a process that uses events; `n` numbers what it draws. */
type Piece =
  | { readonly is: 'task' | 'undoable' | 'undoableSub' | 'raise' | 'undo' | 'undoLater' | 'ring' | 'wait' | 'repeated' }
  | { readonly is: 'row' | 'all'; readonly pieces: readonly Piece[] }
  | {
      readonly is: 'subProcess' | 'transaction';
      readonly piece: Piece;
      readonly ends: End;
      readonly border: Border;
      readonly aside: Aside;
    };

type End = 'none' | 'error' | 'escalation' | 'compensate' | 'terminate' | 'cancel' | 'signal';
type Border = 'none' | 'error' | 'escalation' | 'escalationBeside' | 'timer' | 'conditionalBeside' | 'signal' | 'undo';
type Aside = 'none' | 'error' | 'escalation' | 'escalationBeside' | 'signalBeside' | 'conditional' | 'conditionalBeside' | 'compensate';

const pieces: fc.Arbitrary<Piece> = fc.letrec<{ piece: Piece; leaf: Piece }>((tie) => ({
  leaf: fc.record({
    is: fc.constantFrom(
      ...(['task', 'undoable', 'undoable', 'undoableSub', 'raise', 'undo', 'undoLater', 'ring', 'wait', 'repeated'] as const),
    ),
  }),
  piece: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true, maxDepth: 3 },
    tie('leaf'),
    fc.record({ is: fc.constantFrom('row' as const, 'all' as const), pieces: fc.array(tie('piece'), { minLength: 2, maxLength: 3 }) }),
    fc.record({
      is: fc.constantFrom('subProcess' as const, 'transaction' as const),
      piece: tie('piece'),
      ends: fc.constantFrom<End>('none', 'none', 'error', 'escalation', 'compensate', 'terminate', 'cancel', 'signal'),
      border: fc.constantFrom<Border>('none', 'error', 'escalation', 'escalationBeside', 'timer', 'conditionalBeside', 'signal', 'undo'),
      aside: fc.constantFrom<Aside>(
        ...(['none', 'error', 'escalation', 'escalationBeside', 'signalBeside', 'conditional', 'conditionalBeside', 'compensate'] as const),
      ),
    }),
  ),
})).piece;

/** Draws a piece; gives the ids of its first and last element. */
class Pen {
  readonly lines: string[] = [];
  #n = 0;

  draw(piece: Piece): readonly [string, string] {
    this.#n += 1;
    const n = this.#n;
    const single = (line: string, id: string): readonly [string, string] => {
      this.lines.push(line);
      return [id, id];
    };
    switch (piece.is) {
      case 'task':
        return single(`user a${n}`, `a${n}`);
      case 'undoable':
        this.lines.push(`undo a${n} by u${n}`);
        return single(`user a${n}`, `a${n}`);
      case 'repeated':
        this.lines.push(
          `<subProcess id="a${n}"><multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>`,
          `start s${n}`,
          `user b${n}`,
          `undo b${n} by u${n}`,
          `s${n} > b${n}`,
        );
        return single('</subProcess>', `a${n}`);
      case 'undoableSub':
        this.lines.push(`undo a${n} by u${n}`, `<subProcess id="a${n}">`, `start s${n}`, `user b${n}`, `s${n} > b${n}`);
        return single('</subProcess>', `a${n}`);
      case 'raise':
        return single(`throw a${n} {escalation}`, `a${n}`);
      case 'undo':
        return single(`throw a${n} {compensate}`, `a${n}`);
      case 'undoLater':
        return single(`throw a${n} <compensateEventDefinition waitForCompletion="false" />`, `a${n}`);
      case 'ring':
        return single(`throw a${n} {signal}`, `a${n}`);
      case 'wait':
        return single(`catch a${n} {conditional}`, `a${n}`);
      case 'row': {
        const drawn = piece.pieces.map((one) => this.draw(one));
        for (const [index, [first]] of drawn.entries()) if (index > 0) this.lines.push(`${drawn[index - 1]?.[1]} > ${first}`);
        return [drawn[0]?.[0] ?? '', drawn.at(-1)?.[1] ?? ''];
      }
      case 'all': {
        this.lines.push(`and f${n}`, `and j${n}`);
        for (const one of piece.pieces) {
          const [first, last] = this.draw(one);
          this.lines.push(`f${n} > ${first}`, `${last} > j${n}`);
        }
        return [`f${n}`, `j${n}`];
      }
      default: {
        this.lines.push(`<${piece.is} id="a${n}">`, `start s${n}`);
        const [first, last] = this.draw(piece.piece);
        this.lines.push(`end e${n} {${piece.ends}}`, `s${n} > ${first}`, `${last} > e${n}`, ...asideOf(piece.aside, n), `</${piece.is}>`);
        this.lines.push(...borderOf(piece.border, n));
        if (piece.is === 'transaction') this.lines.push(`on a${n} c${n} {cancel}`, `user d${n}`, `c${n} > d${n}`);
        return [`a${n}`, `a${n}`];
      }
    }
  }
}

function borderOf(border: Border, n: number): readonly string[] {
  if (border === 'none') return [];
  if (border === 'undo') return [`undo a${n} by u${n}`];
  const word = border.endsWith('Beside') ? 'beside' : 'on';
  return [`${word} a${n} x${n} {${border.replace('Beside', '')}}`, `user y${n}`, `x${n} > y${n}`];
}

function asideOf(aside: Aside, n: number): readonly string[] {
  if (aside === 'none') return [];
  return [
    `<subProcess id="h${n}" triggeredByEvent="true">`,
    `start w${n} (isInterrupting="${!aside.endsWith('Beside')}") {${aside.replace('Beside', '')}}`,
    `user v${n}`,
    `undo v${n} by z${n}`,
    `throw t${n} {compensate}`,
    `w${n} > v${n} > t${n}`,
    '</subProcess>',
  ];
}

interface Act {
  readonly does: 'complete' | 'fault' | 'escalate' | 'due' | 'signal' | 'change' | 'retry';
  readonly which: number;
  readonly ready: boolean;
}

const acts = fc.array(
  fc.record<Act>({
    does: fc.constantFrom('complete', 'complete', 'complete', 'complete', 'fault', 'escalate', 'due', 'signal', 'change', 'retry'),
    which: fc.nat(20),
    ready: fc.boolean(),
  }),
  { minLength: 4, maxLength: 20 },
);

const among = <One>(list: readonly One[], which: number): One | undefined => list[which % Math.max(list.length, 1)];

function perform(story: Story, { does, which, ready }: Act): void {
  const { waits, incidents } = story.now;
  const tasks = waits.filter(({ kind }) => kind === 'task');
  const visit = among(tasks, which)?.visit;
  const timer = among(
    waits.filter(({ kind }) => kind === 'timer'),
    which,
  );
  const incident = among(incidents, which);
  const changes = [{ scope: story.root, path: ['ready'], to: ready }];
  if (does === 'complete' && visit) story.act({ kind: 'complete', visit, changes: which % 2 ? changes : [] });
  if (does === 'fault' && visit) story.act({ kind: 'fault', visit, code: 'err', payload: null });
  if (does === 'escalate' && visit) story.act({ kind: 'escalate', visit, code: 'esc', payload: null });
  if (does === 'due' && timer) story.act({ kind: 'due', timer: timer.id, occurrence: (timer.fired ?? 0) + 1 });
  if (does === 'signal') story.try({ kind: 'signal', name: 'bell', payload: {} });
  if (does === 'change') story.act({ kind: 'change', changes });
  if (does === 'retry' && incident) story.act({ kind: 'retry', incident: incident.id });
}

/** Each visit that was undone, by what the kernel has noted of it. */
const undone = (story: Story): readonly unknown[] =>
  story.all.flatMap((effect) =>
    effect.kind === 'noted' && effect.code === 'compensated' && effect.detail !== null && typeof effect.detail === 'object'
      ? [(effect.detail as { readonly visit: string }).visit]
      : [],
  );

test('whatever events do to a case: nothing is lost in JSON, the same acts give the same marking, and an ended case holds nothing', async () => {
  await fc.assert(
    fc.asyncProperty(pieces, acts, async (piece, acts) => {
      const pen = new Pen();
      const [first, last] = pen.draw(piece);
      const story = await storyOn(['start s', 'user z', ...pen.lines, `s > ${first}`, `${last} > z`].join('\n'));
      story.start({ ready: false });
      for (const act of acts) if (!story.ended) perform(story, act);
      expect(story.replayed()).toEqual(story.marking);
      const { tokens, waits, arrivals, undoable, scopes } = story.now;
      // What can be undone belongs to a scope that is there.
      for (const one of undoable) expect(scopes.map(({ id }) => id)).toContain(one.scope);
      // What is undone was completed, and is undone once: instances of one multi-instance are told by their own visits.
      expect(new Set(undone(story)).size).toBe(undone(story).length);
      if (!story.ended) return;
      expect({ tokens, waits, arrivals, undoable, scopes: scopes.length }).toEqual({
        tokens: [],
        waits: [],
        arrivals: [],
        undoable: [],
        scopes: 1,
      });
    }),
    { numRuns: 120 },
  );
});
