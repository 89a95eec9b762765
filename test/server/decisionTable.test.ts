import { expect, test } from '@jest/globals';
import type { CasePage, DrawingPage, TimelineEntry } from '../../packages/server/src/contract.ts';
import type { Json } from '../../packages/runtime/src/words/json.ts';
import { expense, WHO_APPROVES } from '../runtime/office/expense.ts';
import { refusal, request, serve, well, type Client } from './harness.ts';

const hold = 'tab-of-li-min';

/** Draws what is given and publishes it; the answer of publishing. */
async function publishes(li: Client, xml: string) {
  const { revision } = well(await li.get(`/api/flows/expense/drawing?hold=${hold}`)).body as DrawingPage;
  well(await li.put('/api/flows/expense/drawing', { hold, revision, xml }));
  const drawn = well(await li.get(`/api/flows/expense/drawing?hold=${hold}`)).body as DrawingPage;
  const ask = { request: request(), hold, revision: drawn.revision, latest: drawn.latest, note: '按表定审批人', effectiveFrom: null };
  return li.post('/api/flows/expense/publish', ask);
}

/** A server on which 费用报销 is being drawn, with those whom it concerns. */
async function office(executor: string) {
  const server = await serve({ executor });
  const [li, lu, head, leader] = [
    await server.as('li-min'),
    await server.as('lu-yao'),
    await server.as('shen-guohua'),
    await server.as('liu-xiulan'),
  ];
  well(await li.post('/api/flows/new', { request: request(), name: '费用报销', xml: expense() }));
  const page = async (caseId: string, who = lu): Promise<CasePage> => well(await who.get(`/api/cases/${caseId}`)).body as CasePage;
  return {
    li,
    lu,
    head,
    leader,
    page,
    claim: async (values: { readonly [field: string]: Json }): Promise<string> => {
      const begun = well(await lu.post('/api/cases', { request: request(), flow: 'expense', values: { title: '参加培训' } }));
      const { case: caseId } = begun.body as { readonly case: string };
      await lu.does('fill', { values, case: caseId });
      return caseId;
    },
    told: async (caseId: string): Promise<readonly string[]> =>
      (well(await lu.get(`/api/cases/${caseId}/timeline`)).body as readonly TimelineEntry[]).map(({ words, detail }) =>
        [words.zh, detail?.zh].filter(Boolean).join('：'),
      ),
    stop: () => server.stop(),
  };
}

test('given a flow with a decision table, when it is drawn, published and run over HTTP, then the table decides, stops where it cannot, and goes on when mended', async () => {
  const { li, lu, head, leader, claim, page, told, stop } = await office('kernel');
  // A cell that nobody can read is told, and nothing is published.
  const unread = expense({ sheet: { ...WHO_APPROVES, rows: ['"travel|-|"head"'] } });
  expect(
    refusal(await publishes(li, unread))
      .fields?.map(({ expected }) => expected.zh)
      .join(),
  ).toContain('第 1 行“kind”');
  well(await publishes(li, expense()));

  const decided = await claim({ kind: 'office', amount: 30_000 });
  expect(await told(decided)).toContain('“确定审批人”得出谁来批：科室领导：按“报销审批权限”，符合第 1 行');
  await head.does('head', { case: decided });
  expect((await page(decided)).card.status).toBe('completed');

  const stopped = await claim({ kind: 'office', amount: 300_000 });
  expect((await page(stopped)).incidents[0]?.words.zh).toBe('决策表得不出结果：“报销审批权限”没有一行符合');
  const [incident] = (await page(stopped, li)).incidents;
  expect(incident?.acts?.fields.map(({ key }) => key)).toEqual(['kind', 'amount']);
  const mend = { request: request(), incident: incident?.id, values: { kind: { to: 'travel', was: 'office' } }, reason: '类别填错' };
  expect(refusal(await lu.post(`/api/cases/${stopped}/retry`, mend)).status).toBe(403);
  well(await li.post(`/api/cases/${stopped}/retry`, mend));
  await leader.does('leader', { case: stopped });
  expect((await page(stopped)).card.status).toBe('completed');
  expect(await told(stopped)).toContain('“确定审批人”得出谁来批：局领导：按“报销审批权限”，符合第 2 行');
  await stop();
});

test('given bpmn-engine, when the same flow is run, then the table decides alike and stops for the same reason', async () => {
  const { li, head, claim, page, told, stop } = await office('bpmn-engine');
  well(await publishes(li, expense()));
  const decided = await claim({ kind: 'office', amount: 30_000 });
  expect(await told(decided)).toContain('“确定审批人”得出谁来批：科室领导：按“报销审批权限”，符合第 1 行');
  await head.does('head', { case: decided });
  expect((await page(decided)).card.status).toBe('completed');
  const stopped = await claim({ kind: 'office', amount: 300_000 });
  expect((await page(stopped)).incidents[0]?.words.zh).toBe('决策表得不出结果：“报销审批权限”没有一行符合');
  await stop();
});
