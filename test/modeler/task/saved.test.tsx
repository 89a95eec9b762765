/** @jest-environment jsdom */
import { expect, test } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import type { Draft } from '../../../packages/modeler/src/task/draft.ts';
import { Saved } from '../../../packages/modeler/src/task/saved.tsx';
import '../../../packages/modeler/src/words/i18n.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

test('When a form was kept is told by the office’s clock, wherever the reader sits', async () => {
  const place = document.createElement('div');
  const root = createRoot(place);
  const draft = { state: 'saved', savedAt: '2026-11-23T16:05:00.000Z' } as unknown as Draft;
  await act(async () => root.render(<Saved draft={draft} />));
  expect(place.textContent).toContain('00:05');
  await act(async () => root.unmount());
});

test('A draft that the server refuses because the session is over says so and offers to sign in, which asks who is signed in', async () => {
  const place = document.createElement('div');
  const root = createRoot(place);
  const draft = { state: 'signedOut', savedAt: '2026-11-23T16:05:00.000Z' } as unknown as Draft;
  const queries = new QueryClient();
  queries.setQueryData(['/api/session'], { person: { id: 'wu-fang' } });
  await act(async () =>
    root.render(
      <QueryClientProvider client={queries}>
        <Saved draft={draft} />
      </QueryClientProvider>,
    ),
  );
  expect(place.textContent).toContain('登录已失效。内容已存在本机 00:05');
  await act(async () => place.querySelector('button')?.click());
  expect(queries.getQueryState(['/api/session'])?.isInvalidated).toBe(true);
  await act(async () => root.unmount());
});
