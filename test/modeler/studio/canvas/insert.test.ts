/** @jest-environment jsdom */
import { describe, expect, test } from '@jest/globals';
import { insertPiece } from '../../../../packages/modeler/src/studio/canvas/insert/insertPiece.ts';
import { overlap } from '../../../../packages/modeler/src/studio/canvas/geometry/overlap.ts';
import type { Drawn } from '../../../../packages/modeler/src/studio/canvas/services.ts';
import { linesOf, openDesk, shipped } from './desk.ts';

const documents = shipped('04-electronic-documents.bpmn');

const isStanding = ({ labelTarget, businessObject }: Drawn): boolean => !labelTarget && businessObject.$instanceOf('bpmn:FlowNode');

describe('A step put after another', () => {
  test('stands between it and its follower, whose arrow keeps its id', async () => {
    const desk = await openDesk(documents);
    const step = insertPiece(desk.editor, 'step', { after: desk.drawn('in_register') });
    const arrow = desk.drawn('in_register_to_secret');
    expect([arrow.source?.id, arrow.target?.id]).toEqual(['in_register', step.id]);
    expect(step.outgoing.map(({ target }) => target?.id)).toEqual(['in_secret']);
    expect(step.id).toMatch(/^step_/);
  });

  test('makes room to the right: what followed is moved, what came before is not', async () => {
    const desk = await openDesk(documents);
    const [start, follower, pool] = ['in_start', 'in_secret', 'pool_incoming'].map((id) => desk.drawn(id));
    const before = { start: start?.x, follower: follower?.x ?? 0, pool: pool?.width ?? 0 };
    const step = insertPiece(desk.editor, 'step', { after: desk.drawn('in_register') });
    const moved = (follower?.x ?? 0) - before.follower;
    expect(moved).toBeGreaterThan(0);
    expect(start?.x).toBe(before.start);
    expect(pool?.width).toBe(before.pool + moved);
    expect(step.x).toBeGreaterThanOrEqual(desk.drawn('in_register').x + desk.drawn('in_register').width);
    expect(step.x + step.width).toBeLessThan(follower?.x ?? 0);
  });

  test('belongs to the lane of the step before it', async () => {
    const desk = await openDesk(documents);
    const step = insertPiece(desk.editor, 'step', { after: desk.drawn('in_register') });
    const lane = (id: string) =>
      desk.editor.get('elementRegistry').filter((element) => element.type === 'bpmn:Lane' && refs(element).includes(id));
    const refs = (element: { readonly businessObject: { get(name: string): unknown } }): readonly string[] =>
      (element.businessObject.get('flowNodeRef') as readonly { readonly id: string }[]).map(({ id }) => id);
    expect(lane(step.id).map(({ id }) => id)).toEqual(lane('in_register').map(({ id }) => id));
  });

  test('is undone in one step, and nothing is left of it', async () => {
    const desk = await openDesk(documents);
    const before = linesOf(await desk.xml());
    insertPiece(desk.editor, 'step', { after: desk.drawn('in_register') });
    expect(linesOf(await desk.xml())).not.toEqual(before);
    expect(desk.undoAll()).toBe(1);
    expect(linesOf(await desk.xml())).toEqual(before);
  });

  test('leaves the condition and the name on the arrow that ends at it', async () => {
    const desk = await openDesk(documents);
    const step = insertPiece(desk.editor, 'step', { on: desk.drawn('in_reply_to_outgoing') });
    const arrow = desk.drawn('in_reply_to_outgoing');
    expect(arrow.target?.id).toBe(step.id);
    expect(arrow.businessObject.get('name')).toBe('是');
    expect(arrow.businessObject.get('conditionExpression')).toBeDefined();
    expect(step.outgoing[0]?.businessObject.get('conditionExpression')).toBeUndefined();
  });

  test('is appended where nothing follows yet', async () => {
    const desk = await openDesk(documents);
    const first = insertPiece(desk.editor, 'step', { after: desk.drawn('in_secret'), anew: true });
    const second = insertPiece(desk.editor, 'step', { after: first });
    expect(first.outgoing.map(({ target }) => target?.id)).toEqual([second.id]);
    expect(second.outgoing).toEqual([]);
  });

  test('that several do names its list later, and how an instance calls its item already', async () => {
    const desk = await openDesk(documents);
    insertPiece(desk.editor, 'many', { after: desk.drawn('in_register') });
    expect(await desk.xml()).toContain('<gc:items as="signer" />');
  });
});

describe('A step that is deleted', () => {
  test('leaves no gap: the one before leads to the one after, and one undo brings it back', async () => {
    const desk = await openDesk(documents);
    const before = linesOf(await desk.xml());
    desk.editor.get('modeling').removeElements([desk.drawn('in_register')]);
    expect(desk.drawn('in_start').outgoing.map(({ target }) => target?.id)).toContain('in_secret');
    expect(desk.undoAll()).toBe(1);
    expect(linesOf(await desk.xml())).toEqual(before);
  });
});

describe('A further way', () => {
  const middle = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) => [x + width / 2, y + height / 2];

  test('covers nothing that stands there, also what belongs to other ways, and stays in its lane', async () => {
    const desk = await openDesk(documents);
    const registry = desk.editor.get('elementRegistry');
    const laneOf = (id: string) =>
      registry.filter((lane) => lane.type === 'bpmn:Lane' && namedIn(lane).includes(id)).map((lane) => lane.id);
    const namedIn = (lane: { readonly businessObject: { get(name: string): unknown } }): readonly string[] =>
      (lane.businessObject.get('flowNodeRef') as readonly { readonly id: string }[]).map(({ id }) => id);
    for (const branch of ['in_secret', 'in_kind', 'in_reply', 'out_signed', 'out_sealed']) {
      const step = insertPiece(desk.editor, 'step', { after: desk.drawn(branch), anew: true });
      const covered = registry.filter(
        (one) => one !== step && isStanding(one) && one.parent === step.parent && !one.waypoints && overlap(one, step),
      );
      expect([branch, covered.map(({ id }) => id), laneOf(step.id)]).toEqual([branch, [], laneOf(branch)]);
    }
  });

  test('stands below one that is in its way', async () => {
    const desk = await openDesk(documents);
    const first = insertPiece(desk.editor, 'step', { after: desk.drawn('in_secret'), anew: true });
    const place = middle(first);
    desk.undoAll();
    desk.editor
      .get('modeling')
      .createShape(
        desk.editor.get('elementFactory').createShape({ type: 'bpmn:UserTask' }),
        { x: place[0] ?? 0, y: place[1] ?? 0 },
        desk.drawn('pool_incoming'),
      );
    expect(middle(insertPiece(desk.editor, 'step', { after: desk.drawn('in_secret'), anew: true }))).not.toEqual(place);
  });
});
