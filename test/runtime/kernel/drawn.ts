/**
 * A diagram from compact lines, for a story. `elements` is BPMN; each line of `flows` is `from > to` or `from > to : condition` and gets
 * the id `from-to`. Flows within a sub-process stand in it as `<flows>a > b; b > c</flows>`.
 */
export function drawn(elements: string, flows: string): string {
  const body = elements.replace(/<flows>([^<]*)<\/flows>/g, (_, lines: string) => flowsIn(lines.split(';')));
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:gc="urn:guicheng:bpmn:1" id="drawn-diagram" targetNamespace="urn:guicheng:test">
  <process id="drawn" isExecutable="true">${body}${flowsIn(flows.split('\n'))}</process>
</definitions>`;
}

function flowsIn(lines: readonly string[]): string {
  return lines
    .filter((line) => line.trim() !== '')
    .map(flowOf)
    .join('');
}

function flowOf(line: string): string {
  const [, from, to, condition] = /^(\S+) > (\S+)(?: : (.*))?$/.exec(line.trim()) ?? [];
  if (!from || !to) throw new Error(`no flow: ${line}`);
  const when = condition
    ? `<conditionExpression xsi:type="tFormalExpression">${condition.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</conditionExpression>`
    : '';
  return `<sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}">${when}</sequenceFlow>`;
}
