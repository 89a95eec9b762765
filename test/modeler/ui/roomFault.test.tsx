/** @jest-environment jsdom */
import { afterEach, expect, jest, test } from '@jest/globals';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { TextDecoder, TextEncoder } from 'node:util';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true, TextDecoder, TextEncoder });
const { MemoryRouter } = await import('react-router');
const { RoomFault } = await import('../../../packages/modeler/src/ui/roomFault.tsx');

afterEach(() => void jest.restoreAllMocks());

const Room = ({ broken }: { readonly broken: boolean }) => {
  if (broken) throw new Error('a room that breaks');
  return <p>在办</p>;
};

test('A room that breaks says so and can be opened again; another room is shown', async () => {
  // React tells the console of every error that is caught
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  const show = (address: string, broken: boolean): Promise<void> =>
    act(async () =>
      root.render(
        <MemoryRouter>
          <RoomFault at={address}>
            <Room broken={broken} />
          </RoomFault>
        </MemoryRouter>,
      ),
    );
  await show('/one', true);
  expect(place.querySelector('[role=alert]')?.textContent).toContain('显示不出来');
  expect(place.querySelector('button')?.textContent).toBe('重新打开这一页');
  await show('/two', false);
  expect(place.textContent).toBe('在办');
  await act(async () => root.unmount());
});
