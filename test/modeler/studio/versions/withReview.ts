import { replaced } from './samples.ts';

const FIELD =
  '<gc:field key="reviewOpinion" name="复核意见" type="opinion" required="true"><gc:name lang="en">Review opinion</gc:name></gc:field>';

const STEP = `<bpmn:userTask id="in_review" name="复核">
      <bpmn:extensionElements>
        <gc:name lang="en">Review</gc:name>
        <gc:assignment post="director" />
        <gc:access field="title" />
        <gc:access field="reviewOpinion" mode="write" />
        <gc:deadline id="in_review_due" amount="1" />
      </bpmn:extensionElements>
    </bpmn:userTask>
    <bpmn:sequenceFlow id="in_review_on" sourceRef="in_review" targetRef="in_secret" />
    `;

const SHAPES = `<bpmndi:BPMNShape id="in_review_di" bpmnElement="in_review"><dc:Bounds x="450" y="620" width="100" height="80" /></bpmndi:BPMNShape>
      <bpmndi:BPMNEdge id="in_review_on_di" bpmnElement="in_review_on"><di:waypoint x="550" y="660" /><di:waypoint x="530" y="570" /></bpmndi:BPMNEdge>
      `;

/** No. 4 with a step 复核 between 收文登记 and the question behind it, with a post, a field and a time limit. */
export function withReview(xml: string): string {
  const arrow = /<bpmn:sequenceFlow id="in_register_to_secret"[^>]*/.exec(xml)?.[0] ?? 'no arrow';
  const turned = replaced(xml, arrow, arrow.replace('targetRef="in_secret"', 'targetRef="in_review"'));
  const withField = replaced(turned, '</gc:form>', `${FIELD}</gc:form>`);
  const withStep = replaced(
    withField,
    '<bpmn:sequenceFlow id="in_register_to_secret"',
    `${STEP}<bpmn:sequenceFlow id="in_register_to_secret"`,
  );
  const inLane = replaced(
    withStep,
    '<bpmn:flowNodeRef>in_register<',
    '<bpmn:flowNodeRef>in_review</bpmn:flowNodeRef><bpmn:flowNodeRef>in_register<',
  );
  return replaced(inLane, '<bpmndi:BPMNShape id="in_register_di"', `${SHAPES}<bpmndi:BPMNShape id="in_register_di"`);
}
