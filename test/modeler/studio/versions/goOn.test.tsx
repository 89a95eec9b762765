/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { serve } from './office.ts';
import { documents, seal } from './samples.ts';
import { leave, press, said, server, show, until } from './stage.tsx';

const { VersionsRoom } = await import('../../../../packages/modeler/src/studio/versions/list.tsx');
const { useAddress } = await import('../../../../packages/modeler/src/studio/drawing/useAddress.ts');
const { Route, Routes, useLocation } = await import('react-router');
type Given = Parameters<typeof useAddress>;

/** What was done to the canvas, in order. */
const done: string[] = [];
const services: { readonly [name: string]: object } = {
  elementRegistry: { get: (id: string) => ({ id }) },
  selection: { select: ({ id }: { readonly id: string }) => done.push(`chosen ${id}`) },
  canvas: { scrollToElement: () => undefined },
};
const desk = {
  modeler: { get: (name: string) => services[name] },
  keeper: { send: async () => undefined },
  replace: async (xml: string) => void done.push(xml === seal ? 'replaced by version 1' : 'replaced'),
} as unknown as Given[1];
const opened = { page: { flow: 'incoming-document' }, hold: 'h' } as unknown as Given[0];

function Drawing() {
  useAddress(opened, desk);
  const { search, state } = useLocation();
  return `drawing ${search} ${JSON.stringify(state)}`;
}

const rooms = (
  <Routes>
    <Route path="versions" element={<VersionsRoom />} />
    <Route path="draw" element={<Drawing />} />
  </Routes>
);

beforeEach(() => {
  done.length = 0;
  serve({ xml: documents, versions: [[1, seal]] });
  server.says.set('POST /api/flows/incoming-document/drawing/keep', () => {
    done.push('kept');
    return { point: '0000000009' };
  });
});
afterEach(leave);

describe('Going on from an older version', () => {
  test('says what happens to the draft, keeps it first, and puts the version in its place', async () => {
    await show(rooms, '/flows/:flow/*', '/flows/incoming-document/versions');
    await until(() => said().includes('以此版重新修改'));
    await press('以此版重新修改');
    await until(() => said().includes('现在的草稿先留一个保留点'));
    expect(done).toEqual([]);
    await press('载入并去修改');
    await until(() => done.includes('replaced by version 1'));
    expect(done).toEqual(['kept', 'replaced by version 1']);
  });

  test('is not done again by a reload', async () => {
    await show(rooms, '/flows/:flow/*', '/flows/incoming-document/versions');
    await until(() => said().includes('以此版重新修改'));
    await press('以此版重新修改');
    await until(() => said().includes('载入并去修改'));
    await press('载入并去修改');
    await until(() => said().includes('drawing  null'));
  });
});

describe('A link to a place of the drawing', () => {
  test('chooses it when the drawing is open, once', async () => {
    await show(rooms, '/flows/:flow/*', '/flows/incoming-document/draw?element=in_register');
    await until(() => said().includes('drawing  null'));
    expect(done).toEqual(['chosen in_register']);
  });
});
