import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { checkDiagram, type Finding, type Known } from '../../../packages/runtime/src/diagram/check.ts';
import { GROUPS, RULES } from '../../../packages/runtime/src/diagram/rules/all.ts';
import { checkWhole } from '../../../packages/runtime/src/soundness/checkWhole.ts';
import { FOUND } from '../../../packages/runtime/src/soundness/found.ts';
import { id } from '../../../packages/runtime/src/words/ids.ts';
import { between, file, processFile, read, words } from './bpmn.ts';
import { arrows } from './rules/arrows.ts';
import { flow, type Pairs, task, when } from './rules/drawing.ts';
import { events } from './rules/events.ts';
import { gateways } from './rules/gateways.ts';
import { looks } from './rules/looks.ts';
import { office } from './rules/office.ts';
import { partners } from './rules/partners.ts';
import { steps } from './rules/steps.ts';
import { undoing } from './rules/undoing.ts';

/** Per group and rule: a diagram that it has nothing to say of, and one with the place it names. */
const PAIRS: { readonly [group: string]: Pairs } = { arrows, gateways, events, undoing, steps, partners, office, looks };

const page = readFileSync(new URL('../../../docs/rules.md', import.meta.url), 'utf8');

const rowOf = ({ rule, severity, message }: Pick<Finding, 'rule' | 'severity' | 'message'>): string => {
  const sentence = RULES.find(({ name }) => name === rule)?.sentence;
  return `| \`${rule}\` | ${severity} | ${sentence?.zh}<br>${sentence?.en} | ${message.zh} |`;
};

test('every rule has its pair, in the group of its own, and no pair is left over', () => {
  const names = (of: readonly string[]) => [...of].sort();
  expect(Object.keys(PAIRS)).toEqual(Object.keys(GROUPS));
  for (const [group, rules] of Object.entries(GROUPS)) {
    expect(names(Object.keys(PAIRS[group] ?? {}))).toEqual(names(rules.map(({ name }) => name)));
  }
  expect(RULES.length).toBeGreaterThanOrEqual(60);
});

const pairs: Pairs = Object.assign({}, ...Object.values(PAIRS));

describe.each(RULES.map((rule) => [rule.name, rule.sentence.en ?? '', pairs[rule.name]] as const))('%s: %s', (name, _sentence, example) => {
  const findings = async (xml: string) => checkDiagram(await read(xml), example?.known);

  test('says nothing of a diagram that keeps it', async () => {
    const found = await findings(example?.valid ?? '');
    expect(found.filter(({ rule, severity }) => rule === name || severity === 'error')).toEqual([]);
  });

  test('names the place in one that does not, in both languages, and no other error hides it', async () => {
    const all = await findings(example?.invalid ?? '');
    const found = all.filter(({ rule }) => rule === name);
    expect(found.map(({ element }) => element)).toContain(example?.at);
    const others = new Set(all.filter(({ rule, severity }) => rule !== name && severity === 'error').map(({ rule }) => rule));
    expect([...others].sort()).toEqual([...(example?.beside ?? [])].sort());
    for (const { message } of found) {
      expect(message.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(message.en).toMatch(/[a-z]/);
      for (const words of [message.zh, message.en]) expect(words).not.toMatch(/undefined|NaN|\[object/);
    }
    // the page of rules shows the very words
    expect(page).toContain(rowOf(found[0] ?? { rule: name, severity: 'error', message: { zh: '' } }));
  });
});

test('whatever is wrong with a diagram, it is checked whole, by running it too', async () => {
  for (const [name, { invalid }] of Object.entries(pairs)) {
    const checked = await checkWhole(invalid);
    expect([name, checked.ok && checked.problems.some(({ rule }) => rule === name || pairs[name]?.known !== undefined)]).toEqual([
      name,
      true,
    ]);
  }
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
  const others = new Set([
    'all',
    'expressions',
    'faultAt',
    'foreignFaults',
    'kinds',
    'linkEnds',
    'messageEnds',
    'placeName',
    'rule',
    'unresolvedHere',
    'variables',
  ]);
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
