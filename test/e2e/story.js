// A story told in steps, each of which stands on the one before: after a step that failed, the others are not tried.
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';
import { openBrowser, person } from './browser.js';
import { startOffice } from './office.js';

export const pictures = join(dirname(fileURLToPath(import.meta.url)), 'pictures');

/** An office, a browser, and these people in it; `step` tells one step of the story, failing with a picture of every page. */
export function tellStory(ids, settings = {}) {
  const people = {};
  const story = { people, office: undefined, browser: undefined, page: (id) => people[id].page };
  let broken = false;
  before(async () => {
    story.office = await startOffice();
    story.browser = await openBrowser();
    for (const id of ids) people[id] = await person(story.browser, story.office.address, id, settings);
  });
  after(async () => {
    await story.browser?.close();
    await story.office?.stop();
  });
  const step = (name, act) =>
    test(name, async (context) => {
      if (broken) return context.skip('a step before this one failed');
      try {
        await act();
      } catch (error) {
        broken = true;
        mkdirSync(pictures, { recursive: true });
        for (const { id, page } of Object.values(people))
          if (!page.isClosed()) await page.screenshot({ path: join(pictures, `failed-${id}.png`) });
        throw error;
      }
    });
  return { story, step };
}
