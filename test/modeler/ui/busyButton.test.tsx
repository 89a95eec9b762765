/** @jest-environment jsdom */
import { expect, test } from '@jest/globals';
import { act } from 'react';
import { createRoot } from 'react-dom/client';

// A browser that can move things but never tells that a movement is over: some ends are dropped in real ones.
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true, AnimationEvent: Event, TransitionEvent: Event });
for (const name of ['animation', 'transition'])
  Object.defineProperty(CSSStyleDeclaration.prototype, name, { value: '', writable: true, configurable: true });
const { Button, ConfigProvider } = await import('antd');
const { lookOf } = await import('../../../packages/modeler/src/ui/look.ts');

test('A button that is no longer busy has its own name again, also where no movement ever ends', async () => {
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  const show = (busy: boolean): Promise<void> =>
    act(async () =>
      root.render(
        <ConfigProvider theme={lookOf(false, 'zh')}>
          <Button loading={busy}>提交给 局领导</Button>
        </ConfigProvider>,
      ),
    );
  await show(false);
  await show(true);
  expect(place.querySelector('[aria-label=loading]')).not.toBeNull();
  await show(false);
  await act(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  expect(place.querySelector('[aria-label=loading]')).toBeNull();
  await act(async () => root.unmount());
});
