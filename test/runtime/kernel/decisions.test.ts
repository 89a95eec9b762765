import { describe, expect, test } from '@jest/globals';
import { dmn, type Sheet, tableDecision, tableWord } from '../diagram/dmnFile.ts';
import { type Story, storyIn } from './harness.ts';
import { drawn } from './drawn.ts';

const LEVELS: Sheet = { inputs: ['copies'], outputs: ['level'], rows: ['< 10|"director"', '[10..100]|"leader"', '> 50|"head"'] };
const inProcess = (...words: readonly string[]): string => `<extensionElements>${words.join('')}</extensionElements>`;
const rule = (attributes: string, more = ''): string =>
  `<businessRuleTask id="decide"><extensionElements><gc:rule ${attributes}/>${more}</extensionElements></businessRuleTask>`;

/** A table decides which task comes next. */
const levels = (sheet = LEVELS, task = rule('table="levels" into="level"')): Promise<Story> =>
  storyIn(
    drawn(
      `${inProcess(tableWord('levels', dmn(tableDecision('level', sheet))))}<startEvent id="s"/>${task}<exclusiveGateway id="g" default="g-other"/>
       <userTask id="director"/><userTask id="leader"/><userTask id="other"/><endEvent id="e"/>`,
      `s > decide
       decide > g
       g > director : level = "director"
       g > leader : level = "leader"
       g > other
       director > e
       leader > e
       other > e`,
    ),
  );

describe('a business rule task with a table', () => {
  test('decides in the step itself which way the case goes, and no handler is asked', async () => {
    const story = (await levels()).start({ copies: 3 });
    expect(story.open).toEqual(['task director']);
    expect(story.data[story.root]).toEqual({ copies: 3, level: 'director' });
    expect(story.all.some((effect) => effect.kind === 'jobRequested')).toBe(false);
    expect((await levels()).start({ copies: 20 }).open).toEqual(['task leader']);
  });

  test('no rule hits: the result is null, which the other ways may take', async () => {
    const story = (await levels({ ...LEVELS, rows: ['< 10|"director"'] })).start({ copies: 20 });
    expect(story.open).toEqual(['task other']);
    expect(story.data[story.root]).toEqual({ copies: 20, level: null });
  });

  test('rules that contradict each other are an incident with their numbers; with other data it is decided anew', async () => {
    const story = (await levels()).start({ copies: 70 });
    const [incident] = story.now.incidents;
    expect(incident).toMatchObject({ code: 'decisionUndecided', element: 'decide', detail: { decision: 'level', rules: [2, 3] } });
    expect(story.data[story.root]).toEqual({ copies: 70 });
    story.act({ kind: 'change', changes: [{ scope: story.root, path: ['copies'], to: 7 }] });
    if (incident) story.act({ kind: 'retry', incident: incident.id });
    expect(story.open).toEqual(['task director']);
  });

  test('an undecided step can be skipped', async () => {
    const story = (await levels()).start({ copies: 70 });
    const [incident] = story.now.incidents;
    if (incident) story.act({ kind: 'skip', incident: incident.id });
    expect(story.open).toEqual(['task other']);
  });

  test('is given names of its own by gc:in, and single outputs are taken by gc:out', async () => {
    const sheet: Sheet = { inputs: ['count'], outputs: ['who', 'days'], rows: ['< 10|"director"|count + 1', '-|"leader"|5'], hit: 'FIRST' };
    const task = rule(
      'table="levels" into="all"',
      '<gc:in from="copies * 2" to="count"/><gc:out from="who" to="level"/><gc:out from="days * 2" to="limit"/>',
    );
    const story = (await levels(sheet, task)).start({ copies: 4 });
    expect(story.open).toEqual(['task director']);
    expect(story.data[story.root]).toEqual({ copies: 4, all: { who: 'director', days: 9 }, level: 'director', limit: 18 });
  });

  test('each instance of a multi-instance decides for its own item', async () => {
    const task = rule('table="levels" into="level"').replace(
      '</businessRuleTask>',
      '<multiInstanceLoopCharacteristics><extensionElements><gc:items over="lots" as="copies"/><gc:collect field="level" into="found"/></extensionElements></multiInstanceLoopCharacteristics></businessRuleTask>',
    );
    const form = '<gc:form><gc:field key="level" name="级别" type="text" perItem="true"/></gc:form>';
    const story = await storyIn(
      drawn(
        `${inProcess(form, tableWord('levels', dmn(tableDecision('level', LEVELS))))}<startEvent id="s"/>${task}<userTask id="after"/>`,
        `s > decide
         decide > after`,
      ),
    );
    story.start({ lots: [5, 30] });
    expect(story.open).toEqual(['task after']);
    expect(story.data[story.root]?.found).toEqual([
      { by: null, item: 5, value: 'director' },
      { by: null, item: 30, value: 'leader' },
    ]);
  });

  test('a decision that another product would name by Camunda or Zeebe words counts where its table stands in the process', async () => {
    const zeebe =
      '<businessRuleTask id="decide"><extensionElements><zeebe:calledDecision xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" decisionId="level" resultVariable="level"/></extensionElements></businessRuleTask>';
    expect((await levels(LEVELS, zeebe)).start({ copies: 3 }).open).toEqual(['task director']);
    const camunda = (how: string): string =>
      `<businessRuleTask xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="decide" camunda:decisionRef="level" camunda:resultVariable="level" camunda:mapDecisionResult="${how}"/>`;
    expect((await levels(LEVELS, camunda('singleEntry'))).start({ copies: 30 }).open).toEqual(['task leader']);
    // There a list of rows is something else than what DMN says.
    expect((await levels(LEVELS, camunda('resultList'))).start({ copies: 30 }).open).toEqual(['job decide']);
  });

  test('without a table it is a job', async () => {
    const story = (await levels(LEVELS, '<businessRuleTask id="decide"/>')).start({ copies: 3 });
    expect(story.open).toEqual(['job decide']);
    expect(story.answer('decide', { level: 'leader' }).open).toEqual(['task leader']);
  });

  test('the step before can be withdrawn, as nobody has seen what was decided', async () => {
    const story = await storyIn(
      drawn(
        `${inProcess(tableWord('levels', dmn(tableDecision('level', LEVELS))))}<startEvent id="s"/><userTask id="ask"/>${rule('table="levels" into="level"')}<userTask id="after"/>`,
        `s > ask
         ask > decide
         decide > after`,
      ),
    );
    story.start().complete('ask', { copies: 3 });
    expect(story.withdraw('ask').open).toEqual(['task ask']);
    expect(story.complete('ask', { copies: 30 }).data[story.root]).toMatchObject({ level: 'leader' });
  });
});
