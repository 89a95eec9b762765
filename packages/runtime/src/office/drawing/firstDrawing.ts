/** Written as the value of an attribute: markup in a name is only text. */
const quoted = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** An element that bears a name in both languages. */
const named = (tag: string, name: { readonly zh: string; readonly en: string }, inside = ''): string =>
  `<bpmn:${tag} name="${name.zh}">
      <bpmn:extensionElements>
        <gc:name lang="en">${name.en}</gc:name>
      </bpmn:extensionElements>${inside}
    </bpmn:${tag.split(' ')[0] ?? ''}>`;

/**
 * What a new flow begins with: one lane with a start, one step and an end, of which only the name and the key are told. The step's name is
 * to be changed, so it has no English that would stay behind.
 */
export const firstDrawing = ({
  key,
  name,
}: {
  readonly key: string;
  readonly name: string;
}): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:gc="urn:guicheng:bpmn:1" id="${key}-file" name="${quoted(name)}" targetNamespace="urn:guicheng:office" expressionLanguage="https://www.omg.org/spec/DMN/20191111/FEEL/">
  <bpmn:collaboration id="${key}_collaboration">
    <bpmn:participant id="${key}_pool" name="${quoted(name)}" processRef="${key}" />
  </bpmn:collaboration>
  <bpmn:process id="${key}" name="${quoted(name)}" isExecutable="true">
    <bpmn:extensionElements>
      <gc:starter kind="initiator" />
    </bpmn:extensionElements>
    <bpmn:laneSet id="${key}_lanes">
      <bpmn:lane id="${key}_lane">
        <bpmn:flowNodeRef>${key}_start</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>${key}_step</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>${key}_end</bpmn:flowNodeRef>
      </bpmn:lane>
    </bpmn:laneSet>
    ${named(
      `startEvent id="${key}_start"`,
      { zh: '发起', en: 'Begin' },
      `
      <bpmn:outgoing>${key}_to_step</bpmn:outgoing>`,
    )}
    <bpmn:userTask id="${key}_step" name="办理">
      <bpmn:incoming>${key}_to_step</bpmn:incoming>
      <bpmn:outgoing>${key}_to_end</bpmn:outgoing>
    </bpmn:userTask>
    ${named(
      `endEvent id="${key}_end"`,
      { zh: '办结', en: 'Done' },
      `
      <bpmn:incoming>${key}_to_end</bpmn:incoming>`,
    )}
    <bpmn:sequenceFlow id="${key}_to_step" sourceRef="${key}_start" targetRef="${key}_step" />
    <bpmn:sequenceFlow id="${key}_to_end" sourceRef="${key}_step" targetRef="${key}_end" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="${key}_diagram">
    <bpmndi:BPMNPlane id="${key}_plane" bpmnElement="${key}_collaboration">
      <bpmndi:BPMNShape id="${key}_pool_di" bpmnElement="${key}_pool" isHorizontal="true">
        <dc:Bounds x="160" y="80" width="760" height="200" />
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="${key}_lane_di" bpmnElement="${key}_lane" isHorizontal="true">
        <dc:Bounds x="190" y="80" width="730" height="200" />
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="${key}_start_di" bpmnElement="${key}_start">
        <dc:Bounds x="272" y="162" width="36" height="36" />
        <bpmndi:BPMNLabel>
          <dc:Bounds x="260" y="204" width="60" height="14" />
        </bpmndi:BPMNLabel>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="${key}_step_di" bpmnElement="${key}_step">
        <dc:Bounds x="470" y="140" width="100" height="80" />
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="${key}_end_di" bpmnElement="${key}_end">
        <dc:Bounds x="732" y="162" width="36" height="36" />
        <bpmndi:BPMNLabel>
          <dc:Bounds x="720" y="204" width="60" height="14" />
        </bpmndi:BPMNLabel>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNEdge id="${key}_to_step_di" bpmnElement="${key}_to_step">
        <di:waypoint x="308" y="180" />
        <di:waypoint x="470" y="180" />
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="${key}_to_end_di" bpmnElement="${key}_to_end">
        <di:waypoint x="570" y="180" />
        <di:waypoint x="732" y="180" />
      </bpmndi:BPMNEdge>
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>
`;
