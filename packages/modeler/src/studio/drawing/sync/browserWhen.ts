import type { When } from './localKeeper.ts';

/** The longest that writing out may wait for a moment of rest, in milliseconds. */
const REST = 300;

/** Waiting as the browser does it. */
export const browserWhen: When = {
  soon(run) {
    // Safari has no moments of rest.
    if (typeof requestIdleCallback === 'undefined') return browserWhen.after(REST / 2, run);
    const id = requestIdleCallback(run, { timeout: REST });
    return () => cancelIdleCallback(id);
  },
  after(milliseconds, run) {
    const id = setTimeout(run, milliseconds);
    return () => clearTimeout(id);
  },
};
