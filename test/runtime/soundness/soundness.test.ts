import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { checkWhole } from '../../../packages/runtime/src/soundness/checkWhole.ts';
import { words } from '../diagram/bpmn.ts';
import { decides, drawn, flows, gateway, short, soundness, task } from './drawing.ts';

describe('a run that can never end is told with the shortest way to it', () => {
  test('a parallel join waits for a branch that was decided away', async () => {
    const xml = drawn(
      task('check', '初审', decides('verdict')) +
        gateway('exclusive', 'choose', 'default="choose-b"') +
        task('a', '复核') +
        task('b', '会签') +
        gateway('parallel', 'join') +
        flows('start > check > choose', 'choose > a : verdict = "pass"', 'choose > b', 'a > join', 'b > join', 'join > end'),
    );
    const { verdict, problems } = await soundness(xml);
    expect(verdict).toBe('unsound');
    const [problem] = problems;
    expect(problem).toMatchObject({
      rule: 'joinStuck',
      element: 'join',
      severity: 'error',
      message: {
        zh: '办件可能卡在“复核”、“会签”之后的并行汇合处：这里要等各路到齐，而从“会签”来的一路不会来；请让每一路都到这里；如果前面只走其中一路，请把这里的“并行”改成“分支”',
        en: 'A case can get stuck at the parallel join after “复核”, “会签”: it waits for every branch, and the one from “会签” will not come; let every branch come here or, if only one of them is taken before, make this a branch',
      },
    });
    expect(problem?.play).toEqual([
      {
        says: { zh: '办件从“开始”开始', en: 'A case begins at “开始”' },
        took: ['start-check'],
        at: [{ element: 'check', count: 1 }],
        stuck: [],
      },
      {
        says: { zh: '办理“初审”，选择“通过”', en: '“初审” is done, choosing “通过”' },
        took: ['check-choose', 'choose-a'],
        at: [{ element: 'a', count: 1 }],
        stuck: [],
      },
      { says: { zh: '办理“复核”', en: '“复核” is done' }, took: ['a-join'], at: [{ element: 'join', count: 1 }], stuck: ['join'] },
    ]);
  });

  test('a parallel split that is merged by an exclusive gateway opens the next step twice', async () => {
    const xml = drawn(
      gateway('parallel', 'fork') +
        task('a', '甲办') +
        task('b', '乙办') +
        gateway('exclusive', 'merge') +
        task('sum', '汇总') +
        flows('start > fork > a > merge > sum > end', 'fork > b > merge'),
    );
    const found = await soundness(xml);
    expect(found.verdict).toBe('unsound');
    expect(short(found)).toEqual(['twice sum: 办件从“开始”开始 → 办理“甲办” → 办理“乙办”']);
    expect(found.problems[0]?.play?.at(-1)).toMatchObject({ at: [{ element: 'sum', count: 2 }], stuck: ['sum'] });
  });

  test('a gateway where no condition can hold', async () => {
    const xml = drawn(
      task('check', '初审', decides('verdict')) +
        gateway('exclusive', 'choose') +
        task('a', '复核') +
        flows('start > check > choose', 'choose > a : verdict = "pass"', 'a > end', 'choose > end : verdict = "other"'),
    );
    const found = await soundness(xml);
    expect(short(found)).toEqual(['noWayHolds choose: 办件从“开始”开始 → 办理“初审”，选择“退回”']);
    expect(found.problems[0]?.message).toEqual({
      zh: '“初审”选择“退回”后没有可走的路：请给它连一条路，或者设一条“其他情况走这条”的路',
      en: '“初审”, choosing “退回”: there is no way on; draw one for it, or let one be taken otherwise',
    });
  });

  test('a gateway further on where no condition can hold is named with what was chosen before, or filled in', async () => {
    const further = (condition: string, form = ''): string =>
      drawn(
        task('check', '初审', decides('verdict')) +
          task('look', '复核', words('<gc:access field="urgent" mode="write"/>')) +
          gateway('exclusive', 'choose') +
          flows('start > check > look > choose', `choose > end : ${condition}`, 'choose > look : verdict = "never"'),
        form,
      );
    const said = async (xml: string) => (await soundness(xml)).problems.map(({ message }) => message.zh);
    expect(await said(further('verdict = "pass"'))).toEqual([
      '“初审”选择“退回”后，办件到“复核”之后的分支处没有可走的路：请给它连一条路，或者设一条“其他情况走这条”的路',
    ]);
    const form = '<gc:form><gc:field key="urgent" name="急件" type="yesNo" required="true"/></gc:form>';
    expect(await said(further('urgent = true and verdict = "pass"', form))).toEqual([
      '办件到“复核”之后的分支处可能无路可走（“结论”为“通过”、“急件”为“否”时）：没有一条路的条件成立；请补上这种情况，或者设一条“其他情况走这条”的路',
    ]);
  });

  test('a condition that asks for what may be left empty', async () => {
    const form = `<gc:form><gc:field key="amount" name="金额" type="number"/></gc:form>`;
    const xml = drawn(
      task('ask', '申请', words('<gc:access field="amount" mode="write"/>')) +
        gateway('exclusive', 'choose', 'default="choose-end"') +
        task('a', '领导审批') +
        flows('start > ask > choose', 'choose > a : amount > 5000', 'a > end', 'choose > end'),
      form,
    );
    expect(short(await soundness(xml))).toEqual(['conditionUndecided choose: 办件从“开始”开始 → 办理“申请”，“金额”没有填']);
  });

  test('a circle that nobody leaves', async () => {
    const xml = drawn(
      task('a', '登记') + task('b', '分办') + task('c', '承办') + gateway('exclusive', 'm') + flows('start > m > a > b > m'),
    );
    const found = await soundness(xml);
    expect(short(found)).toEqual(['neverEnds a: 办件从“开始”开始']);
  });

  test('a circle without any step for a person', async () => {
    const xml = drawn(
      task('a', '登记', decides('again')) +
        gateway('exclusive', 'm') +
        gateway('exclusive', 'x', 'default="x-end"') +
        flows('start > a > m > x > end', 'x > m : again = "pass"'),
    );
    expect(short(await soundness(xml))).toEqual(['endless a: 办件从“开始”开始 → 办理“登记”，选择“通过”']);
  });

  test('a list that may be empty', async () => {
    const form = `<gc:form><gc:field key="readers" name="传阅对象" type="persons"/></gc:form>`;
    const many = `<multiInstanceLoopCharacteristics>${words('<gc:items over="readers" as="reader"/>')}</multiInstanceLoopCharacteristics>`;
    const xml = drawn(
      task('arrange', '安排', words('<gc:access field="readers" mode="write"/>')) +
        task('read', '传阅', many) +
        flows('start > arrange > read > end'),
      form,
    );
    expect(short(await soundness(xml))).toEqual(['listEmpty read: 办件从“开始”开始 → 办理“安排”，“传阅对象”没有填']);
    // A table that nobody filled in has no rows: then there is nothing to do.
    expect(await soundness(xml.replace('type="persons"', 'type="table"'))).toMatchObject({ verdict: 'sound', problems: [] });
    const required = xml.replace('mode="write"', 'mode="write" required="true"');
    expect(await soundness(required)).toMatchObject({ verdict: 'sound', problems: [] });
  });

  test('an error that nothing catches', async () => {
    const body = task('a', '登记') + '<endEvent id="broken" name="作废"><errorEventDefinition/></endEvent>' + flows('start > a > broken');
    expect(short(await soundness(drawn(body)))).toEqual(['errorUncaught broken: 办件从“开始”开始 → 办理“登记”']);
  });
});

