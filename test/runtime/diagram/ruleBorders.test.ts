import { expect, test } from '@jest/globals';
import { checkDiagram } from '../../../packages/runtime/src/diagram/check.ts';
import { between, file, processFile, read, words } from './bpmn.ts';
import { A, ASSIGNED, KEY, MESSAGE, TIMER, alone, beside, flow, onEdge, split, task, when, withMessage } from './rules/drawing.ts';

const START = `<startEvent id="s"/>${flow('b', 's', 'g')}`;
const END = '<endEvent id="end"/>';
const LINK = '<linkEventDefinition name="L"/>';
const SIGNAL = '<signalEventDefinition signalRef="bell"/>';
const catching = (id: string, inner: string) => `<intermediateCatchEvent id="${id}">${inner}</intermediateCatchEvent>`;
const throwing = (id: string, inner: string) => `<intermediateThrowEvent id="${id}">${inner}</intermediateThrowEvent>`;
/** A wait `g` and what it leads to. */
const wait = (targets: readonly string[], body: string, attributes = '', before = START) =>
  withMessage(
    `${before}<eventBasedGateway id="g" ${attributes}/>${targets.map((to) => flow(`to-${to}`, 'g', to) + flow(`${to}-on`, to, 'end')).join('')}${body}${END}`,
    '<message id="n" name="回执"/><signal id="bell" name="铃"/>',
  );
const TOGETHER = 'instantiate="true" eventGatewayType="Parallel"';
const receipt = (id: string, message = 'n', attributes = '') =>
  `<receiveTask id="${id}" messageRef="${message}" ${attributes}>${KEY}</receiveTask>`;
const timed = (inner: string, attributes = '') => onEdge(`<timerEventDefinition>${inner}</timerEventDefinition>`, attributes);
const waiting = (inner: string) => withMessage(between(catching('c', inner), 'c', 'c'), '<signal id="bell" name="铃"/>');
const ours = (time: string) => `<timerEventDefinition>${words(time)}<timeCycle>R/P1M</timeCycle></timerEventDefinition>`;
const many = (inner: string, behavior: string) =>
  alone(
    task(
      't',
      `${ASSIGNED}<multiInstanceLoopCharacteristics behavior="${behavior}"><loopCardinality>2</loopCardinality>${inner}</multiInstanceLoopCharacteristics>`,
    ),
    't',
  );
const two = (one: string, other: string) =>
  file(`<process id="p1" isExecutable="true">${one}</process><process id="p2" isExecutable="true">${other}</process>`);
const calling = (name: string, process: string) =>
  `<startEvent id="${name}s"/>${flow(`${name}a`, `${name}s`, name)}<callActivity id="${name}" calledElement="${process}"/>${flow(`${name}b`, name, `${name}e`)}<endEvent id="${name}e"/>`;
const endless = (name: string) =>
  `<startEvent id="${name}s"/>${flow(`${name}a`, `${name}s`, name)}${task(name)}${flow(`${name}b`, name, name)}`;
const ASIDE = `<subProcess id="aside" triggeredByEvent="true"><startEvent id="as">${TIMER}</startEvent>${flow('af', 'as', 'at')}${task('at')}</subProcess>`;
const letter = (from: string, to: string, body: string) =>
  file(
    `<message id="m" name="来文"/><collaboration id="all"><participant id="here" processRef="test-process"/><participant id="there"/><messageFlow id="mf" sourceRef="${from}" targetRef="${to}"/></collaboration><process id="test-process" isExecutable="true">${A}${body}</process>`,
  );
const inTwo = (from: string) =>
  file(
    `<message id="m" name="来文"/><collaboration id="all"><participant id="here" processRef="test-process"/><participant id="there" processRef="other"/><participant id="far"/><messageFlow id="mf" sourceRef="${from}" targetRef="c"/></collaboration><process id="test-process">${between(catching('c', MESSAGE), 'c', 'c')}</process><process id="other"><task id="o"/></process>`,
  );
