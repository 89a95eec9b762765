// 收文, from a document that came in to 办结, by eight people in eight browsers.
import assert from 'node:assert/strict';
import { act, attach, card, choose, day, fill, openTask, pick, press, sees, toBoard } from './steps.js';
import { tellStory } from './story.js';

const TITLE = '关于开展第四季度税收调研的通知';
const { story, step } = tellStory(['wu-fang', 'zheng-li', 'li-min', 'chen-zhiqiang', 'lu-yao', 'peng-fei', 'deng-rui', 'tang-bo']);
const pageOf = story.page;

/** Waits until a task is on somebody's board, which nobody reloads; says how long after the click it was there. */
async function appears(id, name, since) {
  await card(pageOf(id), TITLE, name).waitFor({ timeout: 10_000 });
  console.log(`  ${name} was on the board of ${id} ${Date.now() - since} ms after the click`);
}

step('the registry starts 收文 from a document with its PDF, and it is on the registry’s board', async () => {
  const page = pageOf('wu-fang');
  await press(page, '发起办件');
  await sees(page, '发起：电子公文处理·收文');
  await fill(page, '文件标题', TITLE);
  await fill(page, '来文单位', '市税务局');
  await fill(page, '来文字号', '市税发〔2026〕88号');
  await fill(page, '份数', '3');
  await choose(page, '紧急程度', '加急');
  await day(page, '收到日期', '2026-11-24');
  await attach(page, '来文正文及附件', '调研通知.pdf');
  const since = Date.now();
  await press(page, '发起并送');
  await sees(page, '现在到');
  await appears('zheng-li', '收文登记', since);
  await toBoard(page);
});

step('收文登记 is done, and the office’s leaders see 收文拟办 without a reload', async () => {
  const page = pageOf('wu-fang');
  await openTask(page, TITLE, '收文登记');
  const since = Date.now();
  await act(page, '登记并送拟办');
  await appears('li-min', '收文拟办', since);
});

step('李敏 sends it back with a reason, 吴芳 mends it and it comes again', async () => {
  const page = pageOf('li-min');
  await openTask(page, TITLE, '收文拟办');
  await act(page, '退回…');
  await page.getByLabel('退回理由，对方会看到').fill('份数与来文不符，请核对。');
  await sees(page, /将退回到.{0,2}收文登记/);
  const since = Date.now();
  await press(page, '退回到 收文登记');
  await appears('wu-fang', '收文登记', since);
  const registry = pageOf('wu-fang');
  await sees(registry, '份数与来文不符，请核对。');
  await openTask(registry, TITLE, '收文登记');
  await fill(registry, '份数', '2');
  const again = Date.now();
  await act(registry, '登记并送拟办');
  await appears('li-min', '收文拟办', again);
});

step('李敏 proposes, withdraws what nobody has taken, and proposes anew', async () => {
  const page = pageOf('li-min');
  await openTask(page, TITLE, '收文拟办');
  await fill(page, '拟办意见', '请三个科室阅办。');
  let since = Date.now();
  await act(page, '提交给');
  await appears('chen-zhiqiang', '收文批办', since);
  await page.getByRole('link', { name: /^已办/ }).first().click();
  await page
    .getByRole('link', { name: new RegExp(TITLE) })
    .first()
    .click();
  await press(page, '撤回 收文拟办');
  await page.getByLabel(/^理由/).fill('漏写了时限。');
  await page.getByRole('dialog').getByRole('button', { name: /^撤回/ }).click();
  await card(pageOf('chen-zhiqiang'), TITLE, '收文批办').waitFor({ state: 'detached' });
  await toBoard(page);
  await openTask(page, TITLE, '收文拟办');
  await fill(page, '拟办意见', '请三个科室阅办，十二月四日前报结果。');
  await pick(page, '主办、协办处室', '税政科', '征收管理科', '政策法规科');
  since = Date.now();
  await act(page, '提交给');
  await appears('chen-zhiqiang', '收文批办', since);
});

step('陈志强 instructs, the registry passes it on to three departments, and 督办 stands beside', async () => {
  const page = pageOf('chen-zhiqiang');
  await openTask(page, TITLE, '收文批办');
  await fill(page, '批办意见', '同意，抓紧办理。');
  let since = Date.now();
  await act(page, '交处室办理');
  await appears('wu-fang', '转相关处室承办', since);
  const registry = pageOf('wu-fang');
  await openTask(registry, TITLE, '转相关处室承办');
  await day(registry, '办理时限', '2026-12-04');
  since = Date.now();
  await act(registry, '提交给');
  for (const id of ['lu-yao', 'peng-fei', 'deng-rui']) await appears(id, '办理', since);
  await appears('wu-fang', '督办', since);
});

step('a leader sees where it stands, who has it, since when and until when, on its diagram and in words', async () => {
  const page = pageOf('chen-zhiqiang');
  await page.getByRole('link', { name: /^办件/ }).first().click();
  // The board, which names the case as well, stands there until the list has come.
  await page.waitForURL(/\/cases($|\?)/);
  await page.getByRole('heading', { name: '办件' }).first().waitFor();
  await page
    .getByRole('link', { name: new RegExp(TITLE) })
    .first()
    .click();
  await page.waitForURL(/\/cases\/./);
  await sees(page, '现在到');
  await sees(page, '税政科');
  await sees(page, '时限');
  await page.locator('.djs-container svg').first().waitFor();
  await page.getByRole('tab', { name: '办理过程' }).click();
  await sees(page, '份数与来文不符，请核对。');
  await sees(page, '漏写了时限。');
});

step('three departments do their part at the same moment, and the case comes to its end', async () => {
  const departments = ['lu-yao', 'peng-fei', 'deng-rui'];
  for (const id of departments) {
    await openTask(pageOf(id), TITLE, '办理');
    await fill(pageOf(id), '办理结果', '已办结，情况见附件。');
    await choose(pageOf(id), '需发文答复', '否');
  }
  const since = Date.now();
  await Promise.all(departments.map((id) => act(pageOf(id), '提交')));
  await card(pageOf('wu-fang'), TITLE, '督办').waitFor({ state: 'detached' });
  console.log(`  督办 went from the board of wu-fang ${Date.now() - since} ms after the click`);
  const page = pageOf('wu-fang');
  await page
    .getByRole('link', { name: /^我发起/ })
    .first()
    .click();
  await sees(page, '已办结');
});

step('whoever had nothing to do with it heard nothing of it, and no page complained', async () => {
  assert.deepEqual(story.people['tang-bo'].heard, []);
  assert.ok(story.people['wu-fang'].heard.length > 0, 'the registry heard nothing');
  for (const { id, faults } of Object.values(story.people)) assert.deepEqual(faults, [], `what the page of ${id} complained about`);
});
