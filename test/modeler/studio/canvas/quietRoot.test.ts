/** @jest-environment jsdom */
import { expect, test } from '@jest/globals';
import type { Drawn } from '../../../../packages/modeler/src/studio/canvas/services.ts';
import { openDesk, shipped } from './desk.ts';

interface Canvas {
  getRootElement(): Drawn;
  addMarker(element: Drawn, marker: string): void;
  hasMarker(element: Drawn, marker: string): boolean;
}

test('The canvas itself is told apart only where nothing may be put down: other marks would have everything on it drawn anew', async () => {
  const desk = await openDesk(shipped('04-electronic-documents.bpmn'));
  const canvas = desk.editor.get<Canvas>('canvas');
  const marked = (element: Drawn): readonly string[] =>
    ['hover', 'drop-ok', 'connect-ok', 'drop-not-ok', 'connect-not-ok', 'new-parent'].filter((marker) => {
      canvas.addMarker(element, marker);
      return canvas.hasMarker(element, marker);
    });
  expect(marked(canvas.getRootElement())).toEqual(['drop-not-ok', 'connect-not-ok', 'new-parent']);
  expect(marked(desk.drawn('in_propose'))).toHaveLength(6);
});
