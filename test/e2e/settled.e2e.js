// 信访调处, whose steps are chosen by those who do them: what may be begun at any time comes onto their boards by itself, is begun from there,
// and is gone from all of them once one says that it is done.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { card, fill, press, sees } from './steps.js';
import { pictures, tellStory } from './story.js';

const { story, step } = tellStory(['li-min', 'peng-fei', 'han-mei', 'dong-xue']);
const page = story.page;
const anyTime = (who) => page(who).getByRole('region', { name: '可以随时做的', exact: true });

step('the owner publishes the flow', async () => {
  const { request } = story.people['li-min'].context;
  const hold = 'tab-of-li-min';
  const ask = async (method, path, data) => {
    const answer = await request[method](story.office.address + path, data ? { data } : {});
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
    return answer.json();
  };
  const xml = readFileSync(new URL('settling.bpmn', import.meta.url), 'utf8');
  await ask('post', '/api/flows/new', { request: 'settling', name: '信访调处', xml });
  await ask('post', '/api/flows/free/drawing/hold', { hold, takeOver: true });
  const { revision, latest } = await ask('get', `/api/flows/free/drawing?hold=${hold}`);
  await ask('post', '/api/flows/free/publish', { request: 'first', hold, revision, latest, note: '初版', effectiveFrom: null });
});

step('once a petition is there, its people see what they may begin, on the boards that they have open', async () => {
  await page('peng-fei').goto(`${story.office.address}/start/free`);
  await fill(page('peng-fei'), '事由', '楼上噪声扰民');
  await press(page('peng-fei'), '发起并送');
  await sees(page('peng-fei'), '“调处”正在进行');
  await anyTime('han-mei').getByRole('link', { name: '信访 楼上噪声扰民' }).waitFor();
  await anyTime('han-mei').getByRole('button', { name: '开始走访' }).waitFor();
  await anyTime('dong-xue').getByRole('button', { name: '开始核账' }).waitFor();
  await page('han-mei').screenshot({ path: join(pictures, 'settled-any-time.png') });
});

step('begun from the board, the step is a task like any other, and it may be begun again', async () => {
  await anyTime('han-mei').getByRole('button', { name: '开始走访' }).click();
  await card(page('han-mei'), '信访 楼上噪声扰民', '走访').waitFor();
  await anyTime('han-mei').getByRole('button', { name: '开始走访' }).waitFor();
});

step('one says that it is done: what is open ends, and nothing is left to begin on any board', async () => {
  await anyTime('dong-xue').getByRole('button', { name: '宣布完成' }).click();
  const dialog = page('dong-xue').getByRole('dialog');
  await sees(dialog, '正在办的“走访”随之终止');
  await dialog.getByLabel(/^理由/).fill('双方已经谈妥。');
  await dialog.getByRole('button', { name: '宣布完成' }).click();
  await anyTime('dong-xue').waitFor({ state: 'detached' });
  await anyTime('han-mei').waitFor({ state: 'detached' });
  await sees(page('peng-fei'), '现在到');
});
