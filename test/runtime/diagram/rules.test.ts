import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { checkDiagram, type Finding, type Known } from '../../../packages/runtime/src/diagram/check.ts';
import { RULES } from '../../../packages/runtime/src/diagram/rules/all.ts';
import { FOUND } from '../../../packages/runtime/src/soundness/found.ts';
import { id } from '../../../packages/runtime/src/words/ids.ts';
import { between, file, processFile, read, words } from './bpmn.ts';

const ASSIGNED = words('<gc:assignment post="registry"/>');
const task = (name: string, inner = ASSIGNED) => `<userTask id="${name}" name="登记">${inner}</userTask>`;
const flow = (name: string, from: string, to: string, inner = '', attributes = '') =>
  `<sequenceFlow id="${name}" sourceRef="${from}" targetRef="${to}" ${attributes}>${inner}</sequenceFlow>`;
const when = (feel: string) => `<conditionExpression>${feel}</conditionExpression>`;
const form = (fields: string) => words(`<gc:form>${fields}</gc:form>`);
const field = (key: string, attributes = '', inner = '') =>
  `<gc:field key="${key}" name="甲" type="text" ${attributes}>${inner}</gc:field>`;
const step = (inner: string) =>
  processFile(form(field('a')) + between(task('t', words(`<gc:assignment post="registry"/>${inner}`)), 't', 't'));
const split = (type: string, left: string, right: string, attributes = '') =>
  processFile(
    form(field('a')) +
      between(`<${type} id="g" name="选" ${attributes}/>${flow('l', 'g', 't', left)}${flow('r', 'g', 't', right)}${task('t')}`, 'g', 't'),
  );

const filling = (key: string) => words(`<gc:assignment post="registry"/><gc:access field="${key}" mode="write"/>`);
const judged = () =>
  task(
    't',
    words(
      '<gc:assignment post="registry"/><gc:decision key="verdict" name="审核结论"><gc:option value="pass" name="同意"/><gc:option value="back" name="退回" manner="back"/></gc:decision>',
    ),
  );
const decided = (value: string) =>
  processFile(
    between(
      `${task('t', words('<gc:assignment post="registry"/><gc:decision key="verdict" name="审核结论"><gc:option value="pass" name="同意"/></gc:decision>'))}${flow('f', 't', 'g')}<exclusiveGateway id="g" name="同意？" default="n"/>${flow('y', 'g', 'u', when(`verdict = "${value}"`))}${flow('n', 'g', 'u')}<userTask id="u" name="复核">${ASSIGNED}</userTask>`,
      't',
      'u',
    ),
  );

