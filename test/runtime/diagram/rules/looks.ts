import { between, processFile, words } from '../bpmn.ts';
import { ASSIGNED, PLAIN, type Pairs, beside, field, flow, form, task, when } from './drawing.ts';

const filling = (key: string) => words(`<gc:assignment post="registry"/><gc:access field="${key}" mode="write"/>`);
const judged = task(
  't',
  words(
    '<gc:assignment post="registry"/><gc:decision key="verdict" name="审核结论"><gc:option value="pass" name="同意"/><gc:option value="back" name="退回" manner="back"/></gc:decision>',
  ),
);
const archive = task('u', ASSIGNED, 'name="归档"');
const then = (name: string) => between(`${task('t')}${flow('f', 't', 'u')}${task('u', ASSIGNED, `name="${name}"`)}`, 't', 'u');

export const looks: Pairs = {
  unreachable: { valid: PLAIN, invalid: beside(archive + flow('lost', 'u', 'end')), at: 'u' },
  openEnd: { valid: PLAIN, invalid: beside(archive + flow('f', 't', 'u')), at: 'u' },
  noEnd: { valid: PLAIN, invalid: processFile(`<startEvent id="start"/>${flow('f', 'start', 't')}${task('t')}`), at: 'test-process' },
  unnamedStep: { valid: PLAIN, invalid: processFile(between(task('t', ASSIGNED, ''), 't', 't')), at: 't' },
  sameName: { valid: processFile(then('复核')), invalid: processFile(then('登记')), at: 'u' },
  sameWayOn: {
    valid: processFile(
      between(
        `${judged}${flow('f', 't', 'g')}<exclusiveGateway id="g" name="同意？" default="n"/>${flow('y', 'g', 'u', when('verdict = "pass"'))}${flow('n', 'g', 'u')}${archive}`,
        't',
        'u',
      ),
    ),
    invalid: processFile(between(judged, 't', 't')),
    at: 't',
  },
  neverFilled: {
    valid: processFile(form(field('a', 'required="true"')) + between(task('t', filling('a')), 't', 't')),
    invalid: processFile(form(field('a', 'required="true"') + field('b')) + between(task('t', filling('b')), 't', 't')),
    at: 'a',
  },
  nobodyStarts: {
    valid: processFile(words('<gc:starter post="registry"/>') + between(task('t'), 't', 't')),
    invalid: PLAIN,
    at: 'test-process',
  },
  foreignUnread: {
    valid: processFile(between(task('t', undefined, 'name="登记" camunda:asyncBefore="true"'), 't', 't')),
    invalid: processFile(between(task('t', undefined, 'name="登记" camunda:formKey="embedded:app:forms/enter.html"'), 't', 't')),
    at: 't',
  },
};
