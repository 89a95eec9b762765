// A flow from nothing: 请假申请 is drawn on an empty page, published, and run by those whom it concerns on each of its ways. Every way that a case
// takes is the one that was drawn: by the number of days, sent back, and taken away by the timer. The hand finds things by their words only.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { hand } from './hand.js';
import { act, card, choose, day, fill, openTask, pick, press, sees, toBoard } from './steps.js';
import { pictures, tellStory } from './story.js';

const { story, step } = tellStory(['li-min', 'lu-yao', 'ye-qing', 'deng-rui', 'shen-guohua', 'sun-weimin']);
const page = story.page;
let owner;
const picture = (name) => page('li-min').screenshot({ path: join(pictures, `newflow-${name}.png`) });

/** A field more on the form of the chosen step. */
async function addField(name, type, required) {
  await owner.press('添加字段');
  await owner.fill('名称', name);
  await owner.select('类型', type);
  if (required) await owner.tick('必填');
  await owner.press('添加');
}

/** The chosen step agrees or sends back to where the request is written. */
async function agreesOrReturns() {
  await owner.unfold('办理结果');
  await owner.press('同意 / 退回');
  await owner.press('在后面加一个分支');
  await owner.select('“退回”走到哪一步', '填写申请');
  await owner.press('按办理结果分支');
}

/** The chosen step shows all that was filled in before. */
async function seesAll() {
  await owner.press('用已有字段');
  await owner.choose('都只看');
}

step('the owner begins a flow and says who may start it', async () => {
  owner = hand(page('li-min'));
  await owner.press('流程');
  await owner.press('新建流程');
  await owner.fill('叫什么', '请假申请');
  await owner.press('新建并开始画');
  await owner.sees('没有办理人');
  await owner.unfold('谁可以发起');
  await owner.press('全局任何人');
  await owner.select('谁可以发起', '某岗位的人');
  await owner.select('哪个岗位', '申请人员');
  await owner.select('在哪里找这个岗位', '指定的部门');
  await owner.select('哪个部门', '税政科');
});

step('the first step is named, given to the initiator, and its form is made', async () => {
  await owner.on('办理');
  await owner.fill('中文名称', '填写申请');
  await owner.select('谁来办', '发起人');
  await owner.unfold('填什么');
  await addField('请假类型', '单选', true);
  await owner.fill('选项 1', '年休假');
  await owner.fill('选项 2', '事假');
  await addField('开始日期', '日期', true);
  await addField('天数', '数字', true);
  await addField('事由', '长文字', true);
  await addField('征求意见人员', '人员（多人）', true);
  await picture('form');
});

step('colleagues are asked by name, then the head of the department decides within two working days', async () => {
  await owner.press('加会签');
  await owner.type('征求意见');
  await owner.unfold('几个人办');
  await owner.select('按哪个名单', '征求意见人员');
  await seesAll();
  await owner.press('在其后加一步');
  await owner.type('科长批准');
  await owner.select('谁来办', '某岗位的人');
  await owner.select('哪个岗位', '科室领导');
  await owner.select('在哪里找这个岗位', '发起人所在部门');
  await seesAll();
  await owner.unfold('多久');
  await owner.press('加一个时限');
  await owner.fill('多少', '2');
  await agreesOrReturns();
  await owner.sees('没有发现问题');
});

step('more than three days go to the leader in charge instead', async () => {
  await owner.on('征求意见');
  await owner.press('加分支');
  await owner.type('超过三天？');
  await owner.press('加一条路');
  await owner.type('分管领导批准');
  await owner.select('谁来办', '分管领导');
  await seesAll();
  await owner.press('接结束');
  await owner.type('领导已批');
  await owner.press('看全图');
  await owner.on('分管领导批准');
  await agreesOrReturns();
  await owner.on('超过三天？');
  await owner.press('到“分管领导批准”');
  await owner.select('第 1 个条件问什么', '天数');
  await owner.fill('第 1 个条件的值', '3');
  await owner.press('到“科长批准”');
  await owner.press('其他情况走这条');
  await owner.sees('没有发现问题');
  await picture('drawn');
});

step('who has not decided when the leave begins loses it to the leader, by a timer', async () => {
  await owner.on('科长批准');
  await owner.press('加时限');
  await owner.select('什么时候到', '到某个日期');
  await owner.select('哪个日期', '开始日期');
  await owner.unfold('到时怎样');
  await owner.press('收回，改走这条路');
  await owner.press('连线');
  await owner.on('分管领导批准');
  await owner.sees('没有发现问题');
  await picture('timed');
});

