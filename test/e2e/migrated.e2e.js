// Cases of version 1 go over to version 2: the owner is asked only for the step that nobody knows, sees case by case what would happen,
// moves them, and puts back the one in which nothing has happened since.
import { join } from 'node:path';
import { press, sees } from './steps.js';
import { pictures, tellStory } from './story.js';

const FLOW = '/api/flows/incoming-document';
const HOLD = 'tab-of-the-owner';
const [QUIET, BUSY] = ['关于召开安全生产会议的通知', '关于调整值班安排的通知'];

const { story, step } = tellStory(['li-min', 'wu-fang']);
const page = story.page;
const picture = (name) => page('li-min').screenshot({ path: join(pictures, `migrated-${name}.png`) });
let requests = 0;
const request = () => `migrated-${(requests += 1)}`;

/** Asks the server as that person's browser would. */
async function ask(who, method, path, data) {
  const answer = await story.people[who].context.request[method](story.office.address + path, method === 'get' ? {} : { data });
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
  return answer.json();
}

/** 收文 is begun and registered, so that it stands at 收文拟办. */
async function untilProposal(title) {
  const buffer = Buffer.from('%PDF-1.7');
  const upload = await story.people['wu-fang'].context.request.post(`${story.office.address}/api/files`, {
    multipart: { file: { name: '来文.pdf', mimeType: 'application/pdf', buffer } },
  });
  const { id, name, size, mediaType } = await upload.json();
  const begun = await ask('wu-fang', 'post', '/api/cases', {
    request: request(),
    flow: 'incoming-document',
    values: {
      title,
      fromUnit: '市税务局',
      sourceNo: '市税发〔2026〕88号',
      copies: 1,
      urgency: 'normal',
      receivedOn: '2026-11-24',
      files: [{ id, name, size, mediaType }],
    },
  });
  return ask('wu-fang', 'post', `/api/tasks/${begun.now[0].task}/complete`, {
    request: request(),
    outcome: 'none',
    values: {},
    confirmed: [],
  });
}

const tasks = {};
step('two cases of version 1 stand at 收文拟办, and in version 2 this step has another id and another name', async () => {
  for (const title of [QUIET, BUSY]) tasks[title] = (await untilProposal(title)).now[0].task;
  await ask('li-min', 'post', `${FLOW}/drawing/hold`, { hold: HOLD, takeOver: true });
  const drawing = async () => ask('li-min', 'get', `${FLOW}/drawing?hold=${HOLD}`);
  const { xml, revision } = await drawing();
  const next = xml.replaceAll(/\bin_propose\b/g, 'in_propose_first').replace(/(id="in_propose_first" name=")[^"]*"/, '$1提出拟办意见"');
  await ask('li-min', 'put', `${FLOW}/drawing`, { hold: HOLD, revision, xml: next });
  const now = await drawing();
  await ask('li-min', 'post', `${FLOW}/publish`, {
    request: request(),
    hold: HOLD,
    revision: now.revision,
    latest: now.latest,
    note: '拟办改名',
    effectiveFrom: null,
  });
});

step('the owner goes from the versions to the trial, which tells case by case that one step has no place to go', async () => {
  await page('li-min').goto(`${story.office.address}/flows/incoming-document/versions`);
  await page('li-min').getByRole('link', { name: '转到新版本' }).click();
  await sees(page('li-min'), '2 件不能转');
  await sees(page('li-min'), '新版本里没有“收文拟办”，请指定它对应的步骤');
  await picture('asked');
});

step('once it is said which step it becomes, both can go, and the button says so', async () => {
  const choice = page('li-min').getByRole('combobox', { name: /^收文拟办/ });
  await choice.click();
  await choice.pressSequentially('提出拟办');
  await page('li-min').locator('.ant-select-item-option:visible', { hasText: '提出拟办意见' }).click();
  await sees(page('li-min'), '2 件可以转');
  await picture('ready');
  await press(page('li-min'), '把 2 件转到第 2 版');
  await sees(page('li-min'), '已转 2 件');
  await picture('moved');
});

step('the case says in its record that it goes on in version 2, and its step is called by its new name', async () => {
  const [caseId] = tasks[BUSY].split('.');
  await page('wu-fang').goto(`${story.office.address}/cases/${caseId}`);
  await sees(page('wu-fang'), '提出拟办意见');
  await page('wu-fang').getByRole('tab', { name: '办理过程' }).click();
  await sees(page('wu-fang'), '转到流程第 2 版继续办理');
});

step('one is signed for meanwhile; undone, the other is back in version 1, and this one stays and says why', async () => {
  await ask('li-min', 'post', `/api/tasks/${tasks[BUSY]}/take`, { request: request() });
  await press(page('li-min'), '撤销这次转移');
  await press(page('li-min'), '撤销，退回第 1 版');
  await sees(page('li-min'), '已撤销 1 件，回到第 1 版');
  await sees(page('li-min'), '转移之后这件又有了办理，不能再退回旧版本');
  await picture('undone');
});