describe('a flow that calls another of the same file', () => {
  const called = (ends: string): string =>
    `<process id="seal" name="用印" isExecutable="true"><startEvent id="s" name="开始"/>${task('stamp', '盖章', decides('done'))}${gateway('exclusive', 'x', 'default="x-e"')}<endEvent id="e"/>${ends}</process>`;
  const caller = (more: string): string =>
    drawn(`<callActivity id="call" name="用印" calledElement="seal"/>${flows('start > call > end')}${more}`);
  const both = (more: string, ends: string): string => caller(more).replace('</definitions>', `${called(ends)}</definitions>`);
  const throws = `<endEvent id="bad" name="作废"><errorEventDefinition errorRef="err"/></endEvent>${flows('s > stamp > x > e', 'x > bad : done = "back"')}`;
  const catches = `<boundaryEvent id="caught" name="用印作废" attachedToRef="call"><errorEventDefinition/></boundaryEvent>${flows('caught > end')}`;
  const found = async (xml: string) => {
    const checked = await checkWhole(xml.replace('<process id="p"', '<error id="err" errorCode="void"/><process id="p"'));
    return checked.ok
      ? checked.problems.filter(({ play, rule }) => play || rule === 'neverReached').map(({ rule, element }) => [rule, element])
      : checked;
  };

  test('has to catch the errors in which that one can end', async () => {
    expect(await found(both('', throws))).toEqual([['errorUncaught', 'call']]);
    expect(await found(both(catches, throws))).toEqual([]);
  });

  test('waits in vain for an error in which that one never ends', async () => {
    expect(await found(both('', flows('s > stamp > x > e')))).toEqual([]);
    expect(await found(both(catches, flows('s > stamp > x > e')))).toEqual([['neverReached', 'caught']]);
  });
});

