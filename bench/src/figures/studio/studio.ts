import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumHere } from '../../load/chromium.ts';
import { serveDemo } from '../../load/demo.ts';
import { withFolder } from '../../load/folder.ts';
import { newRequest, openClient, signIn } from '../../load/office.ts';
import { servePages } from '../../load/pages.ts';
import { judged, notRun, type About, type Figure, type Goal } from '../../report/figure.ts';
import type { Suite } from '../../suite.ts';
import { autosaveTraffic } from './autosaveTraffic.ts';
import { diagramOf } from './diagramOf.ts';
import { dragging } from './dragging.ts';
import { firstOpen } from './firstOpen.ts';
import type { Places } from './places.ts';

const DRAG: About = { figure: 'main thread per pointer move, dragging at 299 elements', group: 'browser', unit: 'ms' };
const OPEN: About = { figure: 'first open of the studio, to the drawn canvas, nothing cached', group: 'browser', unit: 'ms' };
const TRAFFIC: About = { figure: 'autosave traffic of a ten-minute edit', group: 'browser', unit: 'MB' };
const GOALS: ReadonlyMap<About, Goal> = new Map<About, Goal>([
  [DRAG, { kind: 'timesAtMost', times: 1.1 }],
  [OPEN, { kind: 'timesAtMost', times: 1.5 }],
  [TRAFFIC, { kind: 'below', value: 2 }],
]);
const goalOf = (about: About): Goal => GOALS.get(about) ?? { kind: 'below', value: 0 };

/** Who draws in the demo. */
const OWNER = 'li-min';
/** Flow no. 4, on which the process owner's first day is told. */
const FLOW = 'incoming-document';
const FILE = 'processes/04-electronic-documents.bpmn';

/** The studio as a process owner has it, beside bpmn-js alone: dragging, opening; and what it sends while it is drawn on. */
export const studio: Suite = {
  group: 'browser',
  quick: false,
  async measure({ root, say }) {
    const here = chromiumHere();
    if (!here) return this.failed('no chromium is installed here; CHROMIUM may name one');
    const built = spawnSync(process.execPath, [join(root, 'packages/server/bin/build.js'), '--bare'], { stdio: ['ignore', 2, 2] });
    if (built.status !== 0) return this.failed('the page with bpmn-js alone could not be built');
    return withFolder(async (folder) => {
      const served = await serveDemo({ root, folder, pinned: false });
      const pages = await servePages(join(root, 'packages/modeler/dist/bare'));
      const browser = await chromium.launch(here);
      try {
        const cookie = (await signIn(served.address, [OWNER])).get(OWNER) ?? '';
        const places: Places = { browser, studio: served.address, cookie, bare: `${pages.address}/bare.html` };
        const figures: Figure[] = [];
        pages.show(readFileSync(join(root, FILE), 'utf8'));
        say('first open of the studio beside bpmn-js alone, about a minute');
        figures.push(await measured(OPEN, () => firstOpen(places, `/flows/${FLOW}/draw`)));
        const large = diagramOf(299);
        pages.show(large);
        say('dragging beside bpmn-js alone, about a minute');
        figures.push(await measured(DRAG, async () => dragging(places, `/flows/${await newFlow(places, large)}/draw`)));
        say('ten minutes of drawing by a clock that is moved on');
        figures.push(await measured(TRAFFIC, () => autosaveTraffic(places, `/flows/${FLOW}/draw`)));
        return figures;
      } finally {
        await browser.close();
        pages.close();
        await served.stop();
      }
    });
  },
  failed: (reason) => [DRAG, OPEN, TRAFFIC].map((about) => notRun(about, goalOf(about), reason)),
};

/** One figure that breaks takes the others nothing. */
const measured = (about: About, measure: () => Promise<Parameters<typeof judged>[1]>): Promise<Figure> =>
  measure().then(
    (found) => judged(about, found, goalOf(about)),
    (error: unknown) => notRun(about, goalOf(about), error instanceof Error ? error.message : String(error)),
  );

async function newFlow({ studio: address, cookie }: Places, xml: string): Promise<string> {
  const client = await openClient(address, new Map([[OWNER, cookie]]));
  const reply = await client.ask(OWNER, { method: 'POST', path: '/api/flows/new', body: { request: newRequest(), name: '量', xml } });
  client.close();
  return (JSON.parse(reply.body) as { readonly flow: string }).flow;
}
