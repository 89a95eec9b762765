/** @jest-environment jsdom */
import { expect, test } from '@jest/globals';
import type { Drawn } from '../../../../packages/modeler/src/studio/canvas/services.ts';
import { openDesk } from './desk.ts';

interface Modeling {
  updateProperties(element: Drawn, properties: object): void;
  moveElements(shapes: readonly Drawn[], delta: { readonly x: number; readonly y: number }): void;
}

const shape = (id: string, at: string): string => `<di:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds ${at}/></di:BPMNShape>`;
const REFERENCED = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI"
  xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:dd="http://www.omg.org/spec/DD/20100524/DI" targetNamespace="x">
  <compensateEventDefinition id="kdef"/>
  <process id="p"><task id="t1"/><boundaryEvent id="cb" attachedToRef="t1"><eventDefinitionRef>kdef</eventDefinitionRef></boundaryEvent>
  <task id="u1" isForCompensation="true"/><association id="line" associationDirection="One" sourceRef="cb" targetRef="u1"/></process>
  <di:BPMNDiagram id="d"><di:BPMNPlane id="pl" bpmnElement="p">${shape('t1', 'x="100" y="100" width="100" height="80"')}
  ${shape('cb', 'x="132" y="162" width="36" height="36"')}${shape('u1', 'x="250" y="250" width="100" height="80"')}
  <di:BPMNEdge id="line_di" bpmnElement="line"><dd:waypoint x="150" y="198"/><dd:waypoint x="150" y="290"/><dd:waypoint x="250" y="290"/></di:BPMNEdge>
  </di:BPMNPlane></di:BPMNDiagram></definitions>`;

test('A line to what is undone stays, where the border event names its compensation by reference', async () => {
  const desk = await openDesk(REFERENCED);
  const modeling = desk.editor.get<Modeling>('modeling');
  modeling.updateProperties(desk.drawn('u1'), { name: 'undoes' });
  expect(await desk.xml()).toContain('id="line"');
  modeling.moveElements([desk.drawn('t1')], { x: 10, y: 10 });
  expect(await desk.xml()).toContain('id="line"');
});
