import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DrawingPage } from '../../packages/server/src/contract.ts';
import { build, endChildren, startChild } from './built.ts';
import { client, pick, refusal, request, well } from './harness.ts';

const folder = mkdtempSync(join(tmpdir(), 'guicheng-examining-'));
beforeAll(build, 120_000);
afterAll(() => {
  endChildren();
  rmSync(folder, { recursive: true });
});

const SEAL = readFileSync('processes/06-seal-use.bpmn', 'utf8');
const marked = (mark: string): string => SEAL.replace('<bpmn:documentation>', `<bpmn:documentation>${mark} `);
const DRAWING = '/api/flows/seal-use/drawing';
const hold = 'tab-of-li-min';

describe('A server as it ships, which reads diagrams in threads of their own', () => {
  test('given good and bad diagrams one after the other and at once, when they are saved and published, then each is answered, and it stops', async () => {
    const server = await startChild(folder);
    const li = client(server.address, await pick(server.address, 'li-min'));
    const page = async (): Promise<DrawingPage> => well(await li.get(DRAWING)).body as DrawingPage;
    const save = async (xml: string) => li.put(DRAWING, { hold, revision: (await page()).revision, xml });
    well(await save(marked('一')));
    expect(refusal(await save('<nothing')).code).toBe('invalidDiagram');
    well(await save(marked('二')));
    const atOnce = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        li.post('/api/flows/new', { request: request(), name: `流程 ${n}`, ...(n % 3 === 0 ? { xml: '<!DOCTYPE x>' } : {}) }),
      ),
    );
    expect(atOnce.map((answer) => answer.status)).toEqual(Array.from({ length: 12 }, (_, n) => (n % 3 === 0 ? 422 : 200)));
    well(await save(SEAL.replace('</bpmn:process>', '<bpmn:exclusiveGateway id="nowhere" /></bpmn:process>')));
    const publish = async () => {
      const { revision, latest } = await page();
      return li.post('/api/flows/seal-use/publish', { request: request(), hold, revision, latest, note: '试', effectiveFrom: null });
    };
    expect(refusal(await publish()).fields?.map((one) => one.field)).toContain('nowhere');
    well(await save(marked('三')));
    expect(well(await publish()).body).toMatchObject({ version: 2 });
    expect(await server.stop()).toBe(0);
  });

  test('given a diagram that takes longer than one may, when it is read, then that is said, and the next one is read', async () => {
    const built = pathToFileURL('packages/server/dist/examining/openExaminer.js').href;
    const script = `
      const { openExaminer } = await import(${JSON.stringify(built)});
      const impatient = openExaminer({ looks: { longest: 1 } });
      const late = await impatient.look('<a/>', 'li');
      const patient = openExaminer();
      const xml = (await import('node:fs')).readFileSync('processes/06-seal-use.bpmn', 'utf8');
      const both = await Promise.all([patient.look(xml, 'li'), patient.look(xml, 'li')]);
      console.log(JSON.stringify([late.code, ...both.map((one) => one.ok)]));
      await impatient.close();
      await patient.close();`;
    const ran = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    expect([ran.stderr, ran.stdout.trim()]).toEqual(['', '["unavailable",true,true]']);
  });
});