/** Per rule: a diagram it has nothing to say of, and one with the place it names. */
const CASES: {
  readonly [rule: string]: { readonly valid: string; readonly invalid: string; readonly at: string; readonly known?: Known };
} = {
  danglingFlow: {
    valid: processFile(between(task('t'), 't', 't')),
    invalid: processFile(
      `${between(task('t'), 't', 't')}<subProcess id="sub"><startEvent id="s"/>${flow('into', 's', 'u')}${task('u')}</subProcess>${flow('out', 'u', 't')}`,
    ),
    at: 'out',
  },
  noStart: {
    valid: processFile(
      between(`<subProcess id="sub" name="内"><startEvent id="s"/>${flow('f', 's', 'u')}${task('u')}</subProcess>`, 'sub', 'sub'),
    ),
    invalid: processFile(between(`<subProcess id="sub" name="内">${task('u')}</subProcess>`, 'sub', 'sub')),
    at: 'sub',
  },
  noWayOn: {
    valid: processFile(between(task('t'), 't', 't')),
    invalid: processFile(`${between(task('t'), 't', 't')}<exclusiveGateway id="g"/>${flow('f', 't', 'g')}`),
    at: 'g',
  },
  boundaryIncoming: {
    valid: processFile(
      `${between(task('t'), 't', 't')}<boundaryEvent id="b" attachedToRef="t"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent>${flow('f', 'b', 'end')}`,
    ),
    invalid: processFile(
      `${between(task('t'), 't', 't')}<boundaryEvent id="b" attachedToRef="t"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent>${flow('f', 't', 'b')}${flow('g', 'b', 'end')}`,
    ),
    at: 'b',
  },
  linkPartner: {
    valid: processFile(
      `<startEvent id="s"/>${flow('a', 's', 'throw')}<intermediateThrowEvent id="throw"><linkEventDefinition name="L"/></intermediateThrowEvent><intermediateCatchEvent id="catch"><linkEventDefinition name="L"/></intermediateCatchEvent>${flow('b', 'catch', 'e')}<endEvent id="e"/>`,
    ),
    invalid: processFile(
      `<startEvent id="s"/>${flow('a', 's', 'throw')}<intermediateThrowEvent id="throw"><linkEventDefinition name="L"/></intermediateThrowEvent>`,
    ),
    at: 'throw',
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
  conditionAtParallel: { valid: split('parallelGateway', '', ''), invalid: split('parallelGateway', when('a = "x"'), ''), at: 'l' },
  scriptTask: {
    valid: processFile(form(field('a')) + between(`<serviceTask id="t">${words('<gc:set from="1" to="a"/>')}</serviceTask>`, 't', 't')),
    invalid: processFile(between('<scriptTask id="t"><script>a = 1</script></scriptTask>', 't', 't')),
    at: 't',
  },
  unknownCall: {
    valid: processFile(between('<callActivity id="c" calledElement="seal-use"/>', 'c', 'c')),
    invalid: processFile(between('<callActivity id="c" calledElement="nowhere"/>', 'c', 'c')),
    at: 'c',
    known: { processes: [id('seal-use')] },
  },
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
  unknownOption: {
    valid: decided('pass'),
    invalid: decided('passed'),
    at: 'y',
  },
  unknownPost: {
    valid: processFile(between(task('t'), 't', 't')),
    invalid: processFile(between(task('t', words('<gc:assignment post="gatekeeper"/>')), 't', 't')),
    at: 't',
    known: { posts: ['registry'] },
  },
  unknownUnit: {
    valid: processFile(between(task('t', words('<gc:assignment post="registry" unit="named" of="hr"/>')), 't', 't')),
    invalid: processFile(between(task('t', words('<gc:assignment post="registry" unit="named" of="moon"/>')), 't', 't')),
    at: 't',
    known: { units: ['hr'] },
  },
  noTimeGiven: { valid: step('<gc:deadline amount="2" unit="wd"/>'), invalid: step('<gc:deadline amount="0" unit="wd"/>'), at: 't' },
  unreachable: {
    valid: processFile(between(task('t'), 't', 't')),
    invalid: processFile(`${between(task('t'), 't', 't')}<userTask id="u" name="归档">${ASSIGNED}</userTask>${flow('lost', 'u', 'end')}`),
    at: 'u',
  },
  openEnd: {
    valid: processFile(between(task('t'), 't', 't')),
    invalid: processFile(`${between(task('t'), 't', 't')}<userTask id="u" name="归档">${ASSIGNED}</userTask>${flow('f', 't', 'u')}`),
    at: 'u',
  },
  noEnd: {
    valid: processFile(between(task('t'), 't', 't')),
    invalid: processFile(`<startEvent id="start"/>${flow('f', 'start', 't')}${task('t')}`),
    at: 'test-process',
  },
  unnamedStep: {
    valid: processFile(between(task('t'), 't', 't')),
    invalid: processFile(between(`<userTask id="t">${ASSIGNED}</userTask>`, 't', 't')),
    at: 't',
  },
  sameName: {
    valid: processFile(between(`${task('t')}${flow('f', 't', 'u')}<userTask id="u" name="复核">${ASSIGNED}</userTask>`, 't', 'u')),
    invalid: processFile(between(`${task('t')}${flow('f', 't', 'u')}${task('u')}`, 't', 'u')),
    at: 'u',
  },
  sameWayOn: {
    valid: processFile(
      between(
        `${judged()}${flow('f', 't', 'g')}<exclusiveGateway id="g" name="同意？" default="n"/>${flow('y', 'g', 'u', when('verdict = "pass"'))}${flow('n', 'g', 'u')}<userTask id="u" name="复核">${ASSIGNED}</userTask>`,
        't',
        'u',
      ),
    ),
    invalid: processFile(between(judged(), 't', 't')),
    at: 't',
  },
  neverFilled: {
    valid: processFile(form(field('a', 'required="true"')) + between(task('t', filling('a')), 't', 't')),
    invalid: processFile(form(field('a', 'required="true"') + field('b')) + between(task('t', filling('b')), 't', 't')),
    at: 'a',
  },
  nobodyStarts: {
    valid: processFile(words('<gc:starter post="registry"/>') + between(task('t'), 't', 't')),
    invalid: processFile(between(task('t'), 't', 't')),
    at: 'test-process',
  },
  nobodyAssigned: { valid: processFile(between(task('t'), 't', 't')), invalid: processFile(between(task('t', ''), 't', 't')), at: 't' },
};

const page = readFileSync(new URL('../../../docs/rules.md', import.meta.url), 'utf8');

const rowOf = ({ rule, severity, message }: Pick<Finding, 'rule' | 'severity' | 'message'>): string => {
  const sentence = RULES.find(({ name }) => name === rule)?.sentence;
  return `| \`${rule}\` | ${severity} | ${sentence?.zh}<br>${sentence?.en} | ${message.zh} |`;
};

describe.each(RULES.map((rule) => [rule.name, rule.sentence.en ?? '', CASES[rule.name]] as const))('%s: %s', (name, _sentence, example) => {
  const findings = async (xml: string) => checkDiagram(await read(xml), example?.known);

  test('says nothing of a diagram that keeps it', async () => {
    const found = await findings(example?.valid ?? '');
    expect(found.filter(({ rule, severity }) => rule === name || severity === 'error')).toEqual([]);
  });

  test('names the place in one that does not, in both languages', async () => {
    const found = (await findings(example?.invalid ?? '')).filter(({ rule }) => rule === name);
    expect(found.map(({ element }) => element)).toContain(example?.at);
    for (const { message } of found) {
      expect(message.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(message.en).toMatch(/[a-z]/);
    }
    // the page of rules shows the very words
    expect(page).toContain(rowOf(found[0] ?? { rule: name, severity: 'error', message: { zh: '' } }));
  });
});

const errorsIn = async (xml: string) => checkDiagram(await read(xml)).filter(({ severity }) => severity === 'error');

test('the page of rules has a row for each, and no other', () => {
  const rows = page.split('\n').filter((line) => line.startsWith('| `'));
  expect(rows.map((row) => row.split('`')[1])).toEqual([...RULES, ...FOUND].map(({ name }) => name));
  for (const { name, severity, sentence } of FOUND) {
    expect(rows.find((row) => row.startsWith(`| \`${name}\` |`))).toContain(`| ${severity} | ${sentence.zh}<br>${sentence.en} |`);
  }
});

test('every rule is one file of its name', () => {
  const others = new Set(['all', 'expressions', 'placeName', 'rule', 'variables']);
  const files = readdirSync(new URL('../../../packages/runtime/src/diagram/rules/', import.meta.url)).map((name) =>
    name.replace('.ts', ''),
  );
  expect(files.filter((name) => !others.has(name)).sort()).toEqual(RULES.map(({ name }) => name).sort());
});

test('a process without a start is found even where it is empty', async () => {
  expect((await errorsIn(processFile(''))).map(({ rule }) => rule)).toEqual(['noStart']);
});

test('a call is not judged where nobody said what is published', async () => {
  expect(await errorsIn(processFile(between('<callActivity id="c" calledElement="nowhere"/>', 'c', 'c')))).toEqual([]);
  const empty = processFile(between('<callActivity id="c"/>', 'c', 'c'));
  expect((await errorsIn(empty)).map(({ rule }) => rule)).toEqual(['unknownCall']);
});

test('a flow that only a flow of another file calls needs nobody who starts it; what its own file called before does not count', async () => {
  const xml = processFile(between(task('t'), 't', 't'));
  const said = async (from?: string) => {
    const known: Known = { calls: from === undefined ? [] : [{ from: id<'key'>(from), to: id<'key'>('test-process') }] };
    return checkDiagram(await read(xml), known)
      .filter(({ rule }) => rule === 'nobodyStarts')
      .map(({ message }) => message.zh);
  };
  expect(await said('elsewhere')).toEqual([]);
  const alone = '没有指定谁可以发起“测试”，也没有别的流程调用它：这样没有人能用它';
  expect(await said()).toEqual([alone]);
  expect(await said('test-process')).toEqual([alone]);
});

test('a post of the lane is enough to assign a step', async () => {
  const lane = `<laneSet id="ls"><lane id="l">${words('<gc:post key="registry"/>')}<flowNodeRef>t</flowNodeRef></lane></laneSet>`;
  expect(await errorsIn(processFile(lane + between(task('t', ''), 't', 't')))).toEqual([]);
});

test('names come from what is passed in, collected, decided and called, not from elsewhere', async () => {
  const found = await errorsIn(
    file(
      `<process id="p" isExecutable="true">${between(
        `<userTask id="t">${words('<gc:assignment post="registry"/><gc:decision key="chosen" name="定"><gc:option value="x" name="甲"/></gc:decision>')}<multiInstanceLoopCharacteristics>${words('<gc:items over="[1, 2]" as="one"/>')}</multiInstanceLoopCharacteristics></userTask>${flow('f', 't', 'c')}<callActivity id="c" calledElement="q">${words('<gc:in from="chosen" to="theirs"/><gc:out from="result" to="ours"/>')}</callActivity>${flow('h', 'c', 'g')}<exclusiveGateway id="g" default="n"/>${flow('y', 'g', 'u', when('ours = "x" and chosen = "x"'))}${flow('n', 'g', 'u')}${task('u')}`,
        't',
        'u',
      )}</process>`,
    ),
  );
  expect(found).toEqual([]);
});
