// Two process owners and one drawing: 李敏 draws, 张伟 takes over, nothing is lost; two tabs, a network that is cut, a tab that is closed;
// files of every kind dropped on the canvas; kept moments; new flows. Everything is found by the words that stand on the screen.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { hand } from './hand.js';
import { BAD, diagram, drop, GOOD } from './oddFiles.js';
import { pictures, tellStory } from './story.js';

const { story, step } = tellStory(['li-min', 'zhang-wei']);
let li;
let zhang;
let again;
const page = story.page;
const at = (flow) => `${story.office.address}/flows/${flow}/draw`;

/** How something drawn is found on the canvas of a page. */
const drawn = (where, words) => where.locator('.djs-container .djs-element text').getByText(words, { exact: true });
const onCanvas = (where, words) => drawn(where, words).first().waitFor();

/** Adds a step after another. */
async function addStep(owner, where, [after, name]) {
  await owner.on(after);
  await owner.press('在其后加一步');
  await owner.type(name);
  await onCanvas(where, name);
}

/** Gives something drawn another name, in the panel beside. */
async function rename(owner, where, [from, to]) {
  await owner.on(from);
  await owner.fill('中文名称', to);
  await where.keyboard.press('Enter');
  await onCanvas(where, to);
}

/** The drawing is open to be drawn on, everything in its place. */
const open = (owner) => owner.sees(/尚未修改|已自动保存/);

step('李敏 draws a step, and it is saved by itself', async () => {
  li = hand(page('li-min'));
  zhang = hand(page('zhang-wei'));
  await li.press('流程');
  await li.press('印章使用');
  await li.press('修改流程');
  await addStep(li, page('li-min'), ['填单审批', '核对用印单']);
  await li.sees('已自动保存');
});

step('张伟 opens the same flow: he sees who draws and what, and can change nothing', async () => {
  const his = page('zhang-wei');
  await his.goto(at('seal-use'));
  await zhang.sees(/李敏 正在编辑：.+开始，.+有改动/);
  await onCanvas(his, '核对用印单');
  await zhang.on('核对用印单');
  await his.keyboard.press('Delete');
  for (const words of ['在其后加一步', '办理步骤', '撤销', '中文名称', '发布…'])
    assert.equal(await his.getByText(words, { exact: true }).count(), 0, words);
  await onCanvas(his, '核对用印单');
  await his.screenshot({ path: join(pictures, 'drawing-read.png') });
});

step('he takes over after being asked once; she sees it at once, and what she had not sent yet stays with her', async () => {
  const hers = page('li-min');
  await rename(li, hers, ['核对用印单', '还没传上去']);
  await zhang.press('接手编辑');
  await zhang.sees('从 李敏 那里接手编辑？');
  const heard = story.people['li-min'].heard.length;
  await zhang.press('接手编辑');
  const since = Date.now();
  await li.sees('张伟 刚刚接手编辑，这里变为只读');
  process.stdout.write(`  李敏 saw ${Date.now() - since} ms after the click that 张伟 had taken over\n`);
  assert.match(story.people['li-min'].heard.slice(heard).join(), /"drawings":true/, 'the socket told nothing');
  await li.sees(/本机上还有 .+ 的修改没有传到服务器，与现在的草稿不同/);
  await hers.screenshot({ path: join(pictures, 'drawing-lost.png') });
  await open(zhang);
  await onCanvas(page('zhang-wei'), '核对用印单');
});

step('what was there when he took over is a kept moment, which can be compared with what he drew since', async () => {
  const his = page('zhang-wei');
  await rename(zhang, his, ['核对用印单', '张伟改的名']);
  await zhang.sees('已自动保存');
  await zhang.press('版本');
  await his.getByRole('row').filter({ hasText: '被接手前' }).getByRole('link', { name: '与草稿比较' }).click();
  await zhang.sees('“核对用印单”改名为“张伟改的名”');
  await his.goBack();
  await his.goBack();
  await onCanvas(his, '张伟改的名');
  await open(zhang);
});

step('he closes his tab in the middle of it: she can draw at once, on all that he drew', async () => {
  const his = page('zhang-wei');
  await rename(zhang, his, ['张伟改的名', '关页前的名']);
  // What is kept after a change is kept within a third of a second.
  await his.waitForTimeout(600);
  await his.close({ runBeforeUnload: true });
  await li.sees('现在没有人在编辑');
  await li.press('开始编辑');
  await onCanvas(page('li-min'), '关页前的名');
  await li.press('不要了');
  await page('li-min').getByRole('tooltip').getByRole('button', { name: '不要了' }).click();
  await open(li);
});

step('she goes on in a second tab: the first can only read', async () => {
  const second = await story.people['li-min'].context.newPage();
  again = hand(second);
  await second.goto(at('seal-use'));
  await again.sees(/您正在另一个标签页中编辑：.+开始/);
  await again.press('在这里编辑');
  await again.sees('另一个标签页立即变为只读');
  await again.press('在这里编辑');
  await open(again);
  await li.sees('您刚刚在另一个标签页中接着编辑，这里变为只读');
  await rename(again, second, ['关页前的名', '第二页的名']);
  await again.sees('已自动保存');
  await page('li-min').bringToFront();
  await li.press('显示最新');
  await onCanvas(page('li-min'), '第二页的名');
  await second.close({ runBeforeUnload: true });
  await page('li-min').bringToFront();
  await li.sees('现在没有人在编辑');
  await li.press('开始编辑');
  await open(li);
});

