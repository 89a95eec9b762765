/** The longest that it is waited, in milliseconds: a page that nobody looks at is not painted. */
const UNSEEN = 200;

/** Resolves when what was just drawn is on the screen and the browser has nothing more urgent to do. */
export const painted = (): Promise<unknown> => Promise.race([seen(), new Promise((done) => setTimeout(done, UNSEEN))]);

const seen = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(() => rest(done)));

/** Safari has no moments of rest. */
const rest = (done: (value: unknown) => void): unknown =>
  typeof requestIdleCallback === 'undefined' ? setTimeout(done) : requestIdleCallback(done);