describe('in a flow with too many orders to try', () => {
  /** Three branches beside each other of so many steps, each of which may send back. */
  const branch = (at: number, length: number): string =>
    Array.from({ length }, (_, index) => {
      const [id, way] = [`b${at}_${index}`, `x${at}_${index}`];
      const back = index === 0 ? id : `b${at}_${index - 1}`;
      const next = index === length - 1 ? 'join' : `b${at}_${index + 1}`;
      const ways = flows(`${id} > ${way} > ${back}`, `${way} > ${next} : d${id} = "pass"`, ...(index === 0 ? [`fork > ${id}`] : []));
      return task(id, `第${at}路第${index}步`, decides(`d${id}`)) + gateway('exclusive', way, `default="${way}-${back}"`) + ways;
    }).join('');
  const beside = (joinedBy: 'exclusive' | 'parallel'): string =>
    drawn(
      task('register', '登记') +
        gateway('parallel', 'fork') +
        gateway(joinedBy, 'join') +
        task('sum', '汇总') +
        task('check', '审核', decides('checked')) +
        gateway('exclusive', 'good', 'default="good-register"') +
        [0, 1, 2].map((at) => branch(at, 24)).join('') +
        flows('start > register > fork', 'join > sum > check > good > register', 'good > end : checked = "pass"'),
    );

  test('what is wrong is found with a run that takes no step that it does not need', async () => {
    const spoilt = beside('parallel').replace('default="x0_21-b0_20"', '');
    const missing = spoilt.replace('<sequenceFlow id="x0_21-b0_20" sourceRef="x0_21" targetRef="b0_20"></sequenceFlow>', '');
    const { verdict, problems } = await soundness(missing);
    expect(verdict).toBe('unsound');
    const [problem] = problems;
    expect(problem).toMatchObject({ rule: 'noWayHolds', element: 'x0_21' });
    // The start, the registration and twenty-two steps of one branch; nothing is done in the two others.
    expect(problem?.play).toHaveLength(24);
  });

  test('branches that are not joined are told by the way that one of them takes', async () => {
    const found = await soundness(beside('exclusive'));
    expect(found.verdict).toBe('unsound');
    expect(found.states).toBeLessThan(600);
    expect(found.problems[0]?.rule).toBe('twice');
    expect(found.problems[0]?.play).toHaveLength(29);
  });

  test('joined as they should be, they are sound', async () => {
    expect(await soundness(beside('parallel'))).toMatchObject({ verdict: 'sound', problems: [] });
  });
});

describe('what is not wrong', () => {
  test('conditions over one decision count as one choice: a branch that is taken twice over is no contradiction', async () => {
    const xml = drawn(
      task('check', '初审', decides('verdict')) +
        gateway('inclusive', 'split') +
        task('a', '复核') +
        task('b', '通知') +
        gateway('inclusive', 'join') +
        gateway('exclusive', 'x') +
        task('c', '归档') +
        flows(
          'start > check > split',
          'split > a : verdict = "pass"',
          'split > b : verdict = "back"',
          'a > join',
          'b > join',
          'join > x',
          'x > c : verdict = "pass"',
          'c > end',
          'x > end : verdict = "back"',
        ),
    );
    expect(await soundness(xml)).toMatchObject({ verdict: 'sound', problems: [] });
  });

  test('a field that is hidden is not missed', async () => {
    const form =
      '<gc:form><gc:field key="pays" name="付款" type="yesNo" required="true"/><gc:field key="amount" name="金额" type="number" required="true" showWhen="pays = true"/></gc:form>';
    const xml = drawn(
      task('ask', '申请', words('<gc:access field="pays" mode="write"/><gc:access field="amount" mode="write"/>')) +
        gateway('exclusive', 'choose', 'default="choose-end"') +
        task('a', '领导审批') +
        flows('start > ask > choose', 'choose > a : pays = true and amount > 5000', 'a > end', 'choose > end'),
      form,
    );
    expect(await soundness(xml)).toMatchObject({ verdict: 'sound', problems: [] });
  });

  test('a reminder that comes again in the next round', async () => {
    const timer =
      '<boundaryEvent id="late" name="逾期" attachedToRef="a" cancelActivity="false"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent>';
    const xml = drawn(
      task('a', '承办', decides('verdict')) +
        timer +
        task('report', '报告逾期') +
        '<endEvent id="told" name="已报告"/>' +
        gateway('exclusive', 'x', 'default="x-a"') +
        flows('start > a > x > a', 'x > end : verdict = "pass"', 'late > report > told'),
    );
    expect(await soundness(xml)).toMatchObject({ verdict: 'sound', problems: [] });
  });
});

