import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import type { Done, DrawingPage, StartableInCase } from '../../packages/server/src/contract.ts';
import { startable } from '../../packages/server/src/http/moveAnswers.ts';
import { request, serve, well, type Client } from './harness.ts';

const FLOW = readFileSync('test/e2e/settling.bpmn', 'utf8');
const hold = 'tab-of-li-min';

test('given steps that are chosen, when their people ask what they may begin at any time, then it is told with its case, and to nobody else', async () => {
  const { as, address } = await serve();
  const [li, peng, han, tang] = [await as('li-min'), await as('peng-fei'), await as('han-mei'), await as('tang-bo')];
  well(await li.post('/api/flows/new', { request: request(), name: '信访调处', xml: FLOW }));
  well(await li.post('/api/flows/free/drawing/hold', { hold, takeOver: true }));
  const { revision, latest } = well(await li.get(`/api/flows/free/drawing?hold=${hold}`)).body as DrawingPage;
  well(await li.post('/api/flows/free/publish', { request: request(), hold, revision, latest, note: '初版', effectiveFrom: null }));
  const begun = well(await peng.post('/api/cases', { request: request(), flow: 'free', values: { title: '噪声' } })).body as Done;
  const anyTime = async (who: Client) => well(await who.get('/api/me/startable')).body as readonly StartableInCase[];
  const found = await anyTime(han);
  expect(startable.parse(found)).toEqual(found);
  const work = { step: { zh: '调处' }, start: [{ element: 'visit' }], mayConclude: true, open: [] };
  expect(found).toMatchObject([{ case: begun.case, title: '信访 噪声', flowName: { zh: '信访调处' }, work }]);
  expect([await anyTime(peng), await anyTime(tang)]).toEqual([[], []]);
  expect((await fetch(`${address}/api/me/startable`)).status).toBe(401);
});
