/** @jest-environment jsdom */
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { ReasonDialog } from '../../../packages/modeler/src/ui/reasonDialog.tsx';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
globalThis.matchMedia ??= (() => ({ matches: false, addListener() {}, removeListener() {} })) as unknown as typeof matchMedia;
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

// jsdom complains about pseudo elements, which antd measures.
const computed = globalThis.getComputedStyle;
globalThis.getComputedStyle = (element) => computed(element);

/** What the server was asked, and what it refuses with. */
const server = { asked: [] as { readonly path: string; readonly body: { readonly [key: string]: unknown } }[], refuses: true };
const done = jest.fn();
let root: Root;

const button = (): HTMLButtonElement | undefined =>
  [...document.querySelectorAll('button')].find((one) => one.textContent?.trim() === '停止计时：办理时限');
const box = (): HTMLTextAreaElement | null => document.querySelector('textarea');
const press = (): Promise<void> => act(async () => button()?.click());
const type = (words: string): Promise<void> =>
  act(async () => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(box(), words);
    box()?.dispatchEvent(new Event('input', { bubbles: true }));
  });

beforeEach(async () => {
  Object.assign(server, { asked: [], refuses: true });
  done.mockClear();
  globalThis.fetch = (async (path: string, request: { readonly body: string }) => {
    server.asked.push({ path, body: JSON.parse(request.body) as { readonly [key: string]: unknown } });
    const problem = { code: 'notWaiting', expected: { zh: '该办件正在计时的时限' }, culprit: 'x', status: 409, title: '', type: '' };
    return server.refuses
      ? { ok: false, status: 409, json: async () => problem }
      : { ok: true, status: 200, json: async () => ({ case: 'c' }) };
  }) as unknown as typeof fetch;
  root = createRoot(document.body.appendChild(document.createElement('div')));
  await act(async () =>
    root.render(
      <ReasonDialog
        about={{ path: '/api/cases/c/stop', more: { limit: 'handle:v1' }, act: '停止计时：办理时限', will: ['停止后不再催。'] }}
        close={() => {}}
        done={done}
      />,
    ),
  );
});

afterEach(async () => {
  await act(async () => root.unmount());
});

test('A reason is asked for, and what will happen is said before; without a reason nothing is sent', async () => {
  expect(document.querySelector('.gc-will')?.textContent).toBe('停止后不再催。');
  await press();
  await type('   ');
  await press();
  expect(button()?.disabled).toBe(true);
  expect(server.asked).toEqual([]);
});

test('What the server refuses leaves the reason in its place and says why; asked again it is the same intention', async () => {
  await type(' 来文已撤回 ');
  await press();
  expect(server.asked[0]).toEqual({
    path: '/api/cases/c/stop',
    body: { request: expect.any(String), limit: 'handle:v1', reason: '来文已撤回' },
  });
  expect(document.querySelector('[role=alert]')?.textContent).toContain('该办件正在计时的时限');
  expect(box()?.value).toBe(' 来文已撤回 ');
  expect(done).not.toHaveBeenCalled();
  server.refuses = false;
  await press();
  expect(server.asked[1]?.body['request']).toBe(server.asked[0]?.body['request']);
  expect(done).toHaveBeenCalledWith({ case: 'c' });
});