describe('what is told beside', () => {
  test('a wait for somebody outside without another way on', async () => {
    const wait = '<receiveTask id="wait" name="等待回函"/>';
    const xml = drawn(task('send', '去函') + wait + flows('start > send > wait > end'));
    expect(await soundness(xml)).toMatchObject({
      verdict: 'sound',
      problems: [{ rule: 'mayWaitForever', severity: 'warning', element: 'wait' }],
    });
    const timer =
      '<boundaryEvent id="late" attachedToRef="wait"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent>';
    const timed = drawn(task('send', '去函') + wait + timer + flows('start > send > wait > end', 'late > end'));
    expect(await soundness(timed)).toMatchObject({ verdict: 'sound', problems: [] });
  });

  test('a step and a way that no run ever comes to', async () => {
    const xml = drawn(
      task('check', '初审', decides('verdict')) +
        gateway('exclusive', 'choose', 'default="choose-end"') +
        task('a', '复核') +
        task('b', '归档') +
        flows('start > check > choose', 'choose > a : verdict = "never"', 'a > b > end', 'choose > end'),
    );
    expect(short(await soundness(xml))).toEqual(['neverReached a']);
  });

  const compared = (...ways: readonly string[]): string =>
    drawn(
      task('ask', '申请', words('<gc:access field="due" mode="write"/><gc:access field="until" mode="write"/>')) +
        gateway('exclusive', 'choose') +
        flows('start > ask > choose', ...ways),
      '<gc:form><gc:field key="due" name="日期" type="date" required="true"/><gc:field key="until" name="期限" type="date" required="true"/></gc:form>',
    );

  test('one comparison of dates can come out either way, so what follows from it is certain', async () => {
    const { verdict, problems } = await soundness(compared('choose > end : date(due) > today()'));
    expect(verdict).toBe('unsound');
    expect(problems).toMatchObject([{ rule: 'noWayHolds', severity: 'error' }]);
  });

  test('of two comparisons of the same dates one holds, unless a case is left out', async () => {
    const both = (other: string): string => compared(`choose > end : date(due) > date(until)`, `choose > ask : ${other}`);
    expect((await soundness(both('date(due) <= date(until)'))).verdict).toBe('sound');
    expect((await soundness(both('not(date(until) < date(due))'))).verdict).toBe('sound');
    const { verdict, problems } = await soundness(both('date(due) < date(until)'));
    expect([verdict, problems.map(({ rule }) => rule)]).toEqual(['unsound', ['noWayHolds']]);
  });

  test('conditions that read the same and are no comparisons of it belong together, which is not followed: not decided, and it says so', async () => {
    const { verdict, problems } = await soundness(
      compared('choose > end : date(due) > date(until)', 'choose > ask : date(due) - date(until) < duration("P2D")'),
    );
    expect(verdict).toBe('notDecided');
    expect(problems).toMatchObject([{ rule: 'noWayHolds', severity: 'warning' }]);
  });

  test('a condition of which it is not clear that it can fail is not decided either', async () => {
    expect((await soundness(compared('choose > end : date(due) - date(due) < duration("P1D")'))).verdict).toBe('notDecided');
  });

  test('more states than are looked at: not decided, with the reason', async () => {
    const branches = Array.from({ length: 3 }, (_, index) => task(`t${index}`, `步骤${index}`)).join('');
    const xml = drawn(branches + flows('start > t0 > t1 > t2 > end'));
    const { soundnessOf } = await import('../../../packages/runtime/src/soundness/soundness.ts');
    const { processesIn } = await import('../kernel/harness.ts');
    const [process] = await processesIn(xml);
    if (!process) throw new Error('no process');
    const diagram = { id: 'd', name: { zh: '' }, processes: [process], pools: [], messageFlows: [] };
    expect(soundnessOf(process, diagram, { states: 2, afterFlaw: 10, orders: 'needed' })).toMatchObject({
      verdict: 'notDecided',
      problems: [{ rule: 'notDecided', severity: 'warning', message: { zh: expect.stringContaining('超过 2 种') } }],
    });
  });
});

test('a way that only lacks its condition is not said to lead nowhere as well', async () => {
  const steps = task('a', '复核', words('<gc:assignment post="registry"/>')) + gateway('exclusive', 'choose', 'default="choose-end"');
  const checked = await checkWhole(drawn(steps + flows('start > choose > a > end', 'choose > end')));
  expect(checked.ok && checked.problems.map(({ rule, element }) => `${rule} ${element}`)).toEqual(['conditionMissing choose-a']);
});

const SHIPPED = new URL('../../../processes/', import.meta.url);

test.each(readdirSync(SHIPPED).filter((name) => name.endsWith('.bpmn')))('%s is free of problems', async (name) => {
  const checked = await checkWhole(readFileSync(new URL(name, SHIPPED)));
  expect(checked.ok && checked.problems).toEqual([]);
});
