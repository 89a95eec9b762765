// Everything that the canvas can say is said in the reader's language: every menu, entry and tooltip is opened, and a refusal provoked.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, person } from './browser.js';
import { startOffice } from './office.js';
import { listen, translated } from './translated.js';

/** How many templates of bpmn-js may stay in its English. */
const AT_MOST = 10;

let office;
let browser;
before(async () => {
  office = await startOffice();
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await office?.stop();
});

// Two flows, as a drawing has one editor at a time.
const DRAWN = { zh: 'incoming-document', en: 'seal-use' };

for (const [language, flow] of Object.entries(DRAWN)) {
  test(`the canvas speaks ${language === 'zh' ? 'Chinese' : 'the English of the office'} throughout`, async () => {
    const { page, context, faults } = await person(browser, office.address, 'li-min', { language });
    await listen(page);
    await page.goto(`${office.address}/flows/${flow}/draw`);
    // The whole page stands; what it began with in this machine's language has gone.
    await page.locator('.gc-panel').waitFor();
    await page.locator('.djs-palette .gc-tile').first().waitFor();
    const size = await page
      .locator('.djs-palette .gc-tile')
      .first()
      .evaluate((tile) => Number.parseFloat(getComputedStyle(tile).fontSize));
    assert.ok(size < 16, `bpmn-js has the last word on the palette: its words are ${size} px high`);
    const { elements, menus, refused, said, unknown, foreign } = await translated(page, language);
    assert.ok(elements > 30 && menus > 10, `only ${elements} elements and ${menus} menus were opened`);
    assert.ok(refused, 'nothing was refused');
    assert.ok(said.length > 5, `only ${said.length} templates were heard`);
    assert.ok(unknown.length <= AT_MOST, `not translated: ${unknown.join(' | ')}`);
    assert.deepEqual(foreign, []);
    assert.deepEqual(faults, []);
    await context.close();
  });
}
