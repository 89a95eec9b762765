// 费用报销 is decided by a table: the owner uploads it at its step, looks at it and publishes; a claim goes where the table says; one that no row is
// for stops, is mended and tried again. The hand finds things by their words only.
import { join } from 'node:path';
import { expenseFlow, expenseTable } from './expense.js';
import { hand } from './hand.js';
import { act, card, choose, fill, openTask, press, sees, toBoard } from './steps.js';
import { pictures, tellStory } from './story.js';

const { story, step } = tellStory(['li-min', 'lu-yao', 'shen-guohua', 'liu-xiulan']);
const page = story.page;
let owner;
const picture = (who, name) => page(who).screenshot({ path: join(pictures, `decided-${name}.png`) });

step('the owner opens the flow and is told that a step does not say by which table it decides', async () => {
  const { context } = story.people['li-min'];
  const data = { request: 'expense', name: '费用报销', xml: expenseFlow() };
  const begun = await context.request.post(`${story.office.address}/api/flows/new`, { data });
  if (!begun.ok()) throw new Error(await begun.text());
  await page('li-min').goto(`${story.office.address}/flows/expense/draw`);
  owner = hand(page('li-min'));
  await owner.on('确定审批人');
  await owner.unfold('按哪张表判断');
  await owner.sees('这个流程里还没有决策表');
});

step('the owner uploads the table, sees its rows in words and says where the result goes', async () => {
  const [chooser] = await Promise.all([page('li-min').waitForEvent('filechooser'), owner.press('上传决策表')]);
  await chooser.setFiles({ name: '报销审批权限.dmn', mimeType: 'application/xml', buffer: Buffer.from(expenseTable()) });
  await owner.sees('差旅 或 办公用品');
  await owner.sees('不大于 ¥1,000.00');
  await owner.select('结果放进', '由谁批准');
  await owner.sees('停下来，由流程管理员处理');
  await owner.sees('没有发现问题');
  await picture('li-min', 'looked-at');
});

step('version 1 is published', async () => {
  await owner.press('发布…');
  await owner.sees('检查通过');
  await owner.fill('修改说明', '按表定审批人。');
  await owner.press('立即生效');
  await owner.press('发布第 1 版');
  await owner.sees('第 1 版已发布，现在生效');
});

/** Turns to what has happened to the case. */
const history = (of) => of.getByRole('tab', { name: '办理过程' }).click();

/** 陆瑶 claims an expense. */
async function claims(title, kind, amount) {
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
  await fill(claimant, '金额', amount);
  await act(claimant, '提交');
  await card(claimant, title, '填写报销单').waitFor({ state: 'detached' });
}

step('a small claim is with the head of the department, and its history says what the table gave', async () => {
  await claims('购买打印纸', '办公用品', '300');
  await openTask(page('shen-guohua'), '购买打印纸', '科室领导批准');
  const claimant = page('lu-yao');
  await claimant.getByRole('link', { name: '我发起' }).click();
  await claimant.getByRole('link', { name: '购买打印纸' }).first().click();
  await history(claimant);
  await sees(claimant, '“确定审批人”得出由谁批准：科室领导');
  await sees(claimant, '按“报销审批权限”，符合第 1 行');
  await picture('lu-yao', 'told');
});

step('a claim that no row is for stops; the owner sees why, mends it, and it is with the leader', async () => {
  await claims('更换打印机', '办公用品', '3000');
  const claimant = page('lu-yao');
  await claimant.getByRole('link', { name: '我发起' }).click();
  await claimant.getByRole('link', { name: '更换打印机' }).first().click();
  await sees(claimant, '“报销审批权限”没有一行符合');
  await page('li-min').goto(claimant.url());
  await sees(page('li-min'), '“报销审批权限”没有一行符合');
  await picture('li-min', 'stopped');
  await owner.press('改数据后再试…');
  await choose(page('li-min'), '类别', '差旅');
  await page('li-min')
    .getByRole('dialog')
    .getByLabel(/原因|理由/)
    .fill('选错了类别');
  await picture('li-min', 'mended');
  await owner.press('改好，再试一次');
  await history(page('li-min'));
  await sees(page('li-min'), '“确定审批人”得出由谁批准：局领导');
  await openTask(page('liu-xiulan'), '更换打印机', '局领导批准');
  await act(page('liu-xiulan'), '提交');
  await picture('li-min', 'goes-on');
});
