import { describe, expect, test } from '@jest/globals';
import { nameIn, putName, putWords, wordsOf } from '../../../../packages/modeler/src/studio/file/extension.ts';
import { plainOf } from '../../../../packages/modeler/src/studio/file/plain.ts';
import { together } from '../../../../packages/modeler/src/studio/panel/together.ts';
import { documents, small } from '../panel/desk.ts';

describe('What an element says with one of our words', () => {
  test('is replaced by one step, and that step undone brings the old file back', async () => {
    const desk = await documents();
    const before = await desk.xml();
    const to = [{ kind: 'post', post: 'drafter', unit: 'field', of: 'draftUnit' }];
    putWords(desk, desk.drawn('in_propose'), { word: 'gc:Assignment', to });
    expect(desk.steps()).toBe(1);
    expect(wordsOf(desk.drawn('in_propose'), 'gc:Assignment').map(plainOf)).toEqual(to);
    const after = await desk.xml();
    expect(after).toBe(
      before.replace(
        /(id="in_propose"[\s\S]*?)<gc:assignment kind="post" post="office_lead" \/>/,
        '$1<gc:assignment kind="post" post="drafter" unit="field" of="draftUnit" />',
      ),
    );
    desk.undo();
    expect(await desk.xml()).toBe(before);
    desk.redo();
    expect(await desk.xml()).toBe(after);
  });

  test('takes parts in both languages', async () => {
    const desk = await small('');
    const risk = {
      id: 'r1',
      level: 2,
      post: 'director',
      confirm: true,
      dangers: [
        { lang: 'zh', text: '漏登' },
        { lang: 'en', text: 'Missed <b>one</b>' },
      ],
      controls: [{ lang: 'zh', text: '双人核对' }],
    };
    putWords(desk, desk.drawn('step'), { word: 'gc:Risk', to: [risk] });
    const step = (await desk.model()).processes[0]?.elements.find(({ id }) => id === 'step');
    expect(step?.office.risks).toEqual([
      { id: 'r1', level: 2, post: 'director', confirm: true, risk: { zh: '漏登', en: 'Missed <b>one</b>' }, control: { zh: '双人核对' } },
    ]);
    expect(wordsOf(desk.drawn('step'), 'gc:Risk').map(plainOf)).toEqual([risk]);
  });

  test('leaves what other software said as it is and where it is', async () => {
    const desk = await small(
      '<bpmn:extensionElements><other:before a="1"><other:in>x</other:in></other:before><gc:check name="一" other:mark="m" /><other:after /></bpmn:extensionElements>',
    );
    putWords(desk, desk.drawn('step'), { word: 'gc:Check', to: [{ name: '二' }, { name: '三' }] });
    const inside = /<bpmn:extensionElements>([\s\S]*)<\/bpmn:extensionElements>/;
    const lines = (inside.exec(await desk.xml())?.[1] ?? '').split('\n').map((line) => line.trim());
    expect(lines.filter((line) => line !== '')).toEqual([
      '<other:before a="1">',
      '<other:in>x</other:in>',
      '</other:before>',
      '<gc:check name="二" />',
      '<gc:check name="三" />',
      '<other:after />',
    ]);
    putWords(desk, desk.drawn('step'), { word: 'gc:Check', to: [] });
    expect(await desk.xml()).toContain('<other:after />');
  });

  test('keeps a mark of other software on a word of ours that is changed in its place', async () => {
    const desk = await small('<bpmn:extensionElements><gc:check name="一" other:mark="m" /></bpmn:extensionElements>');
    putWords(desk, desk.drawn('step'), { word: 'gc:Check', to: [{ name: '二' }] });
    expect(await desk.xml()).toContain('<gc:check name="二" other:mark="m" />');
    putWords(desk, desk.drawn('step'), { word: 'gc:Check', to: [{ name: '新' }, { name: '二' }] });
    expect(await desk.xml()).toContain('<gc:check name="二" other:mark="m" />');
  });

  test('leaves no empty extensionElements behind, and none come where nothing is said', async () => {
    const desk = await small('<bpmn:extensionElements><gc:check name="一" /></bpmn:extensionElements>');
    const before = await desk.xml();
    putWords(desk, desk.drawn('step'), { word: 'gc:Check', to: [] });
    expect(await desk.xml()).not.toContain('extensionElements');
    putWords(desk, desk.drawn('step'), { word: 'gc:Check', to: [] });
    expect(desk.steps()).toBe(1);
    desk.undo();
    expect(await desk.xml()).toBe(before);
  });

  test('is no step where it says so already, whether a value is absent or empty', async () => {
    const desk = await small('<bpmn:extensionElements><gc:assignment kind="post" post="registry" /></bpmn:extensionElements>');
    putWords(desk, desk.drawn('step'), {
      word: 'gc:Assignment',
      to: [{ post: 'registry', kind: 'post', unit: '', of: undefined }],
    });
    expect(desk.steps()).toBe(0);
  });

  test('is, for a pool, what its process says', async () => {
    const desk = await documents();
    const pool = desk.drawn('pool_incoming');
    expect(wordsOf(pool, 'gc:Starter').map(plainOf)).toEqual([{ kind: 'post', post: 'registry' }]);
    putWords(desk, pool, { word: 'gc:Starter', to: [{ kind: 'post', post: 'drafter' }] });
    const incoming = (await desk.model()).processes.find(({ key }) => key === 'incoming-document');
    expect(incoming?.office.starters).toEqual([{ kind: 'post', post: 'drafter', unit: { kind: 'wholeOffice' } }]);
  });

  test('is put on lanes too', async () => {
    const desk = await small('');
    putWords(desk, desk.drawn('lane'), { word: 'gc:Post', to: [{ key: 'registry' }] });
    expect((await desk.model()).processes[0]?.lanes[0]?.post).toBe('registry');
  });
});

