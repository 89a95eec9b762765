/** @jest-environment jsdom */
import { describe, expect, test } from '@jest/globals';
import { insertPiece } from '../../../../packages/modeler/src/studio/canvas/insert/insertPiece.ts';
import { allWithin, poolOrRoot } from '../../../../packages/modeler/src/studio/canvas/insert/makeRoom.ts';
import { laneAt } from '../../../../packages/modeler/src/studio/canvas/insert/straightPart.ts';
import { makePiece, type Piece } from '../../../../packages/modeler/src/studio/canvas/palette/piece.ts';
import { isOf, middleOf, type Box, type Drawn, type Point } from '../../../../packages/modeler/src/studio/canvas/services.ts';
import { linesOf, openDesk, shipped, type Desk } from './desk.ts';

const documents = shipped('04-electronic-documents.bpmn');

/** As a person drops something from the palette: onto what is there at that place. */
function drop(desk: Desk, piece: Piece, { onto, at }: { readonly onto: Drawn; readonly at: Point }): Drawn {
  const [shape] = makePiece(desk.editor, piece);
  const made: readonly Drawn[] = desk.editor
    .get<{ createElements(shapes: readonly Drawn[], at: Point, onto: Drawn): readonly Drawn[] }>('modeling')
    .createElements([shape], at, onto);
  return made[0] ?? shape;
}

const middleOfArrow = ({ waypoints = [] }: Drawn): Point => {
  const [from, to] = [waypoints[0], waypoints[1]];
  return { x: ((from?.x ?? 0) + (to?.x ?? 0)) / 2, y: ((from?.y ?? 0) + (to?.y ?? 0)) / 2 };
};

const touch = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;

const straightParts = ({ waypoints = [] }: Drawn): readonly Box[] =>
  waypoints.slice(1).map((to, index) => {
    const from = waypoints[index] ?? to;
    return { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y) };
  });

/** What is wrong with how a new step stands on the canvas, in words. */
function wrongWith(step: Drawn, lane: string | undefined): readonly string[] {
  const all = allWithin(poolOrRoot(step)).filter((one) => one !== step && !allWithin(one).includes(step) && !isOf(one, 'bpmn:Lane'));
  const own = [...step.incoming, ...step.outgoing];
  const crooked = own.filter((arrow) => straightParts(arrow).some(({ width, height }) => width > 1 && height > 1));
  const crossing = all.filter((one) => one.waypoints && !own.includes(one) && straightParts(one).some((part) => touch(part, step)));
  return [
    ...all.filter((one) => !one.waypoints && touch(one, step)).map(({ id }) => `covers ${id}`),
    ...crooked.map(({ id }) => `${id} is crooked`),
    ...crossing.map(({ id }) => `${id} runs through it`),
    ...(laneAt(step, middleOf(step))?.id === lane ? [] : ['is not in the lane of the step before']),
  ];
}

describe('Room for what is put onto an arrow', () => {
  test.each(['04-electronic-documents.bpmn', '06-seal-use.bpmn'])(
    'is made on every arrow of %s: nothing is covered, arrows stay square',
    async (file) => {
      const desk = await openDesk(shipped(file));
      const arrows = desk.editor.get('elementRegistry').filter((one) => isOf(one, 'bpmn:SequenceFlow') && !one.labelTarget);
      expect(arrows.length).toBeGreaterThan(20);
      const wrong = arrows.flatMap((arrow) => {
        const lane = laneAt(arrow, middleOf(arrow.source?.host ?? arrow.source ?? arrow))?.id;
        const found = wrongWith(insertPiece(desk.editor, 'step', { on: arrow }), lane);
        desk.undoAll();
        return found.map((what) => `${arrow.id}: ${what}`);
      });
      expect(wrong).toEqual([]);
    },
  );

  test('is made for what is dropped from the palette, in one step that undo takes back', async () => {
    const desk = await openDesk(documents);
    const before = linesOf(await desk.xml());
    const arrow = desk.drawn('in_register_to_secret');
    const gateway = drop(desk, 'parallel', { onto: arrow, at: middleOfArrow(arrow) });
    expect(wrongWith(gateway, laneAt(gateway, middleOf(desk.drawn('in_register')))?.id)).toEqual([]);
    expect(arrow.target).toBe(gateway);
    expect(gateway.outgoing.map(({ target }) => target?.id)).toEqual(['in_secret']);
    expect(desk.undoAll()).toBe(1);
    expect(linesOf(await desk.xml())).toEqual(before);
  });

  test('is made in the lane that was pointed at, where an arrow runs through two', async () => {
    const desk = await openDesk(documents);
    const arrow = desk.drawn('out_draft_to_receive');
    const lane = laneAt(arrow, middleOf(desk.drawn('out_receive')))?.id;
    const points = arrow.waypoints ?? [];
    const step = drop(desk, 'step', { onto: arrow, at: { x: (points.at(-1)?.x ?? 0) - 10, y: points.at(-1)?.y ?? 0 } });
    expect(wrongWith(step, lane)).toEqual([]);
  });

  test('leaves the ways back where they ran: only their ends move along', async () => {
    const desk = await openDesk(documents);
    const bends = (): number =>
      desk.editor
        .get('elementRegistry')
        .filter((one) => isOf(one, 'bpmn:SequenceFlow'))
        .reduce((sum, { waypoints }) => sum + (waypoints?.length ?? 0), 0);
    const before = bends();
    insertPiece(desk.editor, 'step', { on: desk.drawn('out_first_ok_to_review') });
    expect(bends()).toBe(before + 2);
  });

  test('is not made for an end: it cannot be gone on from, so it does not cut the arrow', async () => {
    const desk = await openDesk(documents);
    const arrow = desk.drawn('in_register_to_secret');
    const end = drop(desk, 'end', { onto: arrow, at: middleOfArrow(arrow) });
    expect(arrow.target?.id).toBe('in_secret');
    expect(end.incoming).toEqual([]);
  });

  test('is made for a step without arrows that is moved onto one, not for one on its way across', async () => {
    const desk = await openDesk(documents);
    const arrow = desk.drawn('in_register_to_secret');
    const loose = drop(desk, 'step', { onto: desk.drawn('pool_incoming'), at: { x: 600, y: desk.drawn('in_register').y + 200 } });
    const bound = desk.drawn('in_reply');
    const move = (shape: Drawn): void => {
      const [from, to] = [middleOf(shape), middleOfArrow(arrow)];
      const modeling = desk.editor.get<{ moveElements(shapes: readonly Drawn[], by: Point, onto: Drawn | undefined): void }>('modeling');
      modeling.moveElements([shape], { x: to.x - from.x, y: to.y - from.y }, arrow.parent);
    };
    move(bound);
    expect(arrow.target?.id).toBe('in_secret');
    desk.editor.get<{ undo(): void }>('commandStack').undo();
    move(loose);
    expect(arrow.target).toBe(loose);
    expect(wrongWith(loose, laneAt(loose, middleOf(desk.drawn('in_register')))?.id)).toEqual([]);
  });
});
