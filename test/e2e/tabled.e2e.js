// The owner of 费用报销, who never heard of DMN, makes the table by which it is decided who approves: columns out of the flow's fields, cells in
// words, values tried beside it, a mistake told and undone. Then it is published, and a claim goes where the table says. The hand finds things by
// their words only.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { expenseFlow } from './expense.js';
import { hand } from './hand.js';
import { act, card, choose, fill, openTask, press, sees, toBoard } from './steps.js';
import { pictures, tellStory } from './story.js';

const { story, step } = tellStory(['li-min', 'lu-yao', 'shen-guohua', 'liu-xiulan']);
const page = story.page;
let owner;
const picture = (name) => page('li-min').screenshot({ path: join(pictures, `tabled-${name}.png`) });
const dialog = () => page('li-min').getByRole('dialog');
const tried = () => page('li-min').getByRole('complementary', { name: '试一试' });

/** Opens a cell, which says this now. */
const cell = (row, column, words) => dialog().getByRole('button', { name: `第 ${row} 行“${column}”：${words}`, exact: true });

/** Chooses several in the list that stands in the open cell. */
async function among(...options) {
  await dialog().getByLabel('其中之一').click();
  for (const option of options) await page('li-min').locator('.ant-select-item-option:visible', { hasText: option }).first().click();
  await dialog().getByRole('heading', { name: '试一试' }).click();
}

/** Says an amount in the open cell. */
async function amount(comparison, yuan) {
  await owner.select('怎么比', comparison);
  const box = dialog().getByLabel('比什么');
  await box.fill(yuan);
  await box.press('Enter');
}

step('the owner makes a table at the step, out of fields by their names', async () => {
  const { context } = story.people['li-min'];
  const data = { request: 'expense', name: '费用报销', xml: expenseFlow() };
  const begun = await context.request.post(`${story.office.address}/api/flows/new`, { data });
  if (!begun.ok()) throw new Error(await begun.text());
  await page('li-min').goto(`${story.office.address}/flows/expense/draw`);
  owner = hand(page('li-min'));
  await owner.on('确定审批人');
  await owner.unfold('按哪张表判断');
  await owner.press('新建一张表');
  await owner.sees('先加一列条件和一列结果');
  await owner.fill('表名', '报销审批权限');
  await owner.select('加一列条件', '类别');
  await owner.select('加一列条件', '金额');
  await owner.select('加一列结果', '由谁批准');
  await picture('columns');
});

step('the rows are filled in, in words', async () => {
  for (let row = 1; row <= 3; row += 1)
    await dialog()
      .getByRole('button', { name: /(^| )加一行$/ })
      .click();
  await cell(1, '类别', '任意').click();
  await owner.select('怎么比', '是');
  await among('办公用品');
  await cell(1, '金额', '任意').click();
  await amount('不大于', '1000');
  await cell(1, '由谁批准', '（空）').click();
  await owner.select('结果', '科室领导');
  await cell(2, '类别', '任意').click();
  await owner.select('怎么比', '是');
  await cell(2, '由谁批准', '（空）').click();
  await owner.select('结果', '局领导');
  await picture('filling');
  await cell(3, '类别', '任意').click();
  await owner.select('怎么比', '不是');
  await cell(3, '由谁批准', '（空）').click();
  await owner.select('结果', '局领导');
  await cell(1, '类别', '差旅 或 办公用品').waitFor();
  await cell(1, '金额', '不大于 ¥1,000.00').waitFor();
  await cell(3, '类别', '不是 差旅').waitFor();
});

step('values are tried: the result and its row are seen at once, also by another rule of which row counts', async () => {
  await tried().getByLabel('类别').click();
  await owner.choose('差旅');
  await tried().getByLabel('金额').fill('300');
  await tried().getByText('科室领导').waitFor();
  await tried().getByText('符合第 1 行').waitFor();
  await owner.select('哪一行算数', '只能有一条符合');
  await tried().getByText('第 1、2 行同时符合，而只应有一行符合').waitFor();
  await picture('two-rows');
  await owner.press('撤销');
  await tried().getByText('科室领导').waitFor();
});

