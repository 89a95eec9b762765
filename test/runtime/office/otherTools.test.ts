import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { person, yes } from './harness.ts';
import { newRequest, studio } from './studio.ts';

const owner = person('li-min');
const LEAVE = readFileSync('test/runtime/diagram/foreign/camunda7-leave.bpmn', 'utf8');
/** The same in words of this office: a post by its key, one by its Chinese and one by its English name, two people. */
const OURS = LEAVE.replace('="clerk"', '="文书室"')
  .replace('Section chief', 'Office director')
  .replace('wang-fang, chen-jing', 'ma-liang, zhu-min');

async function drawn(xml: string) {
  const all = await studio();
  const { flow } = yes(await all.office.newFlow(owner, { request: newRequest(), name: '请假', xml }));
  return { ...all, flow, tab: all.on(flow) };
}

test('given a diagram of another tool, when it is published, then what the office has not is told in plain words, all at once', async () => {
  const { tab } = await drawn(LEAVE);
  const answer = await tab.publishes();
  expect(answer.ok ? [] : answer.fields?.map(({ expected }) => expected.zh)).toEqual([
    '“Leave request”用到的岗位“clerk”不在机构中，请另选岗位',
    '“Decide”用到的岗位“Section chief”不在机构中，请另选岗位',
    '“Enter it”的办理人“wang-fang”不是机构中的账号，请另选',
    '“Enter it”的办理人“chen-jing”不是机构中的账号，请另选',
  ]);
});

test('given it names people and posts of the office, when a case is done, then each step goes to whom the other tool says', async () => {
  const { tab, start, does, todo, flow } = await drawn(OURS);
  yes(await tab.publishes());
  await start('wu-fang', flow, { days: 3, kind: 'annual' });
  expect((await todo('li-min')).map(({ element }) => element)).toEqual([]);
  await does('zhang-wei', 'decide', { values: { approved: true } });
  expect((await todo('ma-liang')).map(({ element }) => element)).toEqual(['enter']);
  await does('zhu-min', 'enter');
  expect(await todo('ma-liang')).toEqual([]);
});

test('given it is refused by the condition that was translated, then it goes back to whoever began it', async () => {
  const { tab, start, does, flow } = await drawn(OURS);
  yes(await tab.publishes());
  await start('zheng-li', flow, { days: 3 });
  await does('zhang-wei', 'decide', { values: { approved: false } });
  await does('zheng-li', 'tell');
});
