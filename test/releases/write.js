// Writes a small store as this release writes it: `node test/releases/write.js v0.1`, after `npm run build`. Done once, when a release is
// made; every later release must read it. A document that stands with three departments, one that has ended, one that was sent back.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { createOffice, createSqliteStore, fixedClock, kernelExecutor, seedOffice } from '../../packages/runtime/dist/index.js';

const here = dirname(fileURLToPath(import.meta.url));
const release = process.argv[2];
if (!/^v\d+\.\d+$/.test(release ?? '')) {
  console.error('which release? for example: node test/releases/write.js v0.1');
  process.exit(2);
}
const folder = join(here, release);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const clock = fixedClock('2026-11-24T01:00:00Z');
const store = createSqliteStore({ folder, clock });
const office = createOffice({ store, executor: kernelExecutor, clock });
const yes = (answer) => {
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.value;
};
const processes = join(here, '../../processes');
yes(
  await seedOffice(office, {
    organization: JSON.parse(readFileSync(join(processes, 'organization.json'), 'utf8')),
    diagrams: ['04-electronic-documents', '06-seal-use'].map((file) => ({
      file,
      xml: readFileSync(join(processes, `${file}.bpmn`), 'utf8'),
    })),
  }),
);

let requests = 0;
const request = () => {
  requests += 1;
  return `request-${requests}`;
};
async function* pdf() {
  yield new TextEncoder().encode('%PDF-1.7');
}
const receive = async (title) => {
  const { id, name, size, mediaType } = yes(
    await office.upload('wu-fang', { name: '来文.pdf', mediaType: 'application/pdf', content: pdf() }),
  );
  const values = {
    title,
    fromUnit: '市税务局',
    sourceNo: '市税发〔2026〕88号',
    copies: 1,
    urgency: 'normal',
    receivedOn: '2026-11-24',
    files: [{ id, name, size, mediaType }],
  };
  return yes(await office.startCase('wu-fang', { request: request(), flow: 'incoming-document', values }));
};
const taskOf = async (who, element, of) => {
  const { rows } = yes(await office.tasks(who, { list: 'todo', limit: 50 }));
  return rows.find((row) => row.element === element && row.case === of).id;
};
const does = async (who, element, of, { values = {}, outcome } = {}) => {
  clock.advance(60_000);
  return yes(
    await office.completeTask(who, await taskOf(who, element, of), {
      request: request(),
      values: Object.fromEntries(Object.entries(values).map(([field, to]) => [field, { to }])),
      confirmed: [],
      ...(outcome ? { outcome } : {}),
    }),
  );
};
const passOn = async (of) => {
  const handlingDepts = ['tax-policy', 'collection', 'regulations'];
  await does('wu-fang', 'in_register', of, { outcome: 'none' });
  await does('li-min', 'in_propose', of, { values: { proposal: '请三个科室阅办。', handlingDepts } });
  await does('chen-zhiqiang', 'in_instruct', of, { values: { instruction: '同意。' }, outcome: 'handle' });
  await does('wu-fang', 'in_pass', of, { values: { handlingDepts, dueDate: '2026-12-04' } });
};

const standing = (await receive('关于开展第四季度税收调研的通知')).case;
await passOn(standing);
const ended = (await receive('关于报送财政收入分析材料的函')).case;
await passOn(ended);
for (const who of ['lu-yao', 'peng-fei', 'deng-rui'])
  await does(who, 'in_handle', ended, { values: { result: '已办结。', needReply: false } });
const returned = (await receive('关于做好冬季安全生产工作的通知')).case;
await does('wu-fang', 'in_register', returned, { outcome: 'none' });
const task = await taskOf('li-min', 'in_propose', returned);
const target = yes(await office.returns('li-min', task)).find((one) => one.legal);
yes(
  await office.returnTask('li-min', task, { request: request(), to: target.visit, reason: '份数不符。', siblings: 'keep', then: 'flow' }),
);
await store.close();
writeFileSync(join(folder, 'guicheng.db.gz'), gzipSync(readFileSync(join(folder, 'guicheng.db')), { level: 9 }));
for (const left of ['folder.lock', 'folder.holder', 'guicheng.db', 'guicheng.db-wal', 'guicheng.db-shm'])
  rmSync(join(folder, left), { force: true });
console.log(`${folder}: ${standing} stands, ${ended} has ended, ${returned} was sent back`);
