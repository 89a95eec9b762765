/** @jest-environment jsdom */
import { afterEach, expect, test } from '@jest/globals';
import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { useTitle } from '../../../packages/modeler/src/ui/title.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const Room = ({ name, children }: { readonly name: string; readonly children?: ReactNode }) => {
  useTitle(name);
  return children;
};

const place = document.createElement('div');
const root = createRoot(place);
const show = (what: ReactNode): void => act(() => root.render(what));

afterEach(() => show(null));

test('A task opened beside the board gives its title, and closed the board has its own again', () => {
  show(<Room name="(3) 待办" />);
  expect(document.title).toBe('(3) 待办 · 规程');
  show(
    <Room name="(3) 待办">
      <Room key="task" name="收文批办" />
    </Room>,
  );
  expect(document.title).toBe('收文批办 · 规程');
  show(<Room name="(3) 待办" />);
  expect(document.title).toBe('(3) 待办 · 规程');
});

test('A title that changes is followed, and another room takes its place', () => {
  show(<Room key="a" name="待办" />);
  show(<Room key="a" name="(1) 待办" />);
  expect(document.title).toBe('(1) 待办 · 规程');
  show(<Room key="b" name="已办" />);
  expect(document.title).toBe('已办 · 规程');
});
