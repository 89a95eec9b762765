/** @jest-environment jsdom */
import { afterEach, describe, expect, test } from '@jest/globals';
import { heldBy, LI_MIN, serve } from './office.ts';
import { documents, replaced } from './samples.ts';
import { button, leave, link, press, said, server, show, type, until } from './stage.tsx';
import { withReview } from './withReview.ts';

const { PublishRoom } = await import('../../../../packages/modeler/src/studio/versions/publish.tsx');

const FLOW = '/api/flows/incoming-document';
const open = (): Promise<void> => show(<PublishRoom />, '/flows/:flow/publish', '/flows/incoming-document/publish');
const redrawn = withReview(documents);
const asked = () => server.asked.find((one) => one.path === `${FLOW}/publish`);
/** Everything that the page works out by itself is there. */
const ready = (): Promise<void> => until(() => said().includes('增加了步骤“复核”') && !said().includes('正在检查'));
const refusedWith = (problem: object): void =>
  void server.says.set(`POST ${FLOW}/publish`, { refused: { culprit: 'incoming-document', status: 409, title: '', type: '', ...problem } });

afterEach(async () => {
  await leave();
  localStorage.clear();
  sessionStorage.clear();
});

describe('Before a flow is published', () => {
  test('the page tells what changes, for whom, and what becomes of the cases', async () => {
    serve({ xml: redrawn, versions: [[1, documents, { state: 'inForce', running: 3 }]] });
    await open();
    await ready();
    expect(said()).toContain('办公室主任 没有人 · 复核');
    expect(said()).toContain('第 1 版上的 3 件照旧按第 1 版办到底。');
    expect(said()).toContain('发布以后发起的办件，按第 2 版办理。');
    expect(said()).toContain('这些岗位现在没有人');
  });

  test('the note is asked for, and the button says so until it is there', async () => {
    serve({ xml: redrawn, versions: [[1, documents]] });
    await open();
    await ready();
    expect(button('填写修改说明后发布')?.disabled).toBe(true);
    await type('加一道复核');
    expect(button('发布第 2 版')?.disabled).toBe(false);
  });

  test('what is wrong stops it, with a way to each place', async () => {
    serve({ xml: replaced(redrawn, 'calledElement="outgoing-document"', 'calledElement="no-such-flow"'), versions: [[1, documents]] });
    await open();
    await type('加一道复核');
    await until(() => said().includes('先解决这些问题，才能发布'));
    expect(button('发布第 2 版')).toBeUndefined();
    expect(link('去图上改')?.getAttribute('href')).toMatch(/^\/flows\/incoming-document\/draw\?element=\w+/);
  });

  test('a draft that is the same as what is published is not published again', async () => {
    serve({ xml: documents, versions: [[1, documents]] });
    await open();
    await type('没有改');
    await until(() => said().includes('没有需要发布的改动'));
    expect(button('发布第 2 版')?.disabled).toBe(true);
  });

  test('where there is no draft, the page says what to do', async () => {
    serve({ xml: documents, versions: [[1, documents]], draft: false });
    await open();
    await until(() => said().includes('没有草稿'));
    expect(document.querySelector('textarea')).toBeNull();
  });
});

describe('Publishing', () => {
  test('sends what is on the page and nothing newer, and tells what is in force', async () => {
    serve({ xml: redrawn, versions: [[1, documents]] });
    server.says.set(`POST ${FLOW}/publish`, { version: 2, effectiveFrom: '2026-11-24T03:00:00Z' });
    await open();
    await ready();
    await type('  加一道复核 ');
    await press('发布第 2 版');
    await until(() => said().includes('第 2 版已发布，现在生效'));
    expect(asked()?.body).toMatchObject({ revision: 7, latest: 1, note: '加一道复核', effectiveFrom: null });
    expect(asked()?.body?.['hold']).toBe(sessionStorage.getItem('guicheng.hold.li-min.incoming-document'));
    expect(link('流程页面')?.getAttribute('href')).toBe('/flows/incoming-document');
    expect(localStorage.length).toBe(0);
  });

  test('a flow for the first time needs no version before it', async () => {
    serve({ xml: documents });
    server.says.set(`POST ${FLOW}/publish`, () => {
      serve({ xml: documents, versions: [[1, documents]], draft: false });
      return { version: 1, effectiveFrom: '2026-11-24T03:00:00Z' };
    });
    await open();
    await until(() => said().includes('这是第一次发布') && !said().includes('正在检查'));
    await type('新流程');
    await press('发布第 1 版');
    await until(() => said().includes('第 1 版已发布'));
    expect(asked()?.body).toMatchObject({ latest: 0 });
    // The list of versions is read for the first time now; what was told stays.
    await until(() => server.asked.some((one) => one.path === `${FLOW}/versions`));
    await until(() => said().includes('第 1 版已发布'));
  });

  test('upon a version that somebody published meanwhile is refused with who and when; the note is still there, also after a reload', async () => {
    serve({ xml: redrawn, versions: [[1, documents]] });
    refusedWith({
      code: 'changedMeanwhile',
      expected: { zh: '最新版本已是第 2 版，请先比较再发布', en: '' },
      by: { name: '张伟', at: '2026-11-24T01:00:00Z' },
    });
    await open();
    await ready();
    await type('加一道复核');
    await press('发布第 2 版');
    await until(() => said().includes('最新版本已是第 2 版，请先比较再发布（张伟，'));
    expect(document.querySelector('textarea')?.value).toBe('加一道复核');
    await leave();
    serve({ xml: redrawn, versions: [[1, documents]] });
    await open();
    await until(() => document.querySelector('textarea')?.value === '加一道复核');
  });

  test('what the server finds wrong stands in the list, with a way to its place', async () => {
    serve({ xml: redrawn, versions: [[1, documents]] });
    refusedWith({
      code: 'invalidDiagram',
      expected: { zh: '有问题', en: '' },
      fields: [{ field: 'in_call', code: 'invalidDiagram', expected: { zh: '调用的流程已经停用', en: '' } }],
    });
    await open();
    await ready();
    await type('加一道复核');
    await press('发布第 2 版');
    await until(() => said().includes('调用的流程已经停用'));
    expect(link('去图上改')?.getAttribute('href')).toBe('/flows/incoming-document/draw?element=in_call');
  });

  test('what another draws is not published before it is taken over, and they are named', async () => {
    serve({ xml: redrawn, versions: [[1, documents]], holder: heldBy() });
    server.says.set(`POST ${FLOW}/drawing/hold`, () => {
      serve({
        xml: redrawn,
        versions: [[1, documents]],
        holder: { ...(heldBy(LI_MIN) ?? { seenAt: '', since: '', person: LI_MIN }), here: true },
      });
      return {};
    });
    await open();
    await ready();
    await type('加一道复核');
    expect(said()).toContain('张伟正在修改这个流程');
    expect(button('发布第 2 版')?.disabled).toBe(true);
    await press('接手，在这里发布');
    await until(() => button('发布第 2 版')?.disabled === false);
    expect(server.asked.find((one) => one.method === 'POST')?.body).toMatchObject({ takeOver: true });
  });
});
