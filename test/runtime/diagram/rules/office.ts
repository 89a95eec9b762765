import { between, processFile, words } from '../bpmn.ts';
import { ASSIGNED, PLAIN, type Pairs, alone, field, flow, form, split, task, when } from './drawing.ts';

const step = (inner: string) => alone(task('t', words(`<gc:assignment post="registry"/>${inner}`)), 't');
const assigned = (assignment: string) => processFile(between(task('t', words(assignment)), 't', 't'));

export const office: Pairs = {
  feelFault: {
    valid: split('exclusiveGateway', when('a = "x"'), when('a != "x"')),
    invalid: split('exclusiveGateway', when('a = "x"'), when('a =')),
    at: 'r',
  },
  unknownName: {
    valid: split('exclusiveGateway', when('a = "x"'), when('a != "x"')),
    invalid: split('exclusiveGateway', when('a = "x"'), when('tpyo = "x"')),
    at: 'r',
  },
  duplicateField: {
    valid: processFile(form(field('a') + field('b', '', '<gc:column key="c" name="列" type="text"/>')) + between(task('t'), 't', 't')),
    invalid: processFile(form(field('a') + field('a')) + between(task('t'), 't', 't')),
    at: 'a',
  },
  unknownField: { valid: step('<gc:access field="a" mode="read"/>'), invalid: step('<gc:access field="b" mode="read"/>'), at: 't' },
  unknownStep: { valid: step('<gc:notSameAs step="t"/>'), invalid: step('<gc:notSameAs step="u"/>'), at: 't' },
  nobodyAssigned: { valid: PLAIN, invalid: processFile(between(task('t', ''), 't', 't')), at: 't' },
  unknownPost: { valid: PLAIN, invalid: assigned('<gc:assignment post="gatekeeper"/>'), at: 't', known: { posts: ['registry'] } },
  unknownPerson: {
    valid: processFile(between(task('t', '', 'name="登记" camunda:assignee="li-min"'), 't', 't')),
    invalid: processFile(between(task('t', '', 'name="登记" camunda:candidateUsers="li-min, demo"'), 't', 't')),
    at: 't',
    known: { people: ['li-min'] },
  },
  unknownUnit: {
    valid: assigned('<gc:assignment post="registry" unit="named" of="hr"/>'),
    invalid: assigned('<gc:assignment post="registry" unit="named" of="moon"/>'),
    at: 't',
    known: { units: ['hr'] },
  },
  noTimeGiven: { valid: step('<gc:deadline amount="2" unit="wd"/>'), invalid: step('<gc:deadline amount="0" unit="wd"/>'), at: 't' },
  foreignExpression: {
    valid: split('exclusiveGateway', when('${a == "x" &amp;&amp; not empty a}'), '', 'default="r"'),
    invalid: split('exclusiveGateway', when('${checker.mayPass(execution)}'), '', 'default="r"'),
    at: 'l',
  },
  foreignOtherwise: {
    valid: processFile(between(task('t', '', 'name="登记" camunda:candidateGroups="registry"'), 't', 't')),
    invalid: processFile(
      between(
        task('t', ASSIGNED, 'name="登记"') +
          flow('f', 't', 'u') +
          task('u', '', 'name="复核" camunda:assignee="${finder.find(execution)}"'),
        't',
        'u',
      ),
    ),
    at: 'u',
    beside: ['nobodyAssigned'],
  },
};