describe('The name of an element', () => {
  test('is changed in one language and left in the other', async () => {
    const desk = await documents();
    const step = desk.drawn('in_register');
    putName(desk, step, { language: 'en', text: 'Enter it' });
    putName(desk, step, { language: 'zh', text: '登记 <b>' });
    expect([nameIn(step, 'zh'), nameIn(step, 'en'), desk.steps()]).toEqual(['登记 <b>', 'Enter it', 2]);
    const found = (await desk.model()).processes[0]?.elements.find(({ id }) => id === 'in_register');
    expect(found?.name).toEqual({ zh: '登记 <b>', en: 'Enter it' });
    desk.undo();
    expect(nameIn(step, 'zh')).toBe('收文登记');
  });

  test('of a pool is its own and not its process’s', async () => {
    const desk = await documents();
    putName(desk, desk.drawn('pool_incoming'), { language: 'en', text: 'In' });
    putName(desk, desk.drawn('pool_incoming'), { language: 'zh', text: '收文' });
    const model = await desk.model();
    expect(model.pools.find(({ id }) => id === 'pool_incoming')?.name).toEqual({ zh: '收文', en: 'In' });
    expect(model.processes[0]?.name.zh).toBe('电子公文处理·收文');
  });

  test('that is taken away leaves nothing behind', async () => {
    const desk = await small('<bpmn:extensionElements><gc:name lang="en">Register</gc:name></bpmn:extensionElements>');
    putName(desk, desk.drawn('step'), { language: 'en', text: '' });
    putName(desk, desk.drawn('step'), { language: 'zh', text: '' });
    const xml = await desk.xml();
    expect(xml).toContain('<bpmn:userTask id="step">');
    expect(xml).not.toContain('gc:name');
  });
});

test('Several changes can be one step of undo, again and again', async () => {
  const desk = await small('');
  const before = await desk.xml();
  for (const name of ['一', '二']) {
    together(desk, () => {
      putName(desk, desk.drawn('step'), { language: 'zh', text: name });
      putName(desk, desk.drawn('step'), { language: 'en', text: name });
    });
  }
  expect([desk.steps(), nameIn(desk.drawn('step'), 'en')]).toEqual([2, '二']);
  desk.undo();
  expect([nameIn(desk.drawn('step'), 'zh'), nameIn(desk.drawn('step'), 'en')]).toEqual(['一', '一']);
  desk.undo();
  expect(await desk.xml()).toBe(before);
});
