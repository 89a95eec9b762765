// Every room at the office's 1366×768, in both languages, light and dark, and on a phone: nothing overflows sideways, nothing that is
// clicked is cut off at the edge, English has no Chinese words of ours left, and no page complains. The pictures are for looking at.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openBrowser, person } from './browser.js';
import { startOffice } from './office.js';
import { pictures } from './story.js';

let office;
let browser;
const rooms = [];

/** Requests of somebody over HTTP, to fill the office with work. */
async function acting(id) {
  const signedIn = await fetch(`${office.address}/api/demo/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ person: id }),
  });
  const cookie = signedIn.headers.get('set-cookie').split(';')[0];
  const ask = async (path, body) => {
    const answer = await fetch(
      `${office.address}${path}`,
      body
        ? { method: 'POST', headers: { cookie, 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
        : { headers: { cookie } },
    );
    assert.ok(answer.ok, `${id} ${path}: ${answer.status} ${answer.ok ? '' : await answer.text()}`);
    return answer.json();
  };
  const upload = async (name) => {
    const form = new FormData();
    form.append('file', new Blob(['%PDF-1.7\n%%EOF\n'], { type: 'application/pdf' }), name);
    const answer = await fetch(`${office.address}/api/files`, { method: 'POST', headers: { cookie }, body: form });
    const { id: file, size, mediaType } = await answer.json();
    return [{ id: file, name, size, mediaType }];
  };
  const does = async (element, { outcome, values = {} } = {}) => {
    const { rows } = await ask('/api/tasks');
    const task = rows.find((one) => one.element === element);
    assert.ok(task, `${id} has no ${element}`);
    return ask(`/api/tasks/${task.id}/complete`, {
      request: crypto.randomUUID(),
      values: Object.fromEntries(Object.entries(values).map(([field, to]) => [field, { to }])),
      confirmed: [],
      ...(outcome ? { outcome } : {}),
    });
  };
  return { ask, upload, does };
}

const TITLES = [
  '关于开展第四季度税收调研的通知',
  '关于报送2026年度财政收入分析材料的函',
  '关于做好冬季安全生产工作的紧急通知',
  '关于召开全市税务系统办公室主任座谈会的预备通知',
  '关于转发国家税务总局办公厅〈关于进一步规范公文处理工作的意见〉的通知',
  '关于核实纳税人投诉事项的函',
];

before(async () => {
  office = await startOffice();
  browser = await openBrowser();
  const fang = await acting('wu-fang');
  for (const [index, title] of TITLES.entries()) {
    await fang.ask('/api/cases', {
      request: crypto.randomUUID(),
      flow: 'incoming-document',
      values: {
        title,
        fromUnit: '市税务局',
        sourceNo: `市税发〔2026〕${80 + index}号`,
        copies: 1,
        urgency: ['normal', 'urgent', 'veryUrgent'][index % 3],
        receivedOn: '2026-11-24',
        files: await fang.upload('来文.pdf'),
      },
    });
  }
  const min = await acting('li-min');
  const chen = await acting('chen-zhiqiang');
  const depts = ['tax-policy', 'collection', 'regulations'];
  for (let index = 0; index < 3; index += 1) await fang.does('in_register', { outcome: 'none' });
  await min.does('in_propose', { values: { proposal: '请税政科牵头，征收管理科、政策法规科配合。', handlingDepts: depts } });
  const done = await chen.does('in_instruct', { outcome: 'handle', values: { instruction: '同意，抓紧办理，十二月四日前报结果。' } });
  await fang.does('in_pass', { values: { handlingDepts: depts, dueDate: '2026-12-04' } });
  const task = async (who, element) => (await (await acting(who)).ask('/api/tasks')).rows.find((one) => one.element === element).id;
  rooms.push(
    ['wu-fang', 'board', '/todo'],
    ['wu-fang', 'board-list', '/todo?by=list'],
    ['wu-fang', 'board-flow', '/todo?by=flow'],
    ['wu-fang', 'board-beside', `/todo/${await task('wu-fang', 'in_register')}`],
    ['wu-fang', 'done', '/done'],
    ['wu-fang', 'read', '/read'],
    ['wu-fang', 'started', '/started'],
    ['chen-zhiqiang', 'cases', '/cases'],
    ['wu-fang', 'start', '/start/incoming-document'],
    ['lu-yao', 'task', `/tasks/${await task('lu-yao', 'in_handle')}`],
    ['li-min', 'task-risk', `/tasks/${await task('li-min', 'in_propose')}`],
    ['lu-yao', 'task-progress', `/tasks/${await task('lu-yao', 'in_handle')}?tab=progress`],
    ['chen-zhiqiang', 'case', `/cases/${done.case}`],
    ['chen-zhiqiang', 'case-progress', `/cases/${done.case}?tab=progress`],
    ['chen-zhiqiang', 'case-paper', `/cases/${done.case}?tab=paper`],
    ['li-min', 'flows', '/flows'],
    ['li-min', 'flow', '/flows/incoming-document'],
    ['li-min', 'flow-step', '/flows/incoming-document?step=in_propose'],
    ['li-min', 'flow-seal', '/flows/seal-use'],
    ['liao-kai', 'accounts', '/accounts'],
  );
});

after(async () => {
  await browser?.close();
  await office?.stop();
});

/** Words in the page that stand outside of data: labels of buttons, headings, tabs, columns. */
const chrome = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('header a, header button, [role=tab], th, .gc-bar button, .gc-sheet h2, label, .gc-actions button')]
      .filter((one) => one.checkVisibility())
      .map((one) => one.textContent.trim()),
  );

const looks = [
  { name: 'zh', language: 'zh', theme: 'light', viewport: { width: 1366, height: 768 } },
  { name: 'en', language: 'en', theme: 'light', viewport: { width: 1366, height: 768 } },
  { name: 'zh-dark', language: 'zh', theme: 'dark', viewport: { width: 1366, height: 768 } },
  { name: 'zh-phone', language: 'zh', theme: 'light', viewport: { width: 390, height: 844 } },
];

for (const look of looks) {
  test(`every room in ${look.name}`, async () => {
    mkdirSync(pictures, { recursive: true });
    const people = {};
    for (const [id, name, path] of rooms) {
      people[id] ??= await person(browser, office.address, id, look);
      const { page } = people[id];
      await page.goto(`${office.address}${path}`);
      await page.waitForLoadState('networkidle');
      await page.locator('[aria-busy=true], .ant-skeleton').first().waitFor({ state: 'detached' });
      await page.screenshot({ path: join(pictures, `${look.name}-${name}.png`) });
      const { wide, room } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, room: globalThis.innerWidth }));
      assert.ok(wide <= room, `${look.name} ${name} is ${wide} wide and has room for ${room}`);
      if (look.language === 'en') {
        const left = (await chrome(page)).filter((words) => /\p{Script=Han}/u.test(words) && !/中文|[（(]/.test(words));
        assert.deepEqual(left, [], `Chinese words on the English ${name}`);
      }
    }
    for (const { id, faults, context } of Object.values(people)) {
      assert.deepEqual(faults, [], `what the page of ${id} complained about`);
      await context.close();
    }
  });
}
