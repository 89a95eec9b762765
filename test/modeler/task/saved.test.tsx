/** @jest-environment jsdom */
import { expect, test } from '@jest/globals';
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
