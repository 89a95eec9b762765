import type { Known } from '../../../../packages/runtime/src/diagram/check.ts';
import { between, file, processFile, words } from '../bpmn.ts';

/** A diagram that a rule has nothing to say of, and one with the place it names. */
export interface Pair {
  readonly valid: string;
  readonly invalid: string;
  readonly at: string;
  readonly known?: Known;
  /** Other errors that the same mistake is, seen from elsewhere. */
  readonly beside?: readonly string[];
}
export interface Pairs {
  readonly [rule: string]: Pair;
}

export const ASSIGNED = words('<gc:assignment post="registry"/>');
/** A step for a person, called 登记 unless it says otherwise. */
export const task = (name: string, inner = ASSIGNED, attributes = 'name="登记"') =>
  `<userTask id="${name}" ${attributes}>${inner}</userTask>`;
export const flow = (name: string, from: string, to: string, inner = '', attributes = '') =>
  `<sequenceFlow id="${name}" sourceRef="${from}" targetRef="${to}" ${attributes}>${inner}</sequenceFlow>`;
export const when = (feel: string) => `<conditionExpression>${feel}</conditionExpression>`;
export const form = (fields: string) => words(`<gc:form>${fields}</gc:form>`);
export const field = (key: string, attributes = '', inner = '') =>
  `<gc:field key="${key}" name="甲" type="text" ${attributes}>${inner}</gc:field>`;
export const A = form(field('a'));
export const TIMER = '<timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition>';

/** start → 登记 → end. */
export const PLAIN = processFile(between(task('t'), 't', 't'));
/** start → 登记 → end, with more in the same process. */
export const beside = (more: string, inner = ASSIGNED) => processFile(`${A}${between(task('t', inner), 't', 't')}${more}`);
/** start → what is given → end, with a form of one field. */
export const alone = (body: string, id: string) => processFile(A + between(body, id, id));
/** An event on the edge of 登记, and where it leads. */
export const onEdge = (inner: string, attributes = '', way = flow('f', 'b', 'end')) =>
  beside(`<boundaryEvent id="b" attachedToRef="t" ${attributes}>${inner}</boundaryEvent>${way}`);
/** Two ways out of a gateway, both to 登记. */
export const split = (type: string, left: string, right: string, attributes = '') =>
  processFile(
    A + between(`<${type} id="g" name="选" ${attributes}/>${flow('l', 'g', 't', left)}${flow('r', 'g', 't', right)}${task('t')}`, 'g', 't'),
  );
/** A message declared as `m`, and a process. */
export const withMessage = (body: string, more = '') =>
  file(`<message id="m" name="来文"/>${more}<process id="test-process" name="测试" isExecutable="true">${A}${body}</process>`);
export const MESSAGE = '<messageEventDefinition messageRef="m"/>';
export const KEY = words('<gc:correlation key="a"/>');
