import { between, file, processFile, words } from '../bpmn.ts';
import { A, ASSIGNED, PLAIN, TIMER, alone, beside, flow, onEdge, type Pairs, split, task, when } from './drawing.ts';

const inside = (body: string) => processFile(between(`<subProcess id="sub" name="内">${body}</subProcess>`, 'sub', 'sub'));
const two = (way: string) =>
  file(
    `<process id="one" isExecutable="true">${between(task('t'), 't', 't')}${way}</process><process id="two" isExecutable="true">${between(task('u', ASSIGNED, 'name="复核"'), 'u', 'u').replaceAll(/(id|sourceRef|targetRef)="(start|end|begin|finish)"/g, '$1="$2-2"')}</process>`,
  );
const decided = (value: string) =>
  processFile(
    between(
      `${task('t', words('<gc:assignment post="registry"/><gc:decision key="verdict" name="审核结论"><gc:option value="pass" name="同意"/></gc:decision>'))}${flow('f', 't', 'g')}<exclusiveGateway id="g" name="同意？" default="n"/>${flow('y', 'g', 'u', when(`verdict = "${value}"`))}${flow('n', 'g', 'u')}${task('u', ASSIGNED, 'name="复核"')}`,
      't',
      'u',
    ),
  );
const stepWays = (condition: string, attributes = '') =>
  processFile(
    `${A}<startEvent id="s"/>${flow('a', 's', 't')}${task('t', ASSIGNED, `name="登记" ${attributes}`)}${flow('l', 't', 'u', condition)}${flow('r', 't', 'end')}${task('u', ASSIGNED, 'name="复核"')}${flow('b', 'u', 'end')}<endEvent id="end"/>`,
  );

export const arrows: Pairs = {
  noStart: { valid: inside(`<startEvent id="s"/>${flow('f', 's', 'u')}${task('u')}`), invalid: inside(task('u')), at: 'sub' },
  danglingFlow: { valid: PLAIN, invalid: beside('<sequenceFlow id="out" sourceRef="t" targetRef="gone"/>'), at: 'out' },
  flowAcrossPools: { valid: two(''), invalid: two(flow('far', 't', 'u')), at: 'far' },
  flowAcrossEdge: {
    valid: inside(`<startEvent id="s"/>${flow('f', 's', 'u')}${task('u')}`),
    invalid: beside(
      `<subProcess id="sub"><startEvent id="s"/>${flow('into', 's', 'u')}${task('u', ASSIGNED, 'name="复核"')}</subProcess>${flow('out', 'u', 't')}`,
    ),
    at: 'out',
  },
  noWayOn: { valid: PLAIN, invalid: beside(`<exclusiveGateway id="g"/>${flow('f', 't', 'g')}`), at: 'g' },
  endOutgoing: { valid: PLAIN, invalid: beside(flow('back', 'end', 't')), at: 'end' },
  boundaryIncoming: {
    valid: onEdge(TIMER),
    invalid: onEdge(TIMER, '', flow('f', 't', 'b') + flow('g', 'b', 'end')),
    at: 'b',
  },
  conditionMissing: {
    valid: split('exclusiveGateway', when('a = "x"'), '', 'default="r"'),
    invalid: split('exclusiveGateway', when('a = "x"'), ''),
    at: 'r',
  },
  conditionOnDefault: {
    valid: split('inclusiveGateway', when('a = "x"'), '', 'default="r"'),
    invalid: split('inclusiveGateway', when('a = "x"'), when('a = "y"'), 'default="r"'),
    at: 'r',
  },
  unknownDefault: {
    valid: split('exclusiveGateway', when('a = "x"'), '', 'default="r"'),
    invalid: split('exclusiveGateway', when('a = "x"'), when('a = "y"'), 'default="gone"'),
    at: 'g',
  },
  conditionAtParallel: { valid: split('parallelGateway', '', ''), invalid: split('parallelGateway', when('a = "x"'), ''), at: 'l' },
  conditionAtEvent: { valid: onEdge(TIMER), invalid: onEdge(TIMER, '', flow('f', 'b', 'end', when('a = "x"'))), at: 'f' },
  loneCondition: {
    valid: stepWays(when('a = "x"')),
    invalid: alone(
      `${task('t')}${flow('f', 't', 'u', when('a = "x"'))}${task('u', ASSIGNED, 'name="复核"')}<exclusiveGateway id="g"/>${flow('h', 'u', 'g')}${flow('i', 'g', 't')}`,
      't',
    ).replace(flow('finish', 't', 'end').replace(' ></sequenceFlow>', '/>'), '<sequenceFlow id="finish" sourceRef="u" targetRef="end"/>'),
    at: 'f',
  },
  unknownOption: { valid: decided('pass'), invalid: decided('passed'), at: 'y' },
  sameFlowTwice: {
    valid: split('exclusiveGateway', when('a = "x"'), '', 'default="r"'),
    invalid: split('parallelGateway', '', ''),
    at: 'r',
  },
  defaultNeverTaken: { valid: stepWays(when('a = "x"'), 'default="r"'), invalid: stepWays('', 'default="r"'), at: 'r' },
};
