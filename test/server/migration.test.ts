import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from '@jest/globals';
import type { CaseCard, CasePage, Done, MigrationPage, MigrationPreview, Page } from '../../packages/server/src/contract.ts';
import { refusal, request, serve, well, type Client } from './harness.ts';

const FLOW = '/api/flows/incoming-document/migrations';
const FILE = readFileSync('processes/04-electronic-documents.bpmn', 'utf8');
let server: Awaited<ReturnType<typeof serve>>;
let li: Client;
let fang: Client;
let begun: Done;

beforeAll(async () => {
  server = await serve();
  [li, fang] = [await server.as('li-min'), await server.as('wu-fang')];
  begun = await fang.receive();
  const hold = 'tab-of-li-min';
  const page = async () =>
    well(await li.get(`/api/flows/incoming-document/drawing?hold=${hold}`)).body as { revision: number; latest: number };
  well(await li.post('/api/flows/incoming-document/drawing/hold', { hold, takeOver: false }));
  const xml = FILE.replace('<bpmn:documentation>', '<bpmn:documentation>第二版 ');
  well(await li.put('/api/flows/incoming-document/drawing', { hold, revision: (await page()).revision, xml }));
  const { revision, latest } = await page();
  well(
    await li.post('/api/flows/incoming-document/publish', { request: request(), hold, revision, latest, note: '改', effectiveFrom: null }),
  );
});

const preview = async (map = {}) => well(await li.post(`${FLOW}/preview`, { from: 1, to: 2, map })).body as MigrationPreview;
/** The running cases of a version, as its link lists them. */
const listed = async (version: number) => {
  const page = well(await fang.get(`/api/cases?list=all&flow=incoming-document&version=${version}&status=running`)).body as Page<CaseCard>;
  return page.rows.map(({ id }) => id);
};
const definition = async () => (well(await fang.get(`/api/cases/${begun.case}`)).body as CasePage).definition;

test('given a running case of version 1, when its owner tries, moves, looks and undoes, then each page tells so', async () => {
  const tried = await preview();
  expect(tried).toMatchObject({ from: 1, to: 2, ready: 1, refused: 0, cases: [{ case: begun.case, reasons: [] }] });
  const ask = { request: request(), preview: tried.preview };
  const job = well(await li.post(FLOW, ask)).body as MigrationPage;
  expect(job).toMatchObject({ phase: 'moved', moved: 1, by: { id: 'li-min' }, results: [{ case: begun.case, outcome: 'moved' }] });
  expect(well(await li.post(FLOW, ask)).body).toEqual(job);
  expect(await definition()).toBe('incoming-document@2');
  expect([await listed(1), await listed(2)]).toEqual([[], [begun.case]]);
  expect(well(await li.get(`${FLOW}/${job.id}`)).body).toEqual(job);
  expect((well(await li.get(FLOW)).body as readonly MigrationPage[]).map((one) => [one.id, one.results])).toEqual([[job.id, []]]);
  expect(well(await li.post(`${FLOW}/${job.id}/undo`, {})).body).toMatchObject({ phase: 'undone', undone: 1 });
  expect(await definition()).toBe('incoming-document@1');
  expect([await listed(1), await listed(2)]).toEqual([[begun.case], []]);
  expect((await fang.get('/api/cases?flow=incoming-document&version=0')).status).toBe(400);
});

test('given somebody who owns no process, when they ask for any of it, then it is not there, to the letter', async () => {
  const tried = await preview();
  const job = '0'.repeat(32);
  const unknown = refusal(await fang.get('/api/flows/nobody-has/versions'));
  for (const answer of [
    await fang.post(`${FLOW}/preview`, { from: 1, to: 2, map: {} }),
    await fang.post(FLOW, { request: request(), preview: tried.preview }),
    await fang.get(FLOW),
    await fang.get(`${FLOW}/${job}`),
    await fang.post(`${FLOW}/${job}/undo`, {}),
  ]) {
    expect(answer.status).toBe(404);
    expect({ ...refusal(answer), culprit: '' }).toEqual({ ...unknown, culprit: '' });
  }
  expect((await fetch(server.address + FLOW)).status).toBe(401);
});

test('given input that is none, when it is asked, then it is refused by its field', async () => {
  const asked = (body: object) => li.post(`${FLOW}/preview`, body);
  expect(refusal(await asked({ from: 1, to: 2 })).fields?.map((one) => one.field)).toEqual(['map']);
  expect(refusal(await asked({ from: 1, to: 2, map: {}, more: 1 })).fields?.map((one) => one.field)).toEqual(['more']);
  expect(refusal(await asked({ from: 1, to: 2, map: JSON.parse('{"__proto__":"x"}') })).status).toBe(400);
  expect(refusal(await asked({ from: 1, to: 9, map: {} })).status).toBe(404);
  expect(refusal(await asked({ from: 2, to: 2, map: {} })).status).toBe(400);
  for (const wrong of ['x', '..%2f..', `${'0'.repeat(31)}g`]) expect((await li.get(`${FLOW}/${wrong}`)).status).toBe(404);
  const old = refusal(await li.post(FLOW, { request: request(), preview: 'never-made' }));
  expect([old.status, old.code]).toEqual([409, 'changedMeanwhile']);
});