step('what is written by hand and cannot be read is told at its cell and not used; a row is moved, deleted and brought back', async () => {
  await cell(2, '金额', '任意').click();
  await owner.select('怎么比', '自己写');
  await dialog().getByLabel('写法').fill('大于"5');
  await dialog().getByRole('button', { name: '用这个写法' }).click();
  await dialog().getByRole('alert').getByText('看不懂').waitFor();
  await picture('unreadable');
  await dialog().getByRole('button', { name: '改用选的' }).click();
  await dialog().getByRole('button', { name: '第 3 行上移' }).click();
  await cell(2, '类别', '不是 差旅').waitFor();
  await dialog().getByRole('button', { name: '删去第 2 行' }).click();
  assert.equal(await cell(2, '类别', '不是 差旅').count(), 0);
  await owner.press('撤销');
  await owner.press('撤销');
  await cell(3, '类别', '不是 差旅').waitFor();
  await picture('made');
  await dialog().getByRole('button', { name: '删去第 3 行' }).click();
  await dialog()
    .getByRole('button', { name: /^完 ?成$/ })
    .click();
  await owner.sees('没有发现问题');
  await picture('panel');
});

step('version 1 is published', async () => {
  await owner.press('发布…');
  await owner.sees('检查通过');
  await owner.fill('修改说明', '按表定审批人。');
  await owner.press('立即生效');
  await owner.press('发布第 1 版');
  await owner.sees('第 1 版已发布，现在生效');
});

/** 陆瑶 claims an expense. */
async function claims(title, kind, yuan) {
  const claimant = page('lu-yao');
  await toBoard(claimant);
  await press(claimant, '发起办件');
  await claimant.getByRole('menuitem', { name: '费用报销', exact: true }).click();
  await fill(claimant, '事由', title);
  await press(claimant, '发起并送');
  await sees(claimant, '现在到');
  await toBoard(claimant);
  await openTask(claimant, title, '填写报销单');
  await choose(claimant, '类别', kind);
  await fill(claimant, '金额', yuan);
  await act(claimant, '提交');
  await card(claimant, title, '填写报销单').waitFor({ state: 'detached' });
}

step('claims go where the table says, and their history names the row', async () => {
  await claims('购买打印纸', '办公用品', '300');
  await openTask(page('shen-guohua'), '购买打印纸', '科室领导批准');
  await claims('出差', '差旅', '3000');
  await openTask(page('liu-xiulan'), '出差', '局领导批准');
  const claimant = page('lu-yao');
  await claimant.getByRole('link', { name: '我发起' }).click();
  await claimant.getByRole('link', { name: '出差' }).first().click();
  await claimant.getByRole('tab', { name: '办理过程' }).click();
  await sees(claimant, '“确定审批人”得出由谁批准：局领导');
  await sees(claimant, '按“报销审批权限”，符合第 2 行');
});

step('in English the same table speaks English', async () => {
  const { page: of, context } = story.people['li-min'];
  await context.request.put(`${story.office.address}/api/me/settings`, {
    data: { views: [], startView: null, language: 'en', theme: 'dark' },
  });
  await of.goto(`${story.office.address}/flows/expense/draw`);
  await of.reload();
  const reader = hand(of);
  await of.waitForTimeout(1000);
  await reader.on('确定审批人');
  await reader.unfold('Decided by a table');
  await reader.press('Edit the table…');
  await dialog().getByRole('button', { name: 'Row 1, “Amount”: at most ¥1,000.00', exact: true }).waitFor();
  await dialog().getByRole('button', { name: 'Row 1, “Approved by”: Head of department', exact: true }).waitFor();
  await picture('english');
});

step('no page complained', () => {
  for (const { id, faults } of Object.values(story.people)) assert.deepEqual(faults, [], id);
});
