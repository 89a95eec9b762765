import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import '../../../chance.ts';
import { parseDiagram } from '../../../../packages/runtime/src/diagram/parse.ts';
import { CHANGES } from '../../../../packages/modeler/src/studio/versions/difference/change.ts';
import { compare } from '../../../../packages/modeler/src/studio/versions/difference/compare.ts';
import { isSame, type Difference } from '../../../../packages/modeler/src/studio/versions/difference/difference.ts';
import { processFile } from '../../../runtime/diagram/bpmn.ts';
import { dmn, tableDecision, tableWord } from '../../../runtime/diagram/dmnFile.ts';
import { withReview } from './withReview.ts';
import { mutationsOf } from './mutations.ts';
import { between, documents, names, replaced, seal, sentences } from './samples.ts';

const changed = async (what: string, by: string): Promise<Difference> => between(documents, replaced(documents, what, by));
const linesOf = (difference: Difference) => difference.parts.flatMap((part) => part.groups.flatMap((group) => group.lines));

describe('A step 复核 after 初核', () => {
  test('is told with where it stands, who does it, what is filled in and by when; its arrows need no sentence', async () => {
    const difference = await between(documents, withReview(documents));
    expect(sentences(difference)).toEqual([
      '增加字段“复核意见”（意见，必填）',
      '增加了步骤“复核”（在“收文登记”之后、“涉密？”之前）',
      '办理人：办公室主任',
      '可以看到：“文件标题”',
      '可以填写：“复核意见”',
      '时限：1 个工作日',
    ]);
    expect(difference.parts.map((part) => part.name?.zh)).toEqual(['电子公文处理·收文']);
    expect(difference.marks.added).toEqual(['in_review', 'in_review_on']);
    expect(difference.marks.changed).toContain('in_register_to_secret');
    expect(difference.concerned.map((one) => [one.post, one.steps.map((step) => step.name.zh)])).toEqual([['director', ['复核']]]);
  });

  test('is told in English, too', async () => {
    const said = sentences(await between(documents, withReview(documents)), 'en');
    expect(said).toContain('New step “Review” (after “Register”, before “Classified?”)');
    expect(said).toContain('Time limit: 1 working day');
  });

  test('taken out again is told with where it stood', async () => {
    const difference = await between(withReview(documents), documents);
    expect(sentences(difference)).toEqual(['删去字段“复核意见”', '删去了步骤“复核”（在“收文登记”之后、“涉密？”之前）']);
    expect(difference.marks.removed).toEqual(['in_review', 'in_review_on']);
  });
});

describe('What changed is said in the words of the office', () => {
  test.each([
    ['name="收文登记"', 'name="登记"', '“收文登记”改名为“登记”'],
    ['<gc:name lang="en">Register</gc:name>', '<gc:name lang="en">Enter</gc:name>', '英文名称由“Register”改为“Enter”'],
    [
      '<gc:field key="sourceNo" name="来文字号" type="text"',
      '<gc:field key="sourceNo" name="来文字号" type="longText"',
      '字段“来文字号”的类型由文字改为长文字',
    ],
    [
      '<gc:field key="sourceNo" name="来文字号" type="text"',
      '<gc:field key="sourceNo" name="来文字号" required="true" type="text"',
      '字段“来文字号”改为必填',
    ],
    ['docKind = "read"', 'docKind = "handle"', '连线“阅件”，分支条件由「办件还是阅件 是 送有关人员阅」改为「办件还是阅件 是 交处室办理」'],
    ['<gc:timer form="workingDays" value="3" />', '<gc:timer form="workingDays" value="5" />', '时间由 3 个工作日后改为 5 个工作日后'],
    ['clearance="internal"', 'clearance="secret"', '密级由内部改为秘密'],
  ])('%s → %s', async (what, by, sentence) => {
    expect(sentences(await changed(what, by))).toEqual([sentence]);
  });

  test('a longer text stands beside its sentence, as it was and as it is', async () => {
    const [line] = linesOf(await changed('来文到了，从这里开始', '收到来文，从这里开始'));
    expect([line?.says.zh, line?.was?.zh.slice(0, 4), line?.now?.zh.slice(0, 4)]).toEqual(['办理说明有变化', '来文到了', '收到来文']);
  });

  test('a longer time limit is told by its length', async () => {
    const limit = '<gc:deadline id="check_due_issued" name="发文用印时限" from="opened" amount="2"';
    const difference = await between(seal, replaced(seal, limit, limit.replace('amount="2"', 'amount="5"')));
    expect(sentences(difference)).toEqual(['时限“发文用印时限”由 2 个工作日改为 5 个工作日']);
  });

  test('every sentence names its elements, and is one of the closed list', async () => {
    const lines = linesOf(await between(documents, withReview(documents)));
    expect(lines.every((line) => line.elements.length > 0 && CHANGES.includes(line.change))).toBe(true);
  });
});

