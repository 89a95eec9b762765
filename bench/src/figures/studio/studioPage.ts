import type { BrowserContext, Page } from 'playwright-core';
import type { Places } from './places.ts';

/** A page with nothing cached and nobody else in it, of the size that the office has; signed in for the studio. */
export async function freshPage({ browser, studio, cookie }: Places): Promise<{ readonly page: Page; readonly context: BrowserContext }> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
  const [name, value] = cookie.split('=');
  await context.addCookies([{ name: name ?? '', value: value ?? '', url: studio }]);
  return { page: await context.newPage(), context };
}

/** So many milliseconds has the page's main thread worked since it began. */
export async function mainThread(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  };
}
