/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { act, useEffect } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { Draft } from '../../../packages/modeler/src/task/draft.ts';
import type { KeptDraft } from '../../../packages/modeler/src/task/mergeDrafts.ts';

const browser = new Map<string, KeptDraft>();
jest.unstable_mockModule('idb-keyval', () => ({
  get: async (key: string) => browser.get(key),
  set: async (key: string, value: KeptDraft) => void browser.set(key, value),
  del: async (key: string) => void browser.delete(key),
}));
const { useDraft } = await import('../../../packages/modeler/src/task/draft.ts');

/** What the server was sent, and whether it can be reached. */
const server = { reached: true, signedOut: false, kept: [] as unknown[] };
const NOTHING: KeptDraft = { values: {}, based: { title: '原来的' }, ticked: [], savedAt: null };
let draft: Draft;
let root: Root;

function Form() {
  const kept = useDraft('/api/tasks/c.v1/draft', 'guicheng.draft.wu-fang.c.v1', NOTHING);
  useEffect(() => {
    draft = kept;
  });
  return null;
}

const rest = (milliseconds: number): Promise<void> => act(() => jest.advanceTimersByTimeAsync(milliseconds));
const type = (field: string, words: string): Promise<void> => act(async () => draft.set(field, words));

beforeEach(async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  jest.useFakeTimers({ now: new Date('2026-11-24T02:32:00Z') });
  browser.clear();
  Object.assign(server, { reached: true, signedOut: false, kept: [] });
  globalThis.fetch = (async (_path: string, request: { readonly body: string }) => {
    if (!server.reached) throw new TypeError('offline');
    const problem = { code: 'signInNeeded', expected: { zh: '请登录' }, culprit: '', status: 401, title: '', type: '' };
    if (server.signedOut) return { ok: false, status: 401, json: async () => problem };
    server.kept.push((JSON.parse(request.body) as { readonly values: unknown }).values);
    return { ok: true, status: 200, json: async () => ({ savedAt: '2026-11-24T02:32:01Z' }) };
  }) as unknown as typeof fetch;
  root = createRoot(document.createElement('div'));
  await act(async () => root.render(<Form />));
});

afterEach(async () => {
  await act(async () => root.unmount());
  jest.useRealTimers();
});

describe('What is typed into a form', () => {
  test('is in the browser at once, and on the server when the hands rest', async () => {
    await type('title', '通');
    await type('title', '通知');
    expect(browser.get('guicheng.draft.wu-fang.c.v1')?.values).toEqual({ title: '通知' });
    expect([draft.state, server.kept]).toEqual(['saving', []]);
    await rest(1000);
    expect([draft.state, server.kept]).toEqual(['saved', [{ title: '通知' }]]);
    expect(draft.savedAt).toBe('2026-11-24T02:32:00.000Z');
  });

  test('stays in the browser while the line is cut, says so, and goes to the server when it is back', async () => {
    server.reached = false;
    await type('title', '通知');
    await rest(1000);
    expect([draft.state, server.kept]).toEqual(['here', []]);
    expect(browser.get('guicheng.draft.wu-fang.c.v1')?.values).toEqual({ title: '通知' });
    server.reached = true;
    await rest(10_000);
    expect([draft.state, server.kept]).toEqual(['saved', [{ title: '通知' }]]);
  });

  test('refused because nobody is signed in any more, it stays in the browser and says that; signed in elsewhere, it goes out', async () => {
    server.signedOut = true;
    await type('title', '通知');
    await rest(1000);
    expect([draft.state, server.kept]).toEqual(['signedOut', []]);
    expect(browser.get('guicheng.draft.wu-fang.c.v1')?.values).toEqual({ title: '通知' });
    server.signedOut = false;
    await rest(10_000);
    expect([draft.state, server.kept]).toEqual(['saved', [{ title: '通知' }]]);
  });

  test('goes out at once when the browser tells that the line is back', async () => {
    server.reached = false;
    await type('title', '通知');
    await rest(1000);
    server.reached = true;
    await act(async () => void globalThis.dispatchEvent(new Event('online')));
    expect(server.kept).toEqual([{ title: '通知' }]);
  });

  test('goes out when the page is left before the hands rested', async () => {
    await type('title', '通知');
    await act(async () => root.render(null));
    expect(server.kept).toEqual([{ title: '通知' }]);
  });

  test('is forgotten in both places once it was handed in', async () => {
    await type('title', '通知');
    await act(async () => draft.forget());
    await rest(60_000);
    expect(browser.size).toBe(0);
    expect(server.kept).toEqual([{}]);
    expect(draft.state).toBe('clean');
  });

  test('keeps its conflict settled: mine stands on what is there now, theirs is taken by leaving mine out', async () => {
    await type('title', '我的');
    await act(async () => draft.settle('title', { whose: 'mine', now: '他人的' }));
    expect([draft.values, draft.based]).toEqual([{ title: '我的' }, { title: '他人的' }]);
    await act(async () => draft.settle('title', { whose: 'theirs', now: '他人的' }));
    expect(draft.values).toEqual({});
  });

  test('keeps ticks in this browser only', async () => {
    await act(async () => draft.tick('risk-1', true));
    await act(async () => draft.tick('check-0', true));
    await act(async () => draft.tick('risk-1', false));
    await rest(1000);
    expect(browser.get('guicheng.draft.wu-fang.c.v1')?.ticked).toEqual(['check-0']);
    expect(server.kept).toEqual([{}]);
  });
});
