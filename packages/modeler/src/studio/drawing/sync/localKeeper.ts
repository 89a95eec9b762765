import type { LocalCopy } from './localCopy.ts';

/** The whole drawing after a number of commands. */
export interface Whole {
  readonly xml: string;
  /** How many commands it holds. */
  readonly commands: number;
}

/** Runs something later and gives back how to call that off; `soon`: when the hands rest, at the latest after 300 ms. */
export interface When {
  soon(run: () => void): () => void;
  after(milliseconds: number, run: () => void): () => void;
}

export type Standing = Pick<LocalCopy, 'revision' | 'base' | 'onItsWay'>;

export interface LocalKeeper {
  /** A command was done. */
  changed(): void;
  /** How many commands were done. */
  commands(): number;
  /** The whole as it is now, kept first; the last one where nothing was done since. */
  now(): Promise<Whole>;
  /** The last one that was kept, at once: for when the page goes and nothing can be awaited. */
  last(): Whole;
  /** Notes how the copy stands to the server, which has everything up to `sent` commands. */
  note(standing: Standing, sent: number): Promise<void>;
  /** Keeps nothing any more; what was kept stays. */
  stop(): void;
}

/**
 * Keeps the whole in the browser after every command. Writing the XML out costs milliseconds of the main thread, so it waits until the hands
 * rest, but no longer than `when.soon` may wait; commands that come meanwhile go with it. `told` hears whether the browser could keep it.
 */
export function makeLocalKeeper(parts: {
  readonly begun: LocalCopy;
  readonly serialise: () => Promise<string>;
  readonly keep: (copy: LocalCopy) => Promise<void>;
  readonly when: When;
  readonly at: () => string;
  readonly told: (kept: boolean) => void;
}): LocalKeeper {
  let copy = parts.begun;
  let commands = copy.unsent ? 1 : 0;
  let whole: Whole = { xml: copy.xml, commands };
  let waiting: (() => void) | null = null;
  let stopped = false;
  // One after the other, so that an older whole never lies on a newer one.
  let line: Promise<void> = Promise.resolve();
  const store = (): Promise<void> =>
    parts.keep(copy).then(
      () => parts.told(true),
      () => parts.told(false),
    );
  const keep = async (): Promise<void> => {
    if (stopped || whole.commands === commands) return;
    const upTo = commands;
    const xml = await parts.serialise();
    whole = { xml, commands: upTo };
    copy = { ...copy, xml, unsent: true, at: parts.at() };
    await store();
  };
  const queue = (run: () => Promise<void>): Promise<void> => {
    line = line.then(run, run);
    return line;
  };
  const now = async (): Promise<Whole> => {
    waiting?.();
    waiting = null;
    await queue(keep);
    return whole;
  };
  return {
    changed() {
      commands += 1;
      waiting ??= parts.when.soon(() => {
        waiting = null;
        // What cannot be written out now is tried again with the next command, or when it is sent.
        queue(keep).catch(() => parts.told(false));
      });
    },
    commands: () => commands,
    now,
    last: () => whole,
    note: (standing, sent) =>
      queue(async () => {
        copy = { ...copy, ...standing, unsent: whole.commands > sent };
        await store();
      }),
    stop() {
      stopped = true;
      waiting?.();
      waiting = null;
    },
  };
}