describe('What is no change of what is done', () => {
  test('a file beside itself has no difference', async () => {
    expect(isSame(await between(documents, documents))).toBe(true);
  });

  test('another place on the picture is one quiet fact, not a sentence', async () => {
    const place = /bpmnElement="in_register">\s*<dc:Bounds x="\d+"/.exec(documents)?.[0] ?? 'none';
    const difference = await changed(place, place.replace(/x="\d+"/, 'x="7"'));
    expect([sentences(difference), difference.moved, difference.marks.moved]).toEqual([[], ['in_register'], ['in_register']]);
  });

  test('a default that is written out is the same in other words', async () => {
    const difference = await changed(
      '<gc:assignment kind="post" post="registry" />',
      '<gc:assignment kind="post" unit="wholeOffice" post="registry" />',
    );
    expect([sentences(difference), difference.respelt.length]).toEqual([[], 1]);
  });

  test('the same in other words is said once also where it stands within an event', async () => {
    const difference = await changed('<gc:timer form="workingDays" value="3" />', '<gc:timer value="3" />');
    expect([sentences(difference), difference.respelt.length]).toEqual([[], 1]);
  });

  test('what other software wrote is no secret', async () => {
    const difference = await changed(
      '<bpmn:userTask id="in_register"',
      '<bpmn:userTask id="in_register" xmlns:x="urn:x" x:owner="somebody"',
    );
    expect(sentences(difference)).toEqual(['其他软件的附加信息有变化']);
  });
});

describe('A file that cannot be read', () => {
  test('is named, with the reason', async () => {
    const compared = await compare({ from: documents, to: '<bpmn:definitions', names });
    expect(compared).toMatchObject({ ok: false, which: 'to' });
  });
});

describe('Nothing that changed goes unsaid', () => {
  test.each([
    ['no. 4', documents],
    ['no. 6', seal],
  ])('whatever is changed in %s', async (_name, file) => {
    const before = await parseDiagram(file);
    const mutations = mutationsOf(file);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...mutations), async ({ what, xml }) => {
        const after = await parseDiagram(xml);
        // What names something that is not there cannot be published, or is a step's own list of its arrows, which the drawing writes anew.
        fc.pre(after.ok && before.ok && after.warnings.length === before.warnings.length);
        const difference = await between(file, xml);
        const isOtherModel = JSON.stringify(after.diagram) !== JSON.stringify(before.diagram) || what.includes('ext:by');
        // The same in other words is said, too, as one quiet line.
        expect([what, isOtherModel ? sentences(difference).length > 0 : !isSame(difference)]).toEqual([what, true]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('A decision table', () => {
  const table = (...rows: readonly string[]): string =>
    tableWord('who', dmn(tableDecision('who', { inputs: ['amount'], outputs: ['level'], rows, hit: 'FIRST' }))).replace(
      'name="who"',
      'name="审批权限"',
    );
  const flow = (tables: string, rule = 'table="who" into="level"'): string =>
    processFile(
      `<extensionElements><gc:form><gc:field key="level" name="级别" type="text"/><gc:field key="other" name="另一项" type="text"/></gc:form>${tables}</extensionElements>` +
        `<businessRuleTask id="t" name="定级"><extensionElements><gc:rule ${rule}/></extensionElements></businessRuleTask>`,
    );
  const rows = ['< 5|"a"', '< 9|"b"', '-|"c"'];

  test.each<[string, string, readonly string[]]>([
    ['a row', flow(table('< 5|"a"', '< 8|"b"', '-|"c"')), ['决策表“审批权限”：第 2 行改了']],
    ['rows more', flow(table('< 5|"a"', '< 6|"x"', '< 7|"y"', '< 9|"b"', '-|"c"')), ['决策表“审批权限”：加了第 2–3 行']],
    ['a row less', flow(table('< 5|"a"', '-|"c"')), ['决策表“审批权限”：删了 1 行']],
    ['which row counts', flow(table(...rows).replace('FIRST', 'UNIQUE')), ['决策表“审批权限”：哪一行算数改了']],
    ['the columns', flow(table(...rows).replace('<text>amount', '<text>sum')), ['决策表“审批权限”：列改了']],
    ['the name', flow(table(...rows).replace('审批权限', '权限')), ['决策表“权限”：原名“审批权限”']],
    ['what is in it beside', flow(table(...rows).replace('name="d"', 'name="e"')), ['决策表“审批权限”：有变化']],
    ['where the result goes', flow(table(...rows), 'table="who" into="other"'), ['结果放进由“级别”改为“另一项”']],
    ['that it must answer', flow(table(...rows), 'table="who" into="level" required="true"'), ['没有一行符合时，停下来']],
  ])('%s is told in words', async (_, after, told) => {
    expect(sentences(await between(flow(table(...rows)), after))).toEqual(told);
    for (const line of linesOf(await between(flow(table(...rows)), after))) expect(line.says.en).not.toMatch(/Another setting/);
  });

  test('one that is new is told with the step that decides by it', async () => {
    const said = sentences(await between(flow('', 'table="" into=""'), flow(table(...rows))));
    expect(said).toEqual(expect.arrayContaining(['增加决策表“审批权限”', '所用的决策表：“审批权限”', '结果放进：“级别”']));
  });
});