step('the network is cut while she draws: she goes on, and it is saved when it is back', async () => {
  const { context } = story.people['li-min'];
  await context.setOffline(true);
  await rename(li, page('li-min'), ['第二页的名', '断网时的名']);
  await li.sees('离线，已存在本机');
  await rename(li, page('li-min'), ['断网时的名', '断网时又改']);
  await page('li-min').screenshot({ path: join(pictures, 'drawing-offline.png') });
  await context.setOffline(false);
  await li.sees('已自动保存');
  const other = await story.people['zhang-wei'].context.newPage();
  await other.goto(at('seal-use'));
  await onCanvas(other, '断网时又改');
  await other.close();
});

step('files that are no diagram, or too much of one, are told what they are, and nothing is lost', async () => {
  const hers = page('li-min');
  for (const [name, bytes, says] of BAD) {
    await drop(hers, name, bytes);
    await hers.getByRole('dialog').getByText(says).waitFor();
    assert.ok(await hers.getByRole('button', { name: '替换草稿' }).isDisabled(), name);
    await hers.screenshot({ path: join(pictures, 'drawing-refused.png') });
    await li.press('取消');
    await hers.getByRole('dialog').waitFor({ state: 'detached' });
  }
  await onCanvas(hers, '断网时又改');
  await li.sees('已自动保存');
});

step('files of any encoding are read, and shown before they replace anything', async () => {
  const hers = page('li-min');
  for (const [name, bytes, known] of GOOD) {
    await drop(hers, name, bytes);
    await hers.getByRole('dialog').getByText(known, { exact: true }).waitFor();
    await li.press('取消');
    await hers.getByRole('dialog').waitFor({ state: 'detached' });
  }
  await onCanvas(hers, '断网时又改');
});

step('a good file takes the place of the draft, which stays a kept moment to go back to', async () => {
  const hers = page('li-min');
  await drop(hers, '新图.bpmn', Buffer.from(diagram({ name: '印章使用', step: '从文件来的' })));
  await li.sees('读到 1 个流程：');
  await li.press('替换草稿');
  await onCanvas(hers, '从文件来的');
  await li.press('更多');
  await hers.getByRole('menuitem', { name: '历史保留点…' }).click();
  await hers.getByRole('listitem').filter({ hasText: '上传“新图.bpmn”之前' }).getByRole('button', { name: '从这里接着画' }).click();
  await onCanvas(hers, '断网时又改');
  assert.equal(await drawn(hers, '从文件来的').count(), 0);
});

step('a moment that she keeps by her own words is found again', async () => {
  const hers = page('li-min');
  await li.press('更多');
  await hers.getByRole('menuitem', { name: '保留此刻…' }).click();
  await li.fill('叫什么', '开会讨论之前');
  await li.press('保留');
  await li.sees('已保留：开会讨论之前');
  await rename(li, hers, ['断网时又改', '会上说的']);
  await li.press('更多');
  await hers.getByRole('menuitem', { name: '历史保留点…' }).click();
  await hers
    .getByRole('listitem')
    .filter({ hasText: '开会讨论之前' })
    .filter({ hasNotText: '回到' })
    .getByRole('button', { name: '从这里接着画' })
    .click();
  await li.sees('已回到：开会讨论之前');
  await drawn(hers, '会上说的').first().waitFor({ state: 'detached' });
});

step('she begins a flow from nothing, and one from a file', async () => {
  const hers = page('li-min');
  await li.press('流程');
  await li.press('新建流程');
  await li.fill('叫什么', '用车申请');
  await li.press('新建并开始画');
  await open(li);
  assert.match(await hers.title(), /用车申请/);
  await li.press('流程');
  await li.sees('用车申请');
  await li.press('新建流程');
  await hers.getByText('从文件开始').click();
  const [chooser] = await Promise.all([hers.waitForEvent('filechooser'), li.press('选择文件')]);
  await chooser.setFiles({
    name: '报修.bpmn',
    mimeType: 'text/xml',
    buffer: Buffer.from(diagram({ key: 'copier-repair', name: '复印机报修', step: '登记报修' })),
  });
  await li.sees('读到 1 个流程：');
  await li.press('新建并开始画');
  await onCanvas(hers, '登记报修');
  assert.match(await hers.title(), /复印机报修/);
});

step('on a small screen the flow is only shown, and says why, until the window is wide enough', async () => {
  const small = await story.people['li-min'].context.newPage();
  await small.setViewportSize({ width: 390, height: 844 });
  await small.goto(at('incoming-document'));
  await hand(small).sees('画流程需要更宽的屏幕，这里只能看。');
  await onCanvas(small, '收文登记');
  assert.ok((await small.evaluate(() => document.documentElement.scrollWidth)) <= 390, 'it is wider than the screen');
  await small.setViewportSize({ width: 1366, height: 768 });
  await hand(small).sees('办理步骤');
  await small.close({ runBeforeUnload: true });
});

step('no page complained', () => {
  // A browser complains by itself of what it asks while it is offline.
  const ofOurs = (fault) => !/ERR_INTERNET_DISCONNECTED|WebSocket connection/.test(fault);
  for (const { id, faults } of Object.values(story.people)) assert.deepEqual(faults.filter(ofOurs), [], id);
});
