/** @jest-environment jsdom */
import { afterEach, expect, jest, test } from '@jest/globals';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import type { TaskPage } from '@guicheng/server/contract';
import { PathLine } from '../../../packages/modeler/src/task/path.tsx';
import { step } from './samples.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
const complaints = jest.spyOn(console, 'error').mockImplementation(() => undefined);

afterEach(() => void complaints.mockClear());

test('A step that comes again stands on the path twice: now, and next', async () => {
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  const page = {
    card: { state: 'open', takenBy: null, seats: [] },
    path: [step('转办', 'done', ['吴芳']), step('督办', 'now')],
  } as unknown as TaskPage;
  await act(async () => root.render(<PathLine page={page} next={[{ step: { zh: '督办' }, seats: [] }]} />));
  const names = [...place.querySelectorAll('.gc-path-name')].map((name) => name.textContent);
  expect(names).toEqual(['转办', '督办', '督办']);
  expect(complaints.mock.calls).toEqual([]);
  await act(async () => root.unmount());
});
