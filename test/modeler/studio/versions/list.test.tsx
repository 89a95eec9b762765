/** @jest-environment jsdom */
import { afterEach, describe, expect, test } from '@jest/globals';
import { LI_MIN, serve } from './office.ts';
import { documents } from './samples.ts';
import { button, leave, link, press, said, server, show, until } from './stage.tsx';

const { VersionsRoom } = await import('../../../../packages/modeler/src/studio/versions/list.tsx');

const open = (): Promise<void> => show(<VersionsRoom />, '/flows/:flow/versions', '/flows/incoming-document/versions');
afterEach(leave);

describe('The versions of a flow', () => {
  test('are told with state, note, who, and how many cases run on each', async () => {
    serve({
      xml: documents,
      versions: [
        [3, documents, { state: 'planned', effectiveFrom: '2026-12-01T00:00:00Z' }],
        [2, documents, { state: 'inForce', running: 4 }],
        [1, documents, { running: 1 }],
      ],
    });
    await open();
    await until(() => said().includes('第 3 版'));
    for (const words of ['计划中', '现行', '历史', '12-01 08:00', '第 2 次修改', '4 件']) expect(said()).toContain(words);
    expect(link('4 件')?.getAttribute('href')).toBe('/cases?flow=incoming-document&version=2&status=running');
    expect(link('与上一版比较')?.getAttribute('href')).toBe('/flows/incoming-document/compare?from=2&to=3');
    expect(link('改了什么')?.getAttribute('href')).toBe('/flows/incoming-document/compare?from=3&to=draft');
  });

  test('that are planned can be called off, after it was said what goes on; then they are said to be', async () => {
    const planned = [3, documents, { state: 'planned', effectiveFrom: '2026-12-01T00:00:00Z' }] as const;
    const inForce = [2, documents, { state: 'inForce' }] as const;
    serve({ xml: documents, versions: [planned, inForce] });
    await open();
    await until(() => said().includes('计划中'));
    await press('取消计划');
    await until(() => said().includes('现行的版本继续用'));
    server.says.set('POST /api/flows/incoming-document/versions/3/call-off', () => {
      serve({ xml: documents, versions: [[3, documents, { state: 'calledOff', effectiveFrom: '2026-12-01T00:00:00Z' }], inForce] });
      return [];
    });
    await press('取消第 3 版的计划');
    await until(() => said().includes('已取消'));
    expect(button('取消计划')).toBeUndefined();
  });

  test('that bear markup show it as text', async () => {
    serve({ xml: documents, versions: [[1, documents, { note: '<img src=x onerror=alert(1)>', publishedBy: { zh: '<b>王</b>' } }]] });
    await open();
    await until(() => said().includes('<img src=x onerror=alert(1)>'));
    expect([document.querySelector('img'), document.querySelector('b')]).toEqual([null, null]);
    expect(said()).toContain('<b>王</b>');
  });

  test('that do not exist yet are said not to', async () => {
    serve({ xml: documents, draft: false });
    await open();
    await until(() => said().includes('这个流程还没有发布过'));
    expect(said()).toContain('还没有保留点');
  });

  test('stand beside the kept moments of the draft, to be compared with it', async () => {
    const kept = [{ point: '0000000005', at: '2026-11-24T03:00:00Z', by: LI_MIN, words: { zh: '给科长看过' } }];
    serve({ xml: documents, versions: [[1, documents]], kept });
    await open();
    await until(() => said().includes('给科长看过'));
    const hrefs = [...document.querySelectorAll('a')].map((one) => one.getAttribute('href'));
    expect(hrefs).toContain('/flows/incoming-document/compare?from=kept-0000000005&to=draft');
  });

  test('are no page for whoever owns no flows', async () => {
    serve({ xml: documents, versions: [[1, documents]], roles: ['staff'] });
    await open();
    await until(() => said().includes('没有这个页面'));
  });
});
