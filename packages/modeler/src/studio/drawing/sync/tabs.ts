/** The tabs of this browser, each known by its hold as long as it lives. */
export interface Tabs {
  /** Becomes the tab of this hold, waiting up to so many milliseconds for another to let go; null where another tab has it. */
  claim(hold: string, patience: number): Promise<(() => void) | null>;
  /** The holds of tabs that are open, this one's too. */
  open(): Promise<ReadonlySet<string>>;
}

const NAME = 'guicheng.drawing.';

/**
 * Tabs by the browser's own locks, which go with the tab whatever ends it. Where there are none (no HTTPS), every claim is granted: two
 * tabs of one hold then contradict each other at the server, which lets only one of them save.
 */
export function browserTabs(locks: LockManager | undefined = globalThis.navigator?.locks): Tabs {
  if (!locks) return { claim: async () => () => undefined, open: async () => new Set() };
  return {
    claim: (hold, patience) =>
      new Promise((resolve) => {
        const given = new Promise<void>((release) => {
          const granted = (lock: Lock | null): Promise<void> | undefined => {
            resolve(lock && release);
            return lock ? given : undefined;
          };
          const how = patience === 0 ? { ifAvailable: true } : { signal: AbortSignal.timeout(patience) };
          locks.request(NAME + hold, how, granted).catch(() => resolve(null));
        });
      }),
    async open() {
      const { held = [] } = await locks.query();
      return new Set(held.flatMap(({ name }) => (name?.startsWith(NAME) ? [name.slice(NAME.length)] : [])));
    },
  };
}
