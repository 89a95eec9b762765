import { processFile } from '../bpmn.ts';
import { A, ASSIGNED, KEY, MESSAGE, type Pairs, TIMER, alone, beside, flow, split, task, when, withMessage } from './drawing.ts';

const START = `<startEvent id="s"/>${flow('b', 's', 'g')}`;
const END = '<endEvent id="end"/>';
const timer = (id: string, end = 'end') =>
  `<intermediateCatchEvent id="${id}" name="超时">${TIMER}</intermediateCatchEvent>${flow(`${id}-on`, id, end)}`;
const letter = (id: string, inner = KEY) =>
  `<intermediateCatchEvent id="${id}" name="收到回函">${inner}${MESSAGE}</intermediateCatchEvent>${flow(`${id}-on`, id, 'end')}`;
const receipt = (id: string, inner = KEY) =>
  `<receiveTask id="${id}" name="收文" messageRef="m">${inner}</receiveTask>${flow(`${id}-on`, id, 'end')}`;
const SIGNAL = '<intermediateCatchEvent id="y" name="铃响"><signalEventDefinition signalRef="bell"/></intermediateCatchEvent>';
/** A wait `g`, after whatever begins, with what it leads to. */
const wait = (targets: readonly string[], body: string, attributes = '', before = START) =>
  withMessage(
    `${before}<eventBasedGateway id="g" name="等回函" ${attributes}/>${targets.map((to) => flow(`to-${to}`, 'g', to)).join('')}${body}${END}`,
    '<signal id="bell" name="铃"/>',
  );
const waits = wait(['x', 'y'], letter('x') + timer('y'));
const messages = (more: string, attributes: string) =>
  wait(['x', 'y'], letter('x', '') + more, `instantiate="true" eventGatewayType="Parallel" ${attributes}`, '');
const join = (type: string, inner = '') =>
  processFile(
    `${A}<startEvent id="s"/>${flow('b', 's', 'p')}<parallelGateway id="p" name="分头办"/>${flow('l', 'p', 't')}${flow('r', 'p', 'u')}${task('t')}${task('u', ASSIGNED, 'name="复核"')}${flow('x', 't', 'g')}${flow('y', 'u', 'g')}<${type} id="g" name="汇总">${inner}</${type}>${flow('z', 'g', 'end')}${END}`,
  );

export const gateways: Pairs = {
  waitOfOne: { valid: waits, invalid: wait(['x'], letter('x')), at: 'g' },
  waitTarget: { valid: waits, invalid: wait(['x', 't'], letter('x') + task('t') + flow('on', 't', 'end')), at: 'to-t' },
  waitTargetTwice: {
    valid: waits,
    invalid: wait(['x', 'y'], letter('x') + timer('y', 't') + task('t') + flow('again', 't', 'x')),
    at: 'x',
  },
  waitMixed: { valid: waits, invalid: wait(['x', 'y'], letter('x') + receipt('y')), at: 'g' },
  waitTargetEdge: {
    valid: wait(['x', 'y'], receipt('x') + timer('y')),
    invalid: wait(
      ['x', 'y'],
      `${receipt('x')}${timer('y')}<boundaryEvent id="late" attachedToRef="x">${TIMER}</boundaryEvent>${flow('on', 'late', 'end')}`,
    ),
    at: 'late',
  },
  waitStartIncoming: {
    valid: wait(['x', 'y'], receipt('x', '') + receipt('y', ''), 'instantiate="true"', ''),
    invalid: wait(['x', 'y'], receipt('x', '') + receipt('y', ''), 'instantiate="true"'),
    at: 'g',
  },
  togetherByMessage: {
    valid: messages(letter('y', ''), ''),
    invalid: messages(SIGNAL + flow('y-on', 'y', 'end'), ''),
    at: 'y',
  },
  togetherNotStart: {
    valid: messages(letter('y', ''), ''),
    invalid: wait(['x', 'y'], letter('x') + timer('y'), 'eventGatewayType="Parallel"'),
    at: 'g',
  },
  waitSame: { valid: waits, invalid: wait(['x', 'y'], letter('x') + letter('y')), at: 'y' },
  complexJoin: {
    valid: join('complexGateway', '<activationCondition>a = "x"</activationCondition>'),
    invalid: join('complexGateway'),
    at: 'g',
  },
  gatewayOfOne: {
    valid: split('exclusiveGateway', when('a = "x"'), when('a = "y"')),
    invalid: alone(`<exclusiveGateway id="g" name="同意？"/>${flow('f', 'g', 't')}${task('t')}`, 'g').replace(
      'sourceRef="g" targetRef="end"',
      'sourceRef="t" targetRef="end"',
    ),
    at: 'g',
  },
  joinsAndSplits: {
    valid: join('parallelGateway'),
    invalid: beside(
      `${flow('x', 't', 'g')}<inclusiveGateway id="g" name="汇总"/>${flow('y', 'g', 'end', when('a = "x"'))}${flow('z', 'g', 'u', when('a = "y"'))}${task('u', ASSIGNED, 'name="复核"')}${flow('w', 'u', 'g')}`,
    ),
    at: 'g',
  },
};
