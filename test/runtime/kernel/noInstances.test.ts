import { describe, expect, test } from '@jest/globals';
import { storyOn } from './drawing.ts';
import type { Story } from './harness.ts';

const NUMBER = (how = ''): string =>
  `<multiInstanceLoopCharacteristics ${how}><loopCardinality>n</loopCardinality></multiInstanceLoopCharacteristics>`;
const LIST = '<multiInstanceLoopCharacteristics><loopDataInputRef>list</loopDataInputRef></multiInstanceLoopCharacteristics>';
const ITEMS = (collect = ''): string =>
  `<multiInstanceLoopCharacteristics><extensionElements><gc:items over="list" as="item" />${collect}</extensionElements></multiInstanceLoopCharacteristics>`;
const DOER = '<extensionElements><gc:assignment kind="personOfItem" /></extensionElements>';
const DATA = '<dataObject id="list" name="list" />';
const form = (type: string): string =>
  `<extensionElements><gc:form><gc:field key="list" name="单" type="${type}" /></gc:form></extensionElements>`;

const around = (work: string, more = ''): Promise<Story> =>
  storyOn(`${more}\nstart s\nuser before\n${work}\nuser after\ns > before > work > after`);
const come = async (work: string, data = {}, more = ''): Promise<Story> => (await around(work, more)).start(data).complete('before');

describe('a multi-instance without an instance is done at once', () => {
  const kinds: { readonly [kind: string]: (many: string) => string } = {
    'a step of people': (many) => `<userTask id="work">${many}</userTask>`,
    'a service': (many) => `<serviceTask id="work">${many}</serviceTask>`,
    'a sub-process': (many) => `<subProcess id="work">${many}<userTask id="inner" /></subProcess>`,
    'a transaction': (many) => `<transaction id="work">${many}<userTask id="inner" /></transaction>`,
    'a call': (many) => `<callActivity id="work" calledElement="nowhere">${many}</callActivity>`,
  };
  test.each(Object.entries(kinds))('%s, by a number that is 0, at once or in turn', async (_, work) => {
    for (const how of ['', 'isSequential="true"']) {
      const story = await come(work(NUMBER(how)), { n: 0 });
      expect([story.tasks, story.incidents]).toEqual([['after'], []]);
      expect(story.now.scopes).toHaveLength(1);
      expect(story.complete('after').ended).toBe('completed');
    }
  });

  test('or by a list that is empty', async () => {
    expect((await come(`<userTask id="work">${LIST}</userTask>`, { list: [] }, DATA)).tasks).toEqual(['after']);
    expect((await come(`<subProcess id="work">${ITEMS()}<userTask id="inner" /></subProcess>`, { list: [] })).tasks).toEqual(['after']);
  });

  test('and so is one over a table of the form that nobody filled in, for that is how an empty one is kept', async () => {
    const work = `<userTask id="work">${ITEMS('<gc:collect field="said" into="all" />')}</userTask>`;
    const story = await come(work, { list: null }, form('table'));
    expect(story.tasks).toEqual(['after']);
    expect(story.values.all).toEqual([]);
  });

  test('its border goes with it, and nothing is thrown', async () => {
    const story = await come(
      `<userTask id="work">${NUMBER('behavior="None" noneBehaviorEventRef="told"')}</userTask>\nbeside work late {timer}\nuser chase\nlate > chase`,
      { n: 0 },
    );
    expect(story.open).toEqual(['task after']);
    expect(story.all.filter(({ kind }) => kind === 'signalSent')).toEqual([]);
  });

  test('the step before it can be withdrawn, because nobody has done anything since', async () => {
    const story = await come(`<userTask id="work">${NUMBER()}</userTask>`, { n: 0 });
    expect(story.withdraw('before').tasks).toEqual(['before']);
  });

  test('what is no number and no list still stands still', async () => {
    expect((await come(`<userTask id="work">${NUMBER()}</userTask>`, { n: -1 })).incidents).toEqual(['listInvalid work']);
    expect((await come(`<userTask id="work">${LIST}</userTask>`, { list: null }, DATA)).incidents).toEqual(['listInvalid work']);
  });
});

describe('a list that says who does it must name somebody', () => {
  const people: { readonly [how: string]: readonly [string, string] } = {
    'a field of persons': [`<userTask id="work">${LIST}</userTask>`, `${form('persons')}${DATA}`],
    'a field of units, in a sub-process': [`<subProcess id="work">${ITEMS()}<userTask id="inner" /></subProcess>`, form('units')],
    'the doer is taken from the item': [`<userTask id="work">${DOER}${LIST}</userTask>`, DATA],
    'the doer of a step inside is': [
      `<subProcess id="work">${ITEMS()}<subProcess id="deep"><userTask id="inner">${DOER}</userTask></subProcess></subProcess>`,
      '',
    ],
    'our own word names it for a step of people': [`<userTask id="work">${ITEMS()}</userTask>`, ''],
  };
  test.each(Object.entries(people))('%s', async (_, [work, more]) => {
    const story = await come(work, { list: [] }, more);
    expect(story.incidents).toEqual(['listEmpty work']);
    story.act({ kind: 'skip', incident: story.now.incidents[0]?.id ?? ('' as never) });
    expect(story.tasks).toEqual(['after']);
  });
});

test('what was done in no instance and in no round cannot be undone', async () => {
  const loop = '<standardLoopCharacteristics testBefore="true"><loopCondition>n &gt; 0</loopCondition></standardLoopCharacteristics>';
  for (const repeated of [NUMBER(), loop]) {
    const story = await come(`<userTask id="work">${repeated}</userTask>\nundo work by unwork\nend back {compensate}\nafter > back`, {
      n: 0,
    });
    expect(story.tasks).toEqual(['after']);
    expect(story.complete('after').ended).toBe('completed');
  }
});
