import { between, file, processFile } from '../bpmn.ts';
import { MESSAGE, type Pairs, TIMER, beside, flow, onEdge, task, withMessage } from './drawing.ts';

const ERROR = '<errorEventDefinition errorRef="e"/>';
const SIGNAL = '<signalEventDefinition signalRef="x"/>';
const LINK = '<linkEventDefinition name="L"/>';
const ESCALATION = '<escalationEventDefinition escalationRef="up"/>';
const DECLARED = '<signal id="x" name="铃"/><error id="e" errorCode="E1"/><escalation id="up" escalationCode="U1"/>';
const drawn = (body: string) => withMessage(body, DECLARED);
/** What starts → 登记 → what ends. */
const around = (start: string, end = '') =>
  drawn(
    `<startEvent id="start" name="收文">${start}</startEvent>${flow('b', 'start', 't')}${task('t')}${flow('f', 't', 'end')}<endEvent id="end" name="办结">${end}</endEvent>`,
  );
const caught = (inner: string, attributes = '') =>
  drawn(between(`<intermediateCatchEvent id="c" name="等一等" ${attributes}>${inner}</intermediateCatchEvent>`, 'c', 'c'));
const thrown = (inner: string) => drawn(between(`<intermediateThrowEvent id="h" name="告知">${inner}</intermediateThrowEvent>`, 'h', 'h'));
const edged = (inner: string, attributes = '') =>
  drawn(
    `${between(task('t'), 't', 't')}<boundaryEvent id="b" name="中途" attachedToRef="t" ${attributes}>${inner}</boundaryEvent>${flow('f', 'b', 'end')}`,
  );
const timed = (inner: string, attributes = '') => edged(`<timerEventDefinition>${inner}</timerEventDefinition>`, attributes);
const embedded = (start: string) =>
  drawn(
    between(
      `<subProcess id="sub" name="内"><startEvent id="s" name="开始办">${start}</startEvent>${flow('i', 's', 'u')}${task('u')}</subProcess>`,
      'sub',
      'sub',
    ),
  );
const enter = (id: string) => `<intermediateThrowEvent id="${id}" name="去归档">${LINK}</intermediateThrowEvent>`;
const exit = (id: string) => `<intermediateCatchEvent id="${id}" name="来归档">${LINK}</intermediateCatchEvent>`;
const linked = (more: string) => processFile(`<startEvent id="s"/>${flow('a', 's', 'in')}${enter('in')}<endEvent id="end"/>${more}`);
const LINKED = linked(exit('out') + flow('b', 'out', 'end'));

export const events: Pairs = {
  boundaryHost: {
    valid: onEdge(TIMER),
    invalid: beside(`<boundaryEvent id="b" name="超时" attachedToRef="start">${TIMER}</boundaryEvent>${flow('f', 'b', 'end')}`),
    at: 'b',
  },
  boundaryForNothing: { valid: onEdge(TIMER), invalid: onEdge(''), at: 'b' },
  boundaryKind: { valid: edged(MESSAGE), invalid: edged('<terminateEventDefinition/>'), at: 'b' },
  startKind: { valid: around(MESSAGE), invalid: around(ERROR), at: 'start' },
  innerStartTrigger: { valid: embedded(''), invalid: embedded(TIMER), at: 's' },
  waitKind: { valid: caught(SIGNAL), invalid: caught(ERROR), at: 'c' },
  waitForNothing: { valid: caught(TIMER), invalid: caught(''), at: 'c' },
  throwKind: { valid: thrown(SIGNAL), invalid: thrown('<terminateEventDefinition/>'), at: 'h' },
  endKind: { valid: around('', '<terminateEventDefinition/>'), invalid: around('', TIMER), at: 'end' },
  unknownTrigger: {
    valid: file(
      `<signal id="x" name="铃"/><signalEventDefinition id="d" signalRef="x"/><process id="test-process" isExecutable="true">${between(task('t'), 't', 't').replace('<endEvent id="end"/>', '<endEvent id="end" name="办结"><eventDefinitionRef>d</eventDefinitionRef></endEvent>')}</process>`,
    ),
    invalid: around('', '<eventDefinitionRef>gone</eventDefinitionRef>'),
    at: 'end',
  },
  mustInterrupt: { valid: edged(ERROR), invalid: edged(ERROR, 'cancelActivity="false"'), at: 'b' },
  linkPartner: { valid: LINKED, invalid: linked(''), at: 'in' },
  linkTwice: { valid: LINKED, invalid: linked(exit('out') + flow('b', 'out', 'end') + exit('off') + flow('c', 'off', 'end')), at: 'off' },
  linkAcross: {
    valid: LINKED,
    invalid: linked(
      `<subProcess id="sub"><startEvent id="i"/>${flow('b', 'i', 'u')}${task('u')}${exit('out')}${flow('c', 'out', 'u')}</subProcess>`,
    ),
    at: 'in',
  },
  linkFlows: { valid: LINKED, invalid: linked(`${exit('out')}${flow('b', 'out', 'end')}${flow('c', 'in', 'end')}`), at: 'in' },
  timerWithoutTime: { valid: timed('<timeDuration>P1D</timeDuration>'), invalid: timed(''), at: 'b' },
  timerTwoTimes: {
    valid: timed('<timeDate>2026-12-01</timeDate>'),
    invalid: timed('<timeDate>2026-12-01</timeDate><timeDuration>P1D</timeDuration>'),
    at: 'b',
  },
  timerUnreadable: { valid: timed('<timeDuration>PT30M</timeDuration>'), invalid: timed('<timeDuration>P1DX</timeDuration>'), at: 'b' },
  conditionNotSaid: {
    valid: caught('<conditionalEventDefinition><condition>a = "x"</condition></conditionalEventDefinition>'),
    invalid: caught('<conditionalEventDefinition/>'),
    at: 'c',
  },
  errorWithoutCode: { valid: around('', ERROR), invalid: around('', '<errorEventDefinition/>'), at: 'end' },
  escalationWithoutCode: { valid: thrown(ESCALATION), invalid: thrown('<escalationEventDefinition/>'), at: 'h' },
  cycleOnce: {
    valid: timed('<timeCycle>R/PT1H</timeCycle>', 'cancelActivity="false"'),
    invalid: timed('<timeCycle>R/PT1H</timeCycle>'),
    at: 'b',
  },
  caughtTwice: {
    valid: edged(ERROR),
    invalid: edged(`${ERROR}</boundaryEvent>${flow('g', 'c', 'end')}<boundaryEvent id="c" name="又一次" attachedToRef="t">${ERROR}`),
    at: 'c',
  },
  parallelOfOne: {
    valid: caught(SIGNAL + MESSAGE, 'parallelMultiple="true"'),
    invalid: caught(SIGNAL, 'parallelMultiple="true"'),
    at: 'c',
  },
};
