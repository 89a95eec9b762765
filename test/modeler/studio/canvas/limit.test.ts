/** @jest-environment jsdom */
import { describe, expect, test } from '@jest/globals';
import { limitOnto } from '../../../../packages/modeler/src/studio/canvas/limit/limitOnto.ts';
import { makePiece } from '../../../../packages/modeler/src/studio/canvas/palette/piece.ts';
import { openDesk, shipped } from './desk.ts';

const documents = shipped('04-electronic-documents.bpmn');

interface Rules {
  allowed(action: string, context: object): unknown;
}

describe('A time limit', () => {
  test('is put onto a step, lets it go on, and sits on its edge', async () => {
    const desk = await openDesk(documents);
    const step = desk.drawn('in_propose');
    const limit = limitOnto(desk.editor, step);
    expect(limit.host?.id).toBe('in_propose');
    expect(limit.businessObject.get('cancelActivity')).toBe(false);
    expect(limit.y + limit.height / 2).toBe(step.y + step.height);
    expect(limit.id).toMatch(/^limit_/);
  });

  test('may be dropped anywhere on a step, and on nothing else', async () => {
    const desk = await openDesk(documents);
    const [limit] = makePiece(desk.editor, 'limit');
    const rules = desk.editor.get<Rules>('rules');
    const [step, branch] = [desk.drawn('in_propose'), desk.drawn('in_secret')];
    const middle = { x: step.x + 50, y: step.y + 40 };
    expect(rules.allowed('shape.attach', { shape: limit, target: step, position: middle })).toBe('attach');
    expect(rules.allowed('shape.attach', { shape: limit, target: branch, position: middle })).toBeFalsy();
    const made = desk.editor.get('modeling').createShape(limit, middle, step, { attach: true });
    expect(made.y + made.height / 2).toBe(step.y + step.height);
  });

  test('beside another does not cover it', async () => {
    const desk = await openDesk(documents);
    const [one, other] = [limitOnto(desk.editor, desk.drawn('in_propose')), limitOnto(desk.editor, desk.drawn('in_propose'))];
    expect(Math.abs(one.x - other.x)).toBeGreaterThanOrEqual(one.width);
  });
});
