// The browser, and people in it: each with a context of their own, as on a machine of their own.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

/** How it is started. */
export const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where chromium is; undefined where it is not. */
export const chromiumPath = () =>
  [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
    (path) => path && existsSync(path),
  );

/** Starts the browser. */
export const openBrowser = () => chromium.launch({ executablePath: chromiumPath(), args: FLAGS });

/**
 * Signs a person of the demo office in, in a context of their own. `heard` are the messages that this person's socket was sent, `faults`
 * what the page complained about.
 */
export async function person(browser, address, id, { language = 'zh', theme = 'light', viewport = { width: 1366, height: 768 } } = {}) {
  const context = await browser.newContext({ viewport, locale: language === 'zh' ? 'zh-CN' : 'en-GB', timezoneId: 'Asia/Shanghai' });
  const signedIn = await context.request.post(`${address}/api/demo/session`, { data: { person: id } });
  if (!signedIn.ok()) throw new Error(`${id} could not sign in: ${signedIn.status()}`);
  await context.request.put(`${address}/api/me/settings`, { data: { views: [], startView: null, language, theme } });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const heard = [];
  const faults = [];
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      // Socket.IO's events begin with 42; all else is the protocol's own.
      if (String(payload).startsWith('42')) heard.push(String(payload));
    }),
  );
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) faults.push(message.text());
  });
  await page.goto(address);
  return { id, page, context, heard, faults };
}
