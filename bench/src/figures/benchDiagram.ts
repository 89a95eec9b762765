/** In which language the conditions of a bench diagram are written: ours is FEEL, bpmn-engine's its own expressions. */
export type Dialect = 'feel' | 'bpmn-engine';

/** Tasks of one decision diamond: one before it, one on each way, one after it. */
const PER_DIAMOND = 4;

/**
 * The bench diagram: `tasks` user tasks (a multiple of four) in a row of decision diamonds, as BPMN XML. A run goes through three of
 * every four. The ways are chosen by the variables `way0`, `way1`, …
 */
export function benchDiagram(tasks: number, dialect: Dialect): string {
  const diamonds = Array.from({ length: tasks / PER_DIAMOND }, (_, index) => diamond(index, dialect));
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="bench" targetNamespace="urn:guicheng:bench">
<process id="bench${tasks}" isExecutable="true">
<startEvent id="start"/>
<sequenceFlow id="first" sourceRef="start" targetRef="before0"/>
${diamonds.join('\n')}
<endEvent id="before${diamonds.length}"/>
</process>
</definitions>`;
}

/** What decides: every second diamond goes its first way. */
export const benchVariables = (tasks: number): { readonly [name: string]: boolean } =>
  Object.fromEntries(Array.from({ length: tasks / PER_DIAMOND }, (_, index) => [`way${index}`, index % 2 === 0]));

function diamond(index: number, dialect: Dialect): string {
  const condition = dialect === 'feel' ? `way${index} = true` : `\${environment.variables.way${index}}`;
  return `<userTask id="before${index}"/>
<sequenceFlow id="to${index}" sourceRef="before${index}" targetRef="split${index}"/>
<exclusiveGateway id="split${index}" default="else${index}"/>
<sequenceFlow id="if${index}" sourceRef="split${index}" targetRef="left${index}"><conditionExpression xsi:type="tFormalExpression">${condition}</conditionExpression></sequenceFlow>
<sequenceFlow id="else${index}" sourceRef="split${index}" targetRef="right${index}"/>
<userTask id="left${index}"/>
<userTask id="right${index}"/>
<sequenceFlow id="fromLeft${index}" sourceRef="left${index}" targetRef="join${index}"/>
<sequenceFlow id="fromRight${index}" sourceRef="right${index}" targetRef="join${index}"/>
<exclusiveGateway id="join${index}"/>
<sequenceFlow id="on${index}" sourceRef="join${index}" targetRef="after${index}"/>
<userTask id="after${index}"/>
<sequenceFlow id="next${index}" sourceRef="after${index}" targetRef="before${index + 1}"/>`;
}
