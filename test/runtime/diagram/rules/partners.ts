import { between, file } from '../bpmn.ts';
import { A, ASSIGNED, KEY, MESSAGE, PLAIN, type Pairs, beside, flow, task, withMessage } from './drawing.ts';

const OURS = '<participant id="ours" name="办公室" processRef="test-process"/>';
const OTHERS = '<participant id="others" name="来文单位"/>';
const drawn = (participants: string, body = between(task('t'), 't', 't')) =>
  file(
    `<message id="m" name="来文"/><collaboration id="c">${participants}</collaboration><process id="test-process" name="测试" isExecutable="true">${A}${body}</process>`,
  );
const message = (from: string, to: string) =>
  drawn(`${OURS}${OTHERS}<messageFlow id="mf" name="公函" sourceRef="${from}" targetRef="${to}"/>`);
const lane = (id: string, name: string, ...elements: readonly string[]) =>
  `<lane id="${id}" name="${name}">${elements.map((element) => `<flowNodeRef>${element}</flowNodeRef>`).join('')}</lane>`;
const lanes = (...all: readonly string[]) =>
  beside(`<laneSet id="ls">${all.join('')}</laneSet>${flow('f', 't', 'u')}${task('u', ASSIGNED, 'name="复核"')}${flow('g', 'u', 'end')}`);
const received = (inner: string, more = '', attributes = '') =>
  withMessage(
    `<startEvent id="start" name="收文" ${attributes}>${inner}</startEvent>${flow('b', 'start', 't')}${task('t')}${flow('f', 't', 'end')}<endEvent id="end"/>`,
    more,
  );
const wait = (inner: string) =>
  withMessage(between(`<intermediateCatchEvent id="w" name="等回函">${inner}${MESSAGE}</intermediateCatchEvent>`, 'w', 'w'));

export const partners: Pairs = {
  poolTwice: {
    valid: drawn(OURS + OTHERS),
    invalid: drawn(`${OURS}<participant id="again" name="文书室" processRef="test-process"/>`),
    at: 'again',
  },
  poolMultiplicity: {
    valid: drawn('<participant id="others" name="来文单位"><participantMultiplicity minimum="1" maximum="3"/></participant>'),
    invalid: drawn('<participant id="others" name="来文单位"><participantMultiplicity minimum="3" maximum="2"/></participant>'),
    at: 'others',
  },
  unknownPoolFlow: {
    valid: drawn(OURS),
    invalid: drawn(`${OURS}<participant id="others" name="来文单位" processRef="gone"/>`),
    at: 'others',
  },
  messageFlowWithin: {
    valid: message('t', 'others'),
    invalid: drawn(
      `${OURS}<messageFlow id="mf" name="公函" sourceRef="t" targetRef="u"/>`,
      between(`${task('t')}${flow('f', 't', 'u')}${task('u', ASSIGNED, 'name="复核"')}`, 't', 'u'),
    ),
    at: 'mf',
  },
  messageFlowLoose: { valid: message('others', 't'), invalid: message('others', 'gone'), at: 'mf' },
  messageFlowEnd: { valid: message('others', 't'), invalid: message('others', 'end'), at: 'mf' },
  unknownMessage: { valid: received(MESSAGE), invalid: received('<messageEventDefinition messageRef="gone"/>'), at: 'start' },
  laneTwice: {
    valid: lanes(
      lane('a1', '文书室', 't').replace('</lane>', `<childLaneSet id="cs">${lane('a2', '文书', 't')}</childLaneSet></lane>`),
      lane('b1', '处室', 'u'),
    ),
    invalid: lanes(lane('a1', '文书室', 't', 'u'), lane('b1', '处室', 'u')),
    at: 'u',
  },
  outsideLanes: { valid: lanes(lane('a1', '文书室', 't', 'u')), invalid: lanes(lane('a1', '文书室', 't')), at: 'u' },
  unknownInLane: { valid: lanes(lane('a1', '文书室', 't', 'u')), invalid: lanes(lane('a1', '文书室', 't', 'u', 'gone')), at: 'a1' },
  namelessMessage: {
    valid: received(MESSAGE),
    invalid: received('<messageEventDefinition messageRef="n"/>', '<message id="n"/>'),
    at: 'start',
  },
  declaredTwice: { valid: received(MESSAGE), invalid: received(MESSAGE, '<message id="n" name="来文"/>'), at: 'n' },
  messageWithoutKey: { valid: wait(KEY), invalid: wait(''), at: 'w' },
  unknownReference: {
    valid: PLAIN,
    invalid: beside('<dataObjectReference id="paper" name="公文" dataObjectRef="gone"/>'),
    at: 'paper',
  },
};
