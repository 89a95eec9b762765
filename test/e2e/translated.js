// Opens every menu, entry and tooltip of the canvas, and provokes what it refuses, to hear whether anything is still said in bpmn-js's own words.

/** What may stay: the mark of bpmn.io, which its licence asks for. */
const ALLOWED = new Set(['Powered by bpmn.io', 'bpmn.io']);

/** Must be called before the page with the canvas is opened: from then on it hears what is translated. */
export const listen = (page) =>
  page.addInitScript(() => {
    window.gcSaid = [];
    document.addEventListener('gc-translated', ({ detail }) => window.gcSaid.push(detail));
  });

const press = (page, selector) => page.locator(selector).first().click();

/** What can be read in a part of the page: words, tooltips, names for screen readers, what a field asks for. */
const readIn = (page, selector) =>
  page.evaluate((where) => {
    const said = [];
    for (const root of document.querySelectorAll(where)) {
      for (const element of [root, ...root.querySelectorAll('*')]) {
        for (const name of ['title', 'aria-label', 'placeholder', 'alt'])
          if (element.getAttribute(name)) said.push(element.getAttribute(name));
        for (const child of element.childNodes) if (child.nodeType === Node.TEXT_NODE && child.data.trim()) said.push(child.data.trim());
      }
    }
    return said;
  }, selector);

/** Clicks an element wherever it stands, in view or not. */
const choose = (page, id, shiftKey = false) =>
  page.evaluate(
    ([element, shift]) => {
      const hit = document.querySelector(`.djs-element[data-element-id="${CSS.escape(element)}"] > .djs-hit`);
      const { left, top, width, height } = hit.getBoundingClientRect();
      const at = { bubbles: true, clientX: left + width / 2, clientY: top + height / 2, button: 0, shiftKey: shift };
      for (const type of ['mousedown', 'mouseup', 'click']) hit.dispatchEvent(new MouseEvent(type, at));
    },
    [id, shiftKey],
  );

const nothingChosen = (page) => page.keyboard.press('Escape');

const chooseNothing = (page) =>
  page.evaluate(() => document.querySelector('.djs-container > svg').dispatchEvent(new MouseEvent('click', { bubbles: true })));

/** The pad and the menu 换成… of everything that is drawn. */
async function openPads(page, read) {
  const ids = await page.evaluate(() => [
    ...new Set([...document.querySelectorAll('.djs-element[data-element-id]')].map((element) => element.dataset.elementId)),
  ]);
  let menus = 0;
  const steps = [];
  for (const id of ids) {
    if (!(await page.locator(`.djs-element[data-element-id="${id}"] > .djs-hit`).count())) continue;
    await choose(page, id);
    await page.waitForTimeout(20);
    await read('.djs-context-pad');
    if (await page.locator('.djs-context-pad [data-action=addLimit]').count()) steps.push(id);
    const change = page.locator('.djs-context-pad [data-action=changeInto]');
    if (await change.count()) {
      await change.first().dispatchEvent('click');
      await page.locator('.djs-popup').waitFor();
      await read('.djs-popup');
      menus += 1;
      await nothingChosen(page);
    }
    await chooseNothing(page);
  }
  return { elements: ids.length, menus, steps };
}

/** Two steps that stand in the same part, chosen at once, and how they are lined up. */
async function openAligning(page, read, [first, ...others]) {
  const align = page.locator('.djs-context-pad [data-action=align]');
  for (const other of others) {
    await choose(page, first);
    await choose(page, other, true);
    await page.waitForTimeout(20);
    if (await align.count()) break;
    await chooseNothing(page);
  }
  await read('.djs-context-pad');
  await align.dispatchEvent('click');
  await page.locator('.djs-popup').waitFor();
  await read('.djs-popup');
  await nothingChosen(page);
  await chooseNothing(page);
}

/** The search, the overview, the rest of the palette. */
async function openAround(page, read) {
  await press(page, '.djs-palette [data-action=more]');
  await read('.djs-palette');
  await press(page, '.djs-minimap .toggle');
  await read('.djs-minimap');
  await press(page, '.djs-minimap .toggle');
  await page.locator('.djs-container > svg').focus();
  await page.keyboard.press('Control+f');
  await page.locator('.djs-search-input input').waitFor();
  await read('.djs-search-container');
  await nothingChosen(page);
}

/** A step dropped outside of every pool is refused with a word. */
async function dropOutside(page, read) {
  const canvas = await page.locator('.djs-container').boundingBox();
  await page.mouse.move(canvas.x + canvas.width / 2, canvas.y + canvas.height / 2);
  // Off to the upper left of everything.
  for (let turn = 0; turn < 8; turn += 1) await page.mouse.wheel(-400, -400);
  await page.waitForTimeout(100);
  const pools = await page.evaluate(() =>
    [...document.querySelectorAll('.djs-element[data-element-id] > .djs-hit')].map((hit) => hit.getBoundingClientRect().toJSON()),
  );
  const free = (x, y) => pools.every((box) => x < box.left || x > box.right || y < box.top || y > box.bottom);
  const tiles = await page.locator('.djs-palette').boundingBox();
  for (let x = tiles.x + tiles.width + 20; x < canvas.x + canvas.width - 20; x += 20) {
    for (let y = canvas.y + 60; y < canvas.y + canvas.height - 60; y += 20) {
      if (!free(x, y)) continue;
      await press(page, '.djs-palette [data-action="create.step"]');
      await page.mouse.move(x - 6, y, { steps: 4 });
      await page.mouse.move(x, y, { steps: 4 });
      await page.mouse.click(x, y);
      await page.locator('.djs-tooltip').first().waitFor();
      await read('.djs-tooltip');
      await nothingChosen(page);
      return true;
    }
  }
  return false;
}

/** Names that people gave, on the canvas and in the search's results, are theirs in whatever language. */
const OWN = new Set(['BPMN']);

/**
 * Drives the canvas that is open on this page, for a reader of Chinese or of English. `unknown` are the templates for which there is no word of ours,
 * `foreign` what could be read on the screen in the wrong language (a BPMN name after the word BPMN is meant for those who know it).
 */
export async function translated(page, language) {
  const seen = new Set();
  const read = async (selector) => {
    for (const text of await readIn(page, selector)) seen.add(text);
  };
  await page.locator('.djs-palette').waitFor();
  await openAround(page, read);
  const { steps, ...opened } = await openPads(page, read);
  await openAligning(page, read, steps);
  const refused = await dropOutside(page, read);
  const said = await page.evaluate(() => window.gcSaid ?? []);
  const wrong = language === 'zh' ? /[A-Za-z]{2,}/ : /[\u4E00-\u9FFF]/;
  return {
    ...opened,
    refused,
    seen: [...seen],
    said: [...new Set(said.map(({ template }) => template))],
    unknown: [...new Set(said.filter(({ known, template }) => !known && !ALLOWED.has(template)).map(({ template }) => template))],
    foreign: [...seen].filter((text) => !ALLOWED.has(text) && !OWN.has(text) && wrong.test(text.replace(/ ?·? ?BPMN [a-z -]+$/, ''))),
  };
}
