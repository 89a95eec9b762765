// A hand on the drawing page: it finds everything by the words that stand there, and every click and every text typed is counted.

const DRAWN = '.djs-container .djs-element';

/** The hand of somebody on this page; `acted` is how much it did so far, `story` what. */
export function hand(page) {
  const done = [];
  const did = (what) => done.push(what);
  /** Clicks a place on the canvas; not sooner than a hand could: for 0.4 s after something was put down, a click is taken for part of that. */
  async function clickAt({ x, y }) {
    await page.waitForTimeout(450);
    await page.mouse.click(x, y);
  }

  /** Words as they are shown; a button of two characters is written with a space between. */
  const named = (words) => new RegExp(`(^|\\d )${[...words].join(' ?')}( |$|（|\\()`);

  /** Where words stand on the canvas. */
  async function place(words) {
    const text = page.locator(`${DRAWN} text`).getByText(words, { exact: true }).first();
    await text.waitFor();
    const { x, y, width, height } = await text.boundingBox();
    return { x: x + width / 2, y: y + height / 2 };
  }

  /** The thing to press that says so: whatever lies on top, then buttons and links, then any words. */
  async function pressable(words) {
    const choices = [
      page.locator('.djs-context-pad.open').getByText(words, { exact: true }),
      page.getByRole('dialog').getByRole('button', { name: named(words) }),
      page.getByRole('button', { name: named(words) }),
      page.getByRole('link', { name: named(words) }),
      page.getByRole('radio', { name: words }),
      page.getByText(words, { exact: true }),
    ];
    const any = choices.reduce((one, other) => one.or(other));
    await any.first().waitFor();
    for (const choice of choices) {
      for (const one of await choice.all()) if (await one.isVisible()) return one;
    }
    return any.first();
  }

  return {
    acted: () => done.length,
    story: () => done,
    // Dialogs say their titles twice, once out of sight.
    sees: (words) => page.getByText(words).filter({ visible: true }).first().waitFor(),
    async press(words) {
      did(words);
      await (await pressable(words)).click();
    },
    async type(words) {
      did(`types ${words}`);
      await page.keyboard.type(words);
      await page.keyboard.press('Enter');
    },
    async fill(label, words) {
      did(`${label}: ${words}`);
      const box = page.getByLabel(new RegExp(`^${label}\\*?$`)).last();
      await box.fill(words);
    },
    /** Two clicks: the box, and what is chosen in its list. */
    async select(label, option) {
      did(`opens ${label}`);
      await page
        .getByLabel(new RegExp(`^${label}\\*?$`))
        .last()
        .click();
      did(option);
      const options = page.locator('.ant-select-item-option:visible');
      await options.filter({ hasText: option }).first().waitFor();
      const exact = options.filter({ hasText: new RegExp(`^${option}(（| ·|$)`) });
      await ((await exact.count()) > 0 ? exact : options.filter({ hasText: option })).first().click();
    },
    /** Chooses from the list that is open by now. */
    async choose(option) {
      did(option);
      await page.locator('.ant-select-item-option:visible', { hasText: option }).first().click();
    },
    /** Ticks a box, or takes its tick away. */
    async tick(label) {
      did(`ticks ${label}`);
      await page.getByRole('checkbox', { name: label, exact: true }).last().click();
    },
    /** Opens what is asked under a heading, where it is not open from before. */
    async unfold(heading) {
      const question = page.getByRole('button', { name: new RegExp(`^${heading}`), expanded: false }).last();
      await page
        .getByRole('button', { name: new RegExp(`^${heading}`) })
        .last()
        .waitFor();
      if ((await question.count()) === 0) return;
      did(`opens ${heading}`);
      await question.click();
    },
    /** Clicks what is drawn with these words. */
    async on(words) {
      did(`clicks ${words}`);
      await clickAt(await place(words));
    },
    /** Clicks what lies in the middle between two that stand beside each other: their arrow, or what was put onto it. */
    async between(left, right) {
      did(`clicks between ${left} and ${right}`);
      const [from, to] = [await place(left), await place(right)];
      await page.mouse.move(from.x, from.y - 80);
      await clickAt({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 });
    },
    /** Clicks where nothing is drawn. */
    async onEmpty({ near, left = 0, below = 0 } = { near: '送排版', left: 200 }) {
      did('clicks an empty place');
      const { x, y } = await place(near);
      await clickAt({ x: x - left, y: y + below });
    },
  };
}
