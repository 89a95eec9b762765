const ROW = 15;

/** Who does a step, so that nothing is wrong with it: marks of problems would be drawn besides. */
const DONE_BY = '<bpmn:extensionElements><gc:assignment kind="post" post="receiver" /></bpmn:extensionElements>';

/** A flow with so many elements: steps in rows, each joined to the next; an odd number, as there is one join fewer. */
export function diagramOf(elements: number): string {
  const steps = Array.from({ length: Math.ceil(elements / 2) }, (_, at) => at);
  const joins = steps.slice(1);
  const x = (at: number): number => 200 + (at % ROW) * 160;
  const y = (at: number): number => 120 + Math.floor(at / ROW) * 140;
  const node = (at: number): string => (at === 0 ? 'startEvent' : at === steps.length - 1 ? 'endEvent' : 'userTask');
  const size = (at: number): readonly [number, number] => (node(at) === 'userTask' ? [100, 80] : [36, 36]);
  const shape = (at: number): string => {
    const [width, height] = size(at);
    return `<bpmndi:BPMNShape id="s${at}_di" bpmnElement="s${at}"><dc:Bounds x="${x(at)}" y="${y(at) - height / 2}" width="${width}" height="${height}"/></bpmndi:BPMNShape>`;
  };
  const edge = (at: number): string =>
    `<bpmndi:BPMNEdge id="f${at}_di" bpmnElement="f${at}"><di:waypoint x="${x(at - 1) + size(at - 1)[0]}" y="${y(at - 1)}"/><di:waypoint x="${x(at)}" y="${y(at)}"/></bpmndi:BPMNEdge>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:gc="urn:guicheng:bpmn:1" id="large" targetNamespace="urn:guicheng:bench">
<bpmn:process id="bench-large" name="量" isExecutable="true">
${steps.map((at) => `<bpmn:${node(at)} id="s${at}" name="办理 ${at}">${node(at) === 'userTask' ? DONE_BY : ''}</bpmn:${node(at)}>`).join('\n')}
${joins.map((at) => `<bpmn:sequenceFlow id="f${at}" sourceRef="s${at - 1}" targetRef="s${at}"/>`).join('\n')}
</bpmn:process>
<bpmndi:BPMNDiagram id="drawing"><bpmndi:BPMNPlane id="plane" bpmnElement="bench-large">
${[...steps.map(shape), ...joins.map(edge)].join('\n')}
</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>
`;
}