step('cases are called by their reason, and version 1 is published', async () => {
  await owner.onEmpty({ near: '发起', below: 240 });
  await owner.unfold('办件标题与编号');
  await owner.select('接一个字段', '事由');
  await owner.press('发布…');
  await owner.sees('检查通过');
  await picture('publish');
  await owner.fill('修改说明', '第一版。');
  await owner.press('立即生效');
  await owner.press('发布第 1 版');
  await owner.sees('第 1 版已发布，现在生效');
  await picture('published');
});

/** 陆瑶 asks for leave; two colleagues are asked for their opinion and give it. */
async function asksForLeave(reason, { begins, days }) {
  const applicant = page('lu-yao');
  await toBoard(applicant);
  await press(applicant, '发起办件');
  await applicant.getByRole('menuitem', { name: '请假申请' }).click();
  await press(applicant, '发起并送');
  await sees(applicant, '现在到');
  await toBoard(applicant);
  await applicant
    .getByRole('link', { name: /填写申请/ })
    .first()
    .click();
  await choose(applicant, '请假类型', '事假');
  await day(applicant, '开始日期', begins);
  await fill(applicant, '天数', String(days));
  await fill(applicant, '事由', reason);
  await pick(applicant, '征求意见人员', '叶青', '邓睿');
  await act(applicant, '提交给');
  await card(page('deng-rui'), reason, '征求意见').waitFor();
  await givesOpinion('ye-qing', reason);
}

async function givesOpinion(id, reason) {
  await openTask(page(id), reason, '征求意见');
  await act(page(id), '提交给');
  await card(page(id), reason, '征求意见').waitFor({ state: 'detached' });
}

step('two days: when both were asked the head of the department has it, with two working days', async () => {
  await asksForLeave('家中有事', { begins: '2036-12-01', days: 2 });
  assert.equal(await card(page('shen-guohua'), '家中有事', '科长批准').count(), 0, 'not before both have answered');
  await givesOpinion('deng-rui', '家中有事');
  await openTask(page('shen-guohua'), '家中有事', '科长批准');
  await page('shen-guohua').screenshot({ path: join(pictures, 'newflow-head.png') });
});

step('sent back, it is mended to five days, asked about again, and goes to the leader', async () => {
  await act(page('shen-guohua'), '退回');
  await page('shen-guohua').getByRole('dialog').getByRole('button', { name: '退回' }).click();
  await openTask(page('lu-yao'), '家中有事', '填写申请');
  await fill(page('lu-yao'), '天数', '5');
  await act(page('lu-yao'), '提交给');
  await givesOpinion('ye-qing', '家中有事');
  await givesOpinion('deng-rui', '家中有事');
  await openTask(page('sun-weimin'), '家中有事', '分管领导批准');
  await page('sun-weimin').screenshot({ path: join(pictures, 'newflow-leader.png') });
  assert.equal(await card(page('shen-guohua'), '家中有事', '科长批准').count(), 0, 'the head has nothing more to decide');
  await act(page('sun-weimin'), '同意');
  await isDone('家中有事');
});

step('three days are not more than three: the head agrees, and it is done', async () => {
  await asksForLeave('陪护', { begins: '2036-12-01', days: 3 });
  await givesOpinion('deng-rui', '陪护');
  await openTask(page('shen-guohua'), '陪护', '科长批准');
  await act(page('shen-guohua'), '同意');
  await isDone('陪护');
});

step('a leave that has begun before the head decided is the leader’s by itself', async () => {
  await asksForLeave('急事', { begins: '2026-11-02', days: 1 });
  await givesOpinion('deng-rui', '急事');
  await openTask(page('sun-weimin'), '急事', '分管领导批准');
  await card(page('shen-guohua'), '急事', '科长批准').waitFor({ state: 'detached' });
  await act(page('sun-weimin'), '同意');
  await isDone('急事');
});

step('no page complained', () => {
  for (const { id, faults } of Object.values(story.people)) assert.deepEqual(faults, [], id);
});

/** The applicant's own list says that the case is done. */
async function isDone(reason) {
  const applicant = page('lu-yao');
  await applicant.getByRole('link', { name: '我发起' }).click();
  await applicant.getByRole('link', { name: reason }).first().click();
  await sees(applicant, '已办结');
  await applicant.screenshot({ path: join(pictures, `newflow-done-${reason}.png`) });
}
