// The process owner's first day: 发文 is redrawn with a step more, mistakes are shown and mended, version 2 is compared and published,
// a case of version 1 stays on it, a new one meets the new step. The owner's hand is counted; it finds things by their words only.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { hand } from './hand.js';
import { act, attach, card, choose, fill, openTask, pick, press, sees, toBoard } from './steps.js';
import { pictures, tellStory } from './story.js';

const BEFORE = '关于第三季度税收情况的报告';
const AFTER = '关于第四季度税收情况的报告';
/** How much the owner may have to do from the shelf to version 2. */
const AT_MOST = 40;

const { story, step } = tellStory(['li-min', 'lu-yao', 'wu-fang']);
const page = story.page;
let owner;
const picture = (name) => page('li-min').screenshot({ path: join(pictures, `redrawn-${name}.png`) });

/** 发文 is started, drafted and received, so that it stands at 初审. */
async function untilFirstCheck(title) {
  const drafter = page('lu-yao');
  await toBoard(drafter);
  await press(drafter, '发起办件');
  await drafter.getByRole('menuitem', { name: '电子公文处理·发文' }).click();
  await fill(drafter, '文件标题', title);
  await pick(drafter, '拟稿处室', '税政科');
  await choose(drafter, '紧急程度', '平件');
  await press(drafter, '发起并送');
  await sees(drafter, '现在到');
  await toBoard(drafter);
  await openTask(drafter, title, '拟稿');
  await pick(drafter, '文种', '报告');
  await fill(drafter, '主送', '省税务局');
  await choose(drafter, '公开属性', '不予公开');
  await attach(drafter, '正文及附件', '报告正文.pdf');
  await act(drafter, '提交给');
  await openTask(page('wu-fang'), title, '接收文件');
  await act(page('wu-fang'), '提交给');
  await card(page('wu-fang'), title, '初审').waitFor();
}

/** 初审 finds it in order. */
async function passFirstCheck(title, button) {
  const registry = page('wu-fang');
  await openTask(registry, title, '初审');
  await fill(registry, '初审意见', '格式规范。');
  await act(registry, button);
  await card(registry, title, '初审').waitFor({ state: 'detached' });
}

step('陆瑶 begins a case on version 1', async () => {
  owner = hand(page('li-min'));
  await untilFirstCheck(BEFORE);
});

step('the owner opens the flow and adds 复核 after 初审', async () => {
  await owner.press('流程');
  await owner.press('电子公文处理·发文');
  await owner.press('修改流程');
  await owner.on('初审');
  await owner.press('在其后加一步');
  await owner.type('复核');
});

step('it is given a post, a form field and a deadline', async () => {
  await owner.select('谁来办', '某岗位的人');
  await owner.select('哪个岗位', '文书室');
  await owner.press('填什么');
  await owner.press('添加字段');
  await owner.fill('名称', '复核意见');
  await owner.select('类型', '意见');
  await owner.press('必填');
  await owner.press('添加');
  await owner.press('多久');
  await owner.press('加一个时限');
  await owner.sees('没有发现问题');
  await picture('step');
});

step('a branch without a way on is told at once, in one sentence, and taken back', async () => {
  await owner.press('分支');
  await owner.onEmpty();
  await owner.sees('分支处后面没有连线，办件会停在这里');
  await picture('no-way-on');
  await owner.press('撤销');
  await owner.sees('没有发现问题');
});

step('a branch that never meets its join is told with the run to it, played on the canvas, and taken back', async () => {
  await owner.press('并行');
  await owner.between('接收文件', '初审');
  await owner.on('复核');
  await owner.press('连线');
  await owner.between('接收文件', '初审');
  await owner.press('演示');
  await owner.sees('3/3');
  await picture('never-meets');
  await owner.press('撤销');
  await owner.press('撤销');
  await owner.sees('没有发现问题');
});

step('what changed is seen in colour and in words', async () => {
  await owner.press('比较');
  await owner.sees('增加了步骤“复核”');
  await owner.sees('增加字段“复核意见”');
  await picture('compared');
});

step('version 2 is published with a note, from now on', async () => {
  await owner.press('去修改流程');
  await owner.press('发布…');
  await owner.sees('第 1 版上的 1 件照旧按第 1 版办到底。');
  await owner.fill('修改说明', '初审之后增加复核。');
  await owner.press('立即生效');
  await picture('publish');
  await owner.press('发布第 2 版');
  await owner.sees('第 2 版已发布，现在生效');
  await picture('published');
  assert.ok(owner.acted() <= AT_MOST, `it took ${owner.acted()} actions: ${owner.story().join(', ')}`);
  process.stdout.write(`  from the shelf to version 2 in ${owner.acted()} actions\n`);
});

step('the case of version 1 goes on without 复核, and its page shows the diagram of version 1', async () => {
  await passFirstCheck(BEFORE, '合格，送审核');
  await toBoard(page('li-min'));
  await card(page('li-min'), BEFORE, '审核').waitFor();
  const drafter = page('lu-yao');
  await drafter.getByRole('link', { name: '我发起' }).click();
  await drafter.getByRole('link', { name: BEFORE }).first().click();
  await sees(drafter, '审核');
  await drafter.getByText('流程图').first().click();
  await drafter.locator('.djs-container text').getByText('初审', { exact: true }).waitFor();
  assert.equal(await drafter.locator('.djs-container text').getByText('复核', { exact: true }).count(), 0);
});

step('a new case meets 复核, with its field and its deadline', async () => {
  await untilFirstCheck(AFTER);
  await passFirstCheck(AFTER, '合格');
  const registry = page('wu-fang');
  await openTask(registry, AFTER, '复核');
  await registry.screenshot({ path: join(pictures, 'redrawn-met.png') });
  await sees(registry, '3 个工作日');
  await act(registry, '提交给');
  await sees(registry, '还有 1 处要填写或改正');
  await fill(registry, '复核意见', '复核无误。');
  await act(registry, '提交给');
  await card(registry, AFTER, '复核').waitFor({ state: 'detached' });
  await card(page('li-min'), AFTER, '审核').waitFor();
});

step('no page complained', () => {
  for (const { id, faults } of Object.values(story.people)) assert.deepEqual(faults, [], id);
});
