/** @jest-environment jsdom */
import { describe, expect, test } from '@jest/globals';
import { allWithin, poolOrRoot } from '../../../../packages/modeler/src/studio/canvas/insert/makeRoom.ts';
import { makePiece, type Piece } from '../../../../packages/modeler/src/studio/canvas/palette/piece.ts';
import { isOf, type Box, type Drawn, type Point } from '../../../../packages/modeler/src/studio/canvas/services.ts';
import { insertPiece } from '../../../../packages/modeler/src/studio/canvas/insert/insertPiece.ts';
import { openDesk, shipped, type Desk } from './desk.ts';

const documents = shipped('04-electronic-documents.bpmn');

const touch = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;

/** The steps, events and gateways that an arrow runs through. */
function throughWhat(arrow: Drawn): readonly string[] {
  const { waypoints = [] } = arrow;
  const parts = waypoints.slice(1).map((to, index) => {
    const from = waypoints[index] ?? to;
    return { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y) };
  });
  return allWithin(poolOrRoot(arrow))
    .filter((one) => isOf(one, 'bpmn:FlowNode') && !one.labelTarget && one !== arrow.source && one !== arrow.target)
    .filter((one) => parts.some((part) => touch(part, one)))
    .map(({ id }) => id);
}

const drop = (desk: Desk, piece: Piece, at: Point): Drawn => {
  const [shape] = makePiece(desk.editor, piece);
  const modeling = desk.editor.get<{ createElements(shapes: readonly Drawn[], at: Point, onto: Drawn): readonly Drawn[] }>('modeling');
  return modeling.createElements([shape], at, desk.drawn('pool_incoming'))[0] ?? shape;
};

describe('A new arrow', () => {
  test('goes around what stands between, also on its way back', async () => {
    const desk = await openDesk(documents);
    const back = desk.editor.get('modeling').connect(desk.drawn('out_number'), desk.drawn('out_draft'));
    expect(throughWhat(back)).toEqual([]);
    const points = back.waypoints ?? [];
    expect(points.slice(1).every((to, index) => to.x === points[index]?.x || to.y === points[index]?.y)).toBe(true);
  });
});

describe('What is dropped just behind the end of a flow', () => {
  test('goes on from there, and one undo takes both away', async () => {
    const desk = await openDesk(documents);
    const last = insertPiece(desk.editor, 'step', { after: desk.drawn('in_secret'), anew: true });
    const next = drop(desk, 'step', { x: last.x + last.width + 100, y: last.y + last.height / 2 + 5 });
    expect(last.outgoing.map(({ target }) => target)).toEqual([next]);
    expect(desk.undoAll()).toBe(2);
  });

  test('does not where it is far off, or where something follows already', async () => {
    const desk = await openDesk(documents);
    const register = desk.drawn('in_register');
    const free = drop(desk, 'step', { x: register.x + register.width + 60, y: register.y + register.height / 2 + 30 });
    expect(free.incoming).toEqual([]);
  });
});

describe('The canvas by keys', () => {
  const press = (key: string, more: object = {}): boolean =>
    document
      .querySelector('.djs-container > svg')
      ?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })) ?? true;

  test('j goes to the first step, n adds one after the chosen, Shift F10 leads into the pad and Escape back', async () => {
    const desk = await openDesk(documents);
    press('j');
    const [first] = desk.editor.get('selection').get();
    expect(first?.type).toBe('bpmn:StartEvent');
    expect(document.querySelector('.gc-keys > strong')?.textContent).not.toBe('');
    press('F10', { shiftKey: true });
    expect(document.activeElement?.closest('.djs-context-pad')).not.toBeNull();
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(document.activeElement?.tagName).toBe('svg');
    const follower = first?.outgoing[0]?.target;
    press('n');
    expect(first?.outgoing[0]?.target).not.toBe(follower);
  });
});
