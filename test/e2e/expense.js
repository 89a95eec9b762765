// 费用报销, as a process owner was given it in a file: all of it is there but the table by which it is decided who approves.
const NODES = [
  ['start', 'startEvent', '发起', 100, 182, 36, 36],
  ['fill', 'userTask', '填写报销单', 200, 160, 100, 80],
  ['decide', 'businessRuleTask', '确定审批人', 360, 160, 100, 80],
  ['who', 'exclusiveGateway', '谁来批？', 520, 175, 50, 50],
  ['head', 'userTask', '科室领导批准', 640, 80, 100, 80],
  ['leader', 'userTask', '局领导批准', 640, 240, 100, 80],
  ['end', 'endEvent', '办结', 820, 182, 36, 36],
];
const FLOWS = [
  ['f1', 'start', 'fill'],
  ['f2', 'fill', 'decide'],
  ['f3', 'decide', 'who'],
  ['f4', 'who', 'head', 'level = "head"'],
  ['f5', 'who', 'leader', 'level = "leader"'],
  ['f6', 'head', 'end'],
  ['f7', 'leader', 'end'],
];
const write = (...fields) => fields.map((field) => `<gc:access field="${field}" mode="write" />`).join('');
const INSIDE = {
  start: write('title'),
  fill: `<gc:assignment kind="initiator" />${write('kind', 'amount')}`,
  head: '<gc:assignment kind="post" post="dept_head" unit="initiators" />',
  leader: '<gc:assignment post="leader_finance" />',
};
const option = (value, zh, en) => `<gc:option value="${value}" name="${zh}"><gc:name lang="en">${en}</gc:name></gc:option>`;
const field = (key, type, zh, en, inner = '') =>
  `<gc:field key="${key}" name="${zh}" type="${type}"><gc:name lang="en">${en}</gc:name>${inner}</gc:field>`;

/** The flow's file. */
export function expenseFlow() {
  const side = (id, right) => {
    const [, , , x, y, width, height] = NODES.find(([one]) => one === id);
    return [x + (right ? width : 0), y + height / 2];
  };
  const nodes = NODES.map(
    ([id, type, name]) => `<${type} id="${id}" name="${name}"><extensionElements>${INSIDE[id] ?? ''}</extensionElements></${type}>`,
  );
  const flows = FLOWS.map(
    ([id, from, to, when]) =>
      `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${when ? `<conditionExpression>${when}</conditionExpression>` : ''}</sequenceFlow>`,
  );
  const shapes = NODES.map(
    ([id, , , x, y, width, height]) =>
      `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}" /></bpmndi:BPMNShape>`,
  );
  const edges = FLOWS.map(([id, from, to]) => {
    const points = [side(from, true), side(to, false)].map(([x, y]) => `<di:waypoint x="${x}" y="${y}" />`);
    return `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}">${points.join('')}</bpmndi:BPMNEdge>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:gc="urn:guicheng:bpmn:1" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="expense-file" targetNamespace="urn:guicheng:test">
  <process id="expense" name="费用报销" isExecutable="true">
    <extensionElements>
      <gc:name lang="en">Expenses</gc:name>
      <gc:about title="{title}" />
      <gc:starter kind="initiator" />
      <gc:form>${[
        field('title', 'text', '事由', 'What for'),
        field(
          'kind',
          'choice',
          '类别',
          'Kind',
          [option('travel', '差旅', 'Travel'), option('office', '办公用品', 'Stationery'), option('meeting', '会议', 'Meeting')].join(''),
        ),
        field('amount', 'money', '金额', 'Amount'),
        field(
          'level',
          'choice',
          '由谁批准',
          'Approved by',
          [option('head', '科室领导', 'Head of department'), option('leader', '局领导', 'Bureau leader')].join(''),
        ),
      ].join('')}</gc:form>
    </extensionElements>
    ${[...nodes, ...flows].join('\n    ')}
  </process>
  <bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="expense">${[...shapes, ...edges].join('')}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</definitions>`;
}

const cell = (text) => `<text>${text.replaceAll('<', '&lt;')}</text>`;

/** The table's file, as another tool wrote it: amounts in fen. */
export function expenseTable() {
  const rows = [
    ['"travel","office"', '<= 100000', '"head"'],
    ['"travel"', '> 100000', '"leader"'],
    ['"meeting"', '-', '"leader"'],
  ];
  const rules = rows.map(
    ([kind, amount, level], index) =>
      `<rule id="r${index}"><inputEntry id="k${index}">${cell(kind)}</inputEntry><inputEntry id="a${index}">${cell(amount)}</inputEntry><outputEntry id="l${index}">${cell(level)}</outputEntry></rule>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="approving" name="报销审批权限" namespace="urn:test" exporter="Another tool">
  <decision id="approving_who" name="审批人">
    <decisionTable id="t">
      <input id="i1" label="类别"><inputExpression id="e1" typeRef="string"><text>kind</text></inputExpression></input>
      <input id="i2" label="金额（分）"><inputExpression id="e2" typeRef="number"><text>amount</text></inputExpression></input>
      <output id="o1" name="level" label="谁来批" typeRef="string" />
      ${rules.join('\n      ')}
    </decisionTable>
  </decision>
</definitions>`;
}
