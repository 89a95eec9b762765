/** @jest-environment jsdom */
import { expect, test } from '@jest/globals';
import type { Drawn } from '../../../../packages/modeler/src/studio/canvas/services.ts';
import { openDesk } from './desk.ts';

interface Modeling {
  moveElements(shapes: readonly Drawn[], delta: { readonly x: number; readonly y: number }): void;
  removeElements(elements: readonly Drawn[]): void;
}

const UNDRAWN = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI"
  xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" targetNamespace="x">
  <process id="p"><subProcess id="v"><subProcess id="w"><task id="t1"/></subProcess></subProcess></process>
  <di:BPMNDiagram id="d"><di:BPMNPlane id="pl" bpmnElement="p"><di:BPMNShape id="t1_di" bpmnElement="t1"><dc:Bounds x="100" y="100" width="100"
  height="80"/></di:BPMNShape></di:BPMNPlane></di:BPMNDiagram></definitions>`;

const within = ({ businessObject }: Drawn): unknown =>
  (businessObject as unknown as { readonly $parent?: { readonly id: string } }).$parent?.id;

test('A step of a sub-process that the file does not draw stays in it: moved, undone, removed and brought back', async () => {
  const desk = await openDesk(UNDRAWN);
  const modeling = desk.editor.get<Modeling>('modeling');
  modeling.moveElements([desk.drawn('t1')], { x: 10, y: 10 });
  expect(within(desk.drawn('t1'))).toBe('w');
  desk.undoAll();
  expect(within(desk.drawn('t1'))).toBe('w');
  modeling.removeElements([desk.drawn('t1')]);
  desk.undoAll();
  expect(within(desk.drawn('t1'))).toBe('w');
});
