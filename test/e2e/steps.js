// What a person does on a page, told by what they see: labels, names and words, never ids.

/** The control that a label names; a star after the label says that it must be filled in. */
const control = (page, label) => page.getByLabel(new RegExp(`^${label}\\*?$`));

/** Types into a field. */
export const fill = (page, label, text) => control(page, label).fill(text);

/** Chooses one of a few. */
export const choose = (page, label, option) => control(page, label).getByText(option, { exact: true }).click();

/** Picks from a list, one after the other, by typing what they are called. */
export async function pick(page, label, ...options) {
  const box = control(page, label);
  for (const option of options) {
    await box.click();
    await box.pressSequentially(option);
    await page.locator('.ant-select-item-option:visible', { hasText: option }).first().click();
  }
  await page.keyboard.press('Escape');
}

/** Types a day. */
export async function day(page, label, text) {
  const box = control(page, label);
  await box.fill(text);
  await box.press('Enter');
}

const PDF = '%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';

/** Attaches a PDF of that name and waits until it has arrived. */
export async function attach(page, label, name) {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: new RegExp(`^${label} 上传`) }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(PDF) });
  await page.getByRole('link', { name }).first().waitFor();
}

/** The card of a task on the board; one that has just gone stays for three seconds and says so. */
export const card = (page, title, step) =>
  page
    .getByRole('article')
    .filter({ hasNotText: '已不在此处' })
    .getByRole('link', { name: new RegExp(`^${title}、${step}`) })
    .first();

/** Opens a task from the board, in the pane beside. */
export async function openTask(page, title, step) {
  await card(page, title, step).click();
  await page.getByRole('complementary', { name: '打开的任务' }).getByRole('heading', { name: step }).waitFor();
}

/** Presses the button whose name begins so. */
export const press = (page, name) =>
  page
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .first()
    .click();

/** Presses it on the task that is open beside the board. */
export const act = (page, name) =>
  page
    .getByRole('complementary', { name: '打开的任务' })
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click();

/** Waits until the words are to be seen. */
export const sees = (page, words) => page.getByText(words).first().waitFor();

/** Goes to 待办. */
export const toBoard = (page) => page.getByRole('link', { name: /^待办/ }).first().click();
