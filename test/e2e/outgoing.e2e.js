// 发文, from its draft through its seal (no. 6, called) to its number and dispatch, by six people in six browsers.
import assert from 'node:assert/strict';
import { act, attach, card, choose, day, fill, openTask, pick, press, sees, toBoard } from './steps.js';
import { tellStory } from './story.js';

const TITLE = '关于报送第四季度税收情况的报告';
const { story, step } = tellStory(['lu-yao', 'wu-fang', 'li-min', 'chen-zhiqiang', 'ma-liang', 'lin-xia']);
const page = story.page;

/** Somebody's task, done with what is filled in, by a button. */
async function does(id, name, button, fillIn = async () => undefined) {
  await card(page(id), TITLE, name).waitFor();
  await openTask(page(id), TITLE, name);
  await fillIn(page(id));
  await act(page(id), button);
  await card(page(id), TITLE, name).waitFor({ state: 'detached' });
}

step('陆瑶 starts 发文 and drafts it', async () => {
  const drafter = page('lu-yao');
  await press(drafter, '发起办件');
  await drafter.getByRole('menuitem', { name: '电子公文处理·发文' }).click();
  await fill(drafter, '文件标题', TITLE);
  await pick(drafter, '拟稿处室', '税政科');
  await choose(drafter, '紧急程度', '平件');
  await press(drafter, '发起并送');
  await sees(drafter, '现在到');
  await toBoard(drafter);
  await does('lu-yao', '拟稿', '提交给', async (form) => {
    await pick(form, '文种', '报告');
    await fill(form, '主送', '省税务局');
    await choose(form, '公开属性', '不予公开');
    await attach(form, '正文及附件', '报告正文.pdf');
  });
});

step('it is received, checked and sent back, and comes again', async () => {
  await does('wu-fang', '接收文件', '提交给');
  await openTask(page('wu-fang'), TITLE, '初审');
  await fill(page('wu-fang'), '初审意见', '附件缺页。');
  await act(page('wu-fang'), '退回拟稿人');
  await sees(page('wu-fang'), '确认后，本件将送 拟稿');
  await page('wu-fang').getByRole('dialog').getByRole('button', { name: '退回拟稿人' }).click();
  await does('lu-yao', '拟稿', '提交给');
  await does('wu-fang', '接收文件', '提交给');
  await does('wu-fang', '初审', '合格，送审核', (form) => fill(form, '初审意见', '格式规范。'));
});

step('it is reviewed, not before its risk is ticked, signed and gets its number', async () => {
  await does('li-min', '审核', '同意，送签发', async (form) => {
    await fill(form, '审核意见', '内容属实。');
    await act(form, '同意，送签发');
    await sees(form, '请先落实防控措施并打勾');
    await form.getByLabel(/^已落实防控措施/).check();
  });
  await does('chen-zhiqiang', '签发', '签发', (form) => fill(form, '签发意见', '同意签发。'));
  await does('wu-fang', '登记编号', '提交给', (form) => fill(form, '印制份数', '10'));
});

step('it is set, proofread by its drafter and printed', async () => {
  await does('ma-liang', '送排版', '提交给', (form) => attach(form, '校样', '校样.pdf'));
  await does('lu-yao', '处室校对', '无误，付印');
  await does('ma-liang', '排版印刷', '提交，到 用印', (form) => attach(form, '正式文件', '正式文件.pdf'));
});

step('the seal is set in no. 6, which is called: checked with its risk ticked, and its stub kept', async () => {
  await does('lin-xia', '审核盖章', '合格，已盖章', async (form) => {
    await sees(form, '风险点');
    await form.getByLabel(/^已落实防控措施/).check();
  });
  await does('lin-xia', '留底保存', '提交', (form) => day(form, '盖章时间', '2026-11-24 10:00'));
});

step('it is dispatched, and whoever drafted sees it closed, with its number and its opinions as on paper', async () => {
  await does('ma-liang', '封发', '提交', async (form) => {
    await form.getByRole('button', { name: /封发清单/ }).click();
    await fill(form, '单位', '省税务局');
    await fill(form, '份数', '10');
    await pick(form, '方式', '公文系统');
    await act(form, '提交');
    await sees(form, /第 1 行“时间”/);
    await day(form, '时间', '2026-11-24');
  });
  const drafter = page('lu-yao');
  await drafter
    .getByRole('link', { name: /^我发起/ })
    .first()
    .click();
  await sees(drafter, '已办结');
  await drafter
    .getByRole('link', { name: new RegExp(TITLE) })
    .first()
    .click();
  await sees(drafter, /国税发〔\d{4}〕1号/);
  await drafter.getByRole('tab', { name: '办理单' }).click();
  await sees(drafter, '同意签发。');
  for (const { id, faults } of Object.values(story.people)) assert.deepEqual(faults, [], `what the page of ${id} complained about`);
});
