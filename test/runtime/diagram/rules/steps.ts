import { id } from '../../../../packages/runtime/src/words/ids.ts';
import { between, file, processFile, words } from '../bpmn.ts';
import { dmn, type Sheet, tableDecision, tableWord } from '../dmnFile.ts';
import { A, ASSIGNED, KEY, MESSAGE, type Pairs, alone, field, flow, task, when, withMessage } from './drawing.ts';

const signed = (inner: string, attributes = '') => alone(task('t', ASSIGNED + inner, `name="会签" ${attributes}`), 't');
const many = (inner: string, attributes = '') =>
  signed(`<multiInstanceLoopCharacteristics ${attributes}>${inner}</multiInstanceLoopCharacteristics>`);
const LIST = words('<gc:items over="[1, 2]" as="one"/>');
const NUMBER = '<loopCardinality>2</loopCardinality>';
const loop = (inner: string, attributes = '') =>
  signed(`<standardLoopCharacteristics ${attributes}>${inner}</standardLoopCharacteristics>`);
const UNTIL = '<loopCondition>a = "x"</loopCondition>';
const receipt = (attributes: string, before = '') =>
  withMessage(`${before}<receiveTask id="r" name="收文" ${attributes}>${KEY}</receiveTask>${flow('f', 'r', 'end')}<endEvent id="end"/>`);
const BEFORE = `<startEvent id="s"/>${flow('b', 's', 'r')}`;
const calling = (way: string) =>
  processFile(
    `${A}<startEvent id="s"/>${flow('b', 's', 'g')}<exclusiveGateway id="g" name="还有？" default="d"/>${flow('d', 'g', 'c')}${way}<callActivity id="c" name="再办一遍" calledElement="test-process"/>${flow('f', 'c', 'end')}<endEvent id="end"/>`,
  );
const callee = (start: string) =>
  file(
    `<message id="m" name="来文"/><process id="test-process" isExecutable="true"><startEvent id="s"/>${flow('b', 's', 'c')}<callActivity id="c" name="送归档" calledElement="archive"/>${flow('f', 'c', 'end')}<endEvent id="end"/></process><process id="archive" name="归档"><startEvent id="as">${start}</startEvent>${flow('af', 'as', 't')}${task('t')}${flow('ag', 't', 'ae')}<endEvent id="ae"/></process>`,
  );
const anyOrder = (inner: string) => alone(`<adHocSubProcess id="sub" name="随意办">${inner}</adHocSubProcess>`, 'sub');

const TABLE: Sheet = { inputs: ['a'], outputs: ['level'], rows: ['"x"|"p"', 'not("x")|"q"'] };
const decides = (sheet: Sheet, rule = 'table="levels" into="a"') =>
  processFile(
    words(`<gc:form>${field('a')}</gc:form>${tableWord('levels', dmn(tableDecision('level', sheet)))}`) +
      between(`<businessRuleTask id="t" name="定级">${words(`<gc:rule ${rule}/>`)}</businessRuleTask>`, 't', 't'),
  );

export const steps: Pairs = {
  scriptTask: {
    valid: alone(`<serviceTask id="t">${words('<gc:set from="1" to="a"/>')}</serviceTask>`, 't'),
    invalid: alone('<scriptTask id="t"><script>a = 1</script></scriptTask>', 't'),
    at: 't',
  },
  unknownCall: {
    valid: alone('<callActivity id="c" calledElement="seal-use"/>', 'c'),
    invalid: alone('<callActivity id="c" calledElement="nowhere"/>', 'c'),
    at: 'c',
    known: { processes: [id('seal-use')] },
  },
  callWithoutStart: { valid: callee(''), invalid: callee(MESSAGE), at: 'c' },
  callsItself: { valid: calling(flow('o', 'g', 'end', when('a = "x"'))), invalid: calling(''), at: 'c' },
  manyWithoutList: { valid: many(LIST), invalid: many(words('<gc:items as="one"/>')), at: 't' },
  manyTwice: { valid: many(NUMBER), invalid: many(LIST + NUMBER), at: 't' },
  manyWithoutEvent: {
    valid: file(
      `<signal id="x" name="铃"/><signalEventDefinition id="d" signalRef="x"/><process id="test-process" isExecutable="true">${BEFORE.replace('"r"', '"t"')}${task('t', `${ASSIGNED}<multiInstanceLoopCharacteristics behavior="One" oneBehaviorEventRef="d">${NUMBER}</multiInstanceLoopCharacteristics>`)}${flow('f', 't', 'end')}<endEvent id="end"/></process>`,
    ),
    invalid: many(NUMBER, 'behavior="One"'),
    at: 't',
  },
  loopWithoutEnd: { valid: loop(UNTIL), invalid: loop(''), at: 't' },
  loopMaximum: { valid: loop(UNTIL, 'loopMaximum="3"'), invalid: loop(UNTIL, 'loopMaximum="0"'), at: 't' },
  quantityBelowOne: { valid: signed('', 'completionQuantity="2"'), invalid: signed('', 'completionQuantity="0"'), at: 't' },
  receiveStartIncoming: {
    valid: receipt('messageRef="m" instantiate="true"'),
    invalid: receipt('messageRef="m" instantiate="true"', BEFORE),
    at: 'r',
  },
  adHocEvents: {
    valid: anyOrder(task('t')),
    invalid: anyOrder(`${task('t')}<endEvent id="e" name="办完"/>${flow('f', 't', 'e')}`),
    at: 'e',
  },
  adHocEmpty: { valid: anyOrder(task('t')), invalid: anyOrder(''), at: 'sub' },
  receiveWithoutMessage: { valid: receipt('messageRef="m"', BEFORE), invalid: receipt('', BEFORE), at: 'r' },
  sendsNothing: {
    valid: withMessage(`${BEFORE}<sendTask id="r" name="发文" messageRef="m"/>${flow('f', 'r', 'end')}<endEvent id="end"/>`),
    invalid: withMessage(`${BEFORE}<sendTask id="r" name="发文"/>${flow('f', 'r', 'end')}<endEvent id="end"/>`),
    at: 'r',
  },
  nobodyServes: {
    valid: alone(`<serviceTask id="t" name="归档">${words('<gc:job name="archive"/>')}</serviceTask>`, 't'),
    invalid: alone('<serviceTask id="t" name="归档"/>', 't'),
    at: 't',
  },
  unknownTable: { valid: decides(TABLE), invalid: decides(TABLE, 'table="other" into="a"'), at: 't' },
  tableFault: { valid: decides(TABLE), invalid: decides({ ...TABLE, rows: ['"x|"p"'] }), at: 'test-process' },
  tableName: { valid: decides(TABLE), invalid: decides({ ...TABLE, inputs: ['amuont'] }), at: 't' },
  rulesOverlap: { valid: decides(TABLE), invalid: decides({ ...TABLE, rows: ['"x"|"p"', '-|"q"'] }), at: 'test-process' },
  dataStore: {
    valid: alone(task('t'), 't'),
    invalid: alone(
      `${task('t', `${ASSIGNED}<property id="p_1" name="__targetRef_placeholder"/><dataInputAssociation id="d"><sourceRef>store</sourceRef><targetRef>p_1</targetRef></dataInputAssociation>`)}<dataStoreReference id="store" name="人员库"/>`,
      't',
    ),
    at: 't',
  },
  decisionElsewhere: {
    valid: decides(TABLE),
    invalid: alone(
      '<businessRuleTask xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="t" name="定级" camunda:decisionRef="level"/>',
      't',
    ),
    at: 't',
  },
};