const ending = (inner: string) => between(task('t'), 't', 't').replace('<endEvent id="end"/>', `<endEvent id="end">${inner}</endEvent>`);
const limit = (attributes: string) => alone(task('t', words(`<gc:assignment post="registry"/><gc:deadline ${attributes}/>`)), 't');

/** What a rule says of a diagram near the border of what it means: the places it names, or none. */
const BORDERS: readonly (readonly [rule: string, what: string, xml: string, ...places: readonly string[]])[] = [
  ['noWayOn', 'a link goes on where it comes out', processFile(`<startEvent id="s"/>${flow('a', 's', 'in')}${throwing('in', LINK)}`)],
  ['noWayOn', 'a start leads on', processFile('<startEvent id="s"/>'), 's'],
  ['noWayOn', 'an event that sends leads on', beside(flow('f', 't', 'h') + throwing('h', '')), 'h'],
  ['conditionMissing', 'a single way needs no condition', alone(`<exclusiveGateway id="g"/>`, 'g')],
  ['conditionMissing', 'ways out of a parallel gateway need none', split('parallelGateway', '', '')],
  ['conditionMissing', 'several may be taken, each by its condition', split('inclusiveGateway', when('a = "x"'), ''), 'r'],
  [
    'conditionAtParallel',
    'a wait asks for none either',
    wait(['x', 'y'], catching('x', SIGNAL) + catching('y', TIMER)).replace(
      'targetRef="x" >',
      'targetRef="x" ><conditionExpression>true</conditionExpression>',
    ),
    'to-x',
  ],
  ['flowAcrossEdge', 'a loose end crosses nothing', beside('<sequenceFlow id="out" sourceRef="t" targetRef="gone"/>')],
  ['defaultNeverTaken', 'the only way may be the default', alone(task('t', ASSIGNED, 'default="finish"'), 't')],
  [
    'gatewayOfOne',
    'two ways come together',
    split('exclusiveGateway', when('a = "x"'), when('a = "y"'))
      .replace('targetRef="g"', 'targetRef="j"')
      .replace(
        '<exclusiveGateway id="g"',
        `<exclusiveGateway id="j"/>${flow('jg', 'j', 'g')}${flow('tj', 't', 'j')}<exclusiveGateway id="g"`,
      ),
  ],
  ['complexJoin', 'where one way comes in nothing is joined', split('complexGateway', when('a = "x"'), when('a = "y"'))],
  ['waitTarget', 'a step that receives can be waited for', wait(['x', 'y'], receipt('x') + catching('y', TIMER))],
  ['waitTarget', 'an exit of a link cannot', wait(['x', 'y'], catching('x', LINK) + catching('y', TIMER)), 'to-x'],
  ['waitTarget', 'nor an event that sends', wait(['x', 'y'], throwing('x', SIGNAL) + catching('y', TIMER)), 'to-x'],
  [
    'waitTarget',
    'one of several kinds will do only if all do',
    wait(['x', 'y'], catching('x', SIGNAL + LINK) + catching('y', TIMER)),
    'to-x',
  ],
  ['waitMixed', 'a step that receives beside a timer', wait(['x', 'y'], receipt('x') + catching('y', TIMER))],
  ['waitMixed', 'an event for several things, one of them a message', wait(['x', 'y'], receipt('x') + catching('y', TIMER + MESSAGE)), 'g'],
  ['waitSame', 'two timers differ', wait(['x', 'y'], catching('x', TIMER) + catching('y', TIMER))],
  ['waitSame', 'two signals of one name do not', wait(['x', 'y'], catching('x', SIGNAL) + catching('y', SIGNAL)), 'y'],
  ['waitSame', 'two steps for one message do not', wait(['x', 'y'], receipt('x') + receipt('y')), 'y'],
  ['togetherByMessage', 'steps that receive', wait(['x', 'y'], receipt('x') + receipt('y', 'm'), TOGETHER, '')],
  [
    'togetherByMessage',
    'a signal will do where the first counts',
    wait(['x', 'y'], catching('x', SIGNAL) + receipt('y'), 'instantiate="true"', ''),
  ],
  [
    'togetherByMessage',
    'one signal among messages is one too many',
    wait(['x', 'y'], catching('x', MESSAGE + SIGNAL) + receipt('y'), TOGETHER, ''),
    'x',
  ],
  [
    'boundaryHost',
    'not on a gateway',
    beside(`<exclusiveGateway id="g"/><boundaryEvent id="b" attachedToRef="g">${TIMER}</boundaryEvent>`),
    'b',
  ],
  ['boundaryHost', 'not on itself', beside(`<boundaryEvent id="b" attachedToRef="b">${TIMER}</boundaryEvent>`), 'b'],
  [
    'boundaryHost',
    'not from within a sub-process',
    beside(`<subProcess id="sub"><startEvent id="i"/><boundaryEvent id="b" attachedToRef="t">${TIMER}</boundaryEvent></subProcess>`),
    'b',
  ],
  ['startKind', 'an error may begin a sub-process beside the flow', beside(ASIDE.replace(TIMER, '<errorEventDefinition/>'))],
  ['startKind', 'a cancellation may not', beside(ASIDE.replace(TIMER, '<cancelEventDefinition/>')), 'as'],
  ['mustInterrupt', 'a timer need not', timed('<timeDuration>P1D</timeDuration>', 'cancelActivity="false"')],
  ['mustInterrupt', 'one of several things is enough', onEdge(`${TIMER}<errorEventDefinition/>`, 'cancelActivity="false"'), 'b'],
  ['linkPartner', 'an exit without an entry', beside(catching('out', LINK) + flow('f', 'out', 'end')), 'out'],
  ['linkFlows', 'an arrow to an exit', beside(flow('f', 't', 'out') + catching('out', LINK) + flow('g', 'out', 'end')), 'out'],
  [
    'linkAcross',
    'an exit on another level beside one on this',
    beside(`${throwing('in', LINK)}${catching('out', LINK)}<subProcess id="sub">${catching('off', LINK)}</subProcess>`),
  ],
  ['timerUnreadable', 'a calculation is not read', timed('<timeDuration>a</timeDuration>')],
  ['timerUnreadable', 'a date', timed('<timeDate>2026-12-01T09:00</timeDate>')],
  ['timerUnreadable', 'a day that does not exist', timed('<timeDate>2026-13-01</timeDate>'), 'b'],
  ['timerUnreadable', 'a cycle', timed('<timeCycle>R3/PT1H</timeCycle>')],
  ['timerUnreadable', 'a cycle as other programs write it, in even steps', timed('<timeCycle>0 0 9 * * ?</timeCycle>')],
  ['timerUnreadable', 'one that is in no even steps', timed('<timeCycle>0 0 9 ? * MON-FRI</timeCycle>'), 'b'],
  ['timerUnreadable', 'a time that another program works out', timed('<timeDuration>${times.of(execution)}</timeDuration>'), 'b'],
  ['timerUnreadable', 'working days', onEdge(ours('<gc:timer value="3"/>'))],
  ['timerUnreadable', 'working days that are no number', onEdge(ours('<gc:timer value="drei"/>')), 'b'],
  ['cycleOnce', 'a wait on the way', waiting('<timerEventDefinition><timeCycle>R/PT1H</timeCycle></timerEventDefinition>'), 'c'],
  ['cycleOnce', 'once is once', waiting('<timerEventDefinition><timeCycle>R1/PT1H</timeCycle></timerEventDefinition>')],
  ['cycleOnce', 'the next first working day is waited for once', waiting(ours('<gc:timer form="firstWorkingDay" value="1,7"/>'))],
  [
    'cycleOnce',
    'the start of a sub-process that ends the work',
    beside(ASIDE.replace('P1D', 'R/P1D').replaceAll('timeDuration', 'timeCycle')),
    'as',
  ],
  ['errorWithoutCode', 'a catcher takes every error', onEdge('<errorEventDefinition/>')],
  [
    'errorWithoutCode',
    'beside another thing that is sent',
    processFile(ending('<terminateEventDefinition/><errorEventDefinition/>')),
    'end',
  ],
  ['escalationWithoutCode', 'at an end as well', processFile(ending('<escalationEventDefinition/>')), 'end'],
  ['escalationWithoutCode', 'a catcher takes all', onEdge('<escalationEventDefinition/>')],
  ['caughtTwice', 'two timers are two', onEdge(`${TIMER}</boundaryEvent><boundaryEvent id="c" attachedToRef="t">${TIMER}`)],
  [
    'caughtTwice',
    'every error beside one of a code',
    beside(
      '<boundaryEvent id="b" attachedToRef="t"><errorEventDefinition/></boundaryEvent><boundaryEvent id="c" attachedToRef="t"><errorEventDefinition errorRef="e"/></boundaryEvent>',
    ).replace('<process', '<error id="e" errorCode="E"/><process'),
  ],
  [
    'caughtTwice',
    'on two steps',
    beside(
      `${task('u')}<boundaryEvent id="b" attachedToRef="t"><errorEventDefinition/></boundaryEvent><boundaryEvent id="c" attachedToRef="u"><errorEventDefinition/></boundaryEvent>`,
    ),
  ],
  [
    'cancelEnd',
    'deep within',
    beside('<transaction id="tx"><subProcess id="in"><endEvent id="e"><cancelEventDefinition/></endEvent></subProcess></transaction>'),
  ],
  [
    'nothingToUndo',
    'what is within a sub-process is undone step by step',
    beside(`<subProcess id="sub">${task('u')}</subProcess>${throwing('h', '<compensateEventDefinition activityRef="sub"/>')}`),
  ],
  ['nothingToUndo', 'at an end as well', processFile(ending('<compensateEventDefinition activityRef="t"/>')), 'end'],
  ['nothingToUndo', 'everything, where no step is named', processFile(ending('<compensateEventDefinition/>'))],
  ['manyWithoutEvent', 'none is named for each', many('', 'None'), 't'],
  ['manyWithoutEvent', 'all are waited for', many('', 'All')],
  ['manyWithoutEvent', 'conditions without any', many('', 'Complex'), 't'],
  [
    'manyWithoutEvent',
    'a condition that throws nothing',
    many('<complexBehaviorDefinition><condition>true</condition></complexBehaviorDefinition>', 'Complex'),
    't',
  ],
  ['loopMaximum', 'half a time', alone(task('t', `${ASSIGNED}<standardLoopCharacteristics loopMaximum="2"/>`), 't')],
  ['quantityBelowOne', 'before it begins', alone(task('t', ASSIGNED, 'startQuantity="0"'), 't'), 't'],
  ['nobodyServes', 'a decision, too', alone('<businessRuleTask id="t"/>', 't'), 't'],
  ['callsItself', 'two that call each other', two(calling('x', 'p2'), calling('y', 'p1')), 'x', 'y'],
  ['callsItself', 'one that calls what never ends by itself', two(calling('x', 'p2'), endless('y'))],
  [
    'callsItself',
    'a way out on the edge of the call',
    two(`${calling('x', 'p1')}<boundaryEvent id="late" attachedToRef="x">${TIMER}</boundaryEvent>`, ''),
  ],
  ['callsItself', 'what stands beside the flow is no way out', two(calling('x', 'p1') + ASIDE, ''), 'x'],
  [
    'adHocEvents',
    'a start',
    alone(`<adHocSubProcess id="sub"><startEvent id="i"/>${flow('f', 'i', 'u')}${task('u')}</adHocSubProcess>`, 'sub'),
    'i',
  ],
  ['messageFlowEnd', 'an end that sends', letter('end', 'there', ending(MESSAGE))],
  ['messageFlowEnd', 'a start that sends nothing', letter('start', 'there', ending(MESSAGE)), 'mf'],
  ['messageFlowEnd', 'an end that sends something else', letter('end', 'there', ending('<terminateEventDefinition/>')), 'mf'],
  ['messageFlowEnd', 'to an event that sends', letter('there', 'end', ending(MESSAGE)), 'mf'],
  ['messageFlowEnd', 'to a wait for it', letter('there', 'c', between(catching('c', MESSAGE), 'c', 'c'))],
  ['messageFlowEnd', 'to a wait for something else', letter('there', 'c', between(catching('c', TIMER), 'c', 'c')), 'mf'],
  [
    'messageFlowEnd',
    'to the edge of a step',
    letter('there', 'b', `${ending('')}<boundaryEvent id="b" attachedToRef="t">${MESSAGE}</boundaryEvent>`),
  ],
  ['messageFlowEnd', 'from an event that sends it', letter('h', 'there', between(throwing('h', MESSAGE), 'h', 'h'))],
  ['messageFlowWithin', 'from a pool to a step of its own', letter('here', 't', ending('')), 'mf'],
  ['messageFlowLoose', 'to an arrow', letter('there', 'begin', ending('')), 'mf'],
  [
    'namelessMessage',
    'a message that nobody declared goes by the name of its event',
    processFile(between(catching('c', '<messageEventDefinition/>').replace('id="c"', 'id="c" name="回函"'), 'c', 'c')),
  ],
  [
    'namelessMessage',
    'and has none where the event has none',
    processFile(between(catching('c', '<messageEventDefinition/>'), 'c', 'c')),
    'c',
  ],
  [
    'namelessMessage',
    'an event may be called like its message',
    file(`<message id="m" name="c"/><process id="p">${between(catching('c', MESSAGE), 'c', 'c')}</process>`),
  ],
  [
    'namelessMessage',
    'a signal, too',
    file(`<signal id="bell"/><process id="p">${between(catching('c', SIGNAL), 'c', 'c')}</process>`),
    'c',
  ],
  ['messageWithoutKey', 'a step that receives', withMessage(between('<receiveTask id="r" messageRef="m"/>', 'r', 'r')), 'r'],
  ['messageWithoutKey', 'one that begins a case', withMessage('<receiveTask id="r" messageRef="m" instantiate="true"/>')],
  ['messageWithoutKey', 'one with a key', withMessage(between(receipt('r', 'm'), 'r', 'r'))],
  ['messageWithoutKey', 'the start of a case', withMessage(`<startEvent id="s">${MESSAGE}</startEvent>`)],
  ['messageWithoutKey', 'the start of a sub-process beside the flow', withMessage(ASIDE.replace(TIMER, MESSAGE)), 'as'],
  ['messageWithoutKey', 'what is sent finds its own way', withMessage(throwing('h', MESSAGE) + ending(MESSAGE))],
  ['messageWithoutKey', 'from a partner in the same file', inTwo('o')],
  ['messageWithoutKey', 'from somebody outside', inTwo('far'), 'c'],
  ['messageWithoutKey', 'one of several things', waiting(TIMER + MESSAGE), 'c'],
  ['unknownReference', 'a loose arrow has a rule of its own', beside('<sequenceFlow id="out" sourceRef="t" targetRef="gone"/>')],
  ['unknownReference', 'and so has a loose message', letter('there', 'gone', ending(''))],
  ['noTimeGiven', 'at once is a time', limit('amount="0" unit="immediate"')],
  ['noTimeGiven', 'no hours are none', limit('amount="0" unit="h"'), 't'],
  [
    'unreachable',
    'what a link leads to',
    beside(`${flow('f', 't', 'in')}${throwing('in', LINK)}${catching('out', LINK)}${flow('g', 'out', 'u')}${task('u')}`),
  ],
  ['unreachable', 'what an edge leads to', onEdge(TIMER, '', `${flow('f', 'b', 'u')}${task('u')}`)],
  ['unreachable', 'the first of several', beside(`${task('u')}${flow('f', 'u', 'v')}${task('v')}`), 'u'],
];

test.each(BORDERS)('%s: %s', async (rule, _what, xml, ...places) => {
  const found = checkDiagram(await read(xml)).filter((one) => one.rule === rule);
  expect(found.map(({ element }) => element)).toEqual(places);
});
