import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { serveDemo } from '../load/demo.ts';
import { withFolder } from '../load/folder.ts';
import { complete, openClient, receive, signIn, STEPS, upload } from '../load/office.ts';
import { judged, notRun, type About, type Goal } from '../report/figure.ts';
import type { Suite } from '../suite.ts';

const ABOUT: About = { figure: 'clone → first task completed, by the README, machine time', group: 'scale', unit: 's' };
const GOAL: Goal = { kind: 'below', value: 180 };

/** A fresh clone of HEAD, `npm ci`, `npm start -- --demo` with all that it builds, sign-in, one case, its first task. */
export const clone: Suite = {
  group: 'scale',
  quick: false,
  measure: ({ root, say }) =>
    withFolder(async (folder) => {
      say('clone → first task completed, one to three minutes');
      const fresh = join(folder, 'guicheng');
      const begin = performance.now();
      execFileSync('git', ['clone', '--quiet', root, fresh], { stdio: ['ignore', 2, 2] });
      try {
        execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: fresh, stdio: ['ignore', 2, 2] });
      } catch {
        return [notRun(ABOUT, GOAL, 'npm ci failed, see its messages; it needs a package registry')];
      }
      const installed = performance.now();
      const served = await serveDemo({ root: fresh, folder: join(folder, 'data'), pinned: false });
      try {
        const cookies = await signIn(served.address, ['wu-fang']);
        const files = await upload(served.address, cookies.get('wu-fang') ?? '');
        const client = await openClient(served.address, cookies);
        const task = await receive(client, files);
        const [register] = STEPS;
        if (register) await complete(client, task, register);
        client.close();
      } finally {
        await served.stop();
      }
      const seconds = (until: number): number => (until - begin) / 1000;
      const reason = `once; of it clone and npm ci ${seconds(installed).toFixed(0)} s, with whatever the machine had in npm's cache`;
      return [judged(ABOUT, { ours: seconds(performance.now()), reason }, GOAL)];
    }),
  failed: (reason) => [notRun(ABOUT, GOAL, reason)],
};
