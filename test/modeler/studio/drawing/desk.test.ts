/** @jest-environment jsdom */
import { expect, jest, test } from '@jest/globals';

const SOURCE = '../../../../packages/modeler/src/studio';
const onCanvas = { xml: 'nothing' };
const ears: ((event: { readonly trigger: string }) => void)[] = [];

jest.unstable_mockModule(`${SOURCE}/canvas/modeler.ts`, () => ({
  makeModeler: () => ({
    on: (_name: string, _priority: number, hear: (event: { readonly trigger: string }) => void) => ears.push(hear),
    destroy: () => undefined,
  }),
}));
jest.unstable_mockModule(`${SOURCE}/showProcess.ts`, () => ({ showProcess: () => undefined }));
jest.unstable_mockModule(`${SOURCE}/canvas/fidelity/saveXml.ts`, () => ({ saveXml: async () => onCanvas.xml }));
// As the editor does: it empties its stack, says so, and only then has the other file.
jest.unstable_mockModule(`${SOURCE}/canvas/fidelity/openXml.ts`, () => ({
  openXml: async (_modeler: object, xml: string) => {
    for (const hear of ears) hear({ trigger: 'clear' });
    await Promise.resolve();
    onCanvas.xml = xml;
    return { warnings: [] };
  },
}));
const { setUpDesk } = await import(`${SOURCE}/drawing/desk.ts`);

test('What was written out while another whole was being put on the canvas is not taken for that whole', async () => {
  const page = { flow: 'f', latest: 1, revision: 3, draft: null };
  const copies = { keep: async () => true, drop: async () => undefined };
  const server = {
    save: async () => ({ revision: 4, savedAt: '' }),
    prepare: async () => undefined,
    hold: async () => undefined,
    release() {},
  };
  const opened = { page, plan: { xml: 'version 2', taken: null }, hold: 'h', copies, server, letGo() {} };
  const desk: { current?: { xml(): Promise<string>; replace(xml: string): Promise<void> } } = {};
  // Whoever looks at the drawing when it changes – the check – has it written out.
  const set = setUpDesk(document.createElement('div'), opened, { language: 'zh', changed: () => void desk.current?.xml() });
  desk.current = await set.open();
  await desk.current?.replace('version 1');
  expect(await desk.current?.xml()).toBe('version 1');
  await set.close();
});
