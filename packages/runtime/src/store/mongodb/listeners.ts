import type { Hall } from './hall.ts';
import type { Journal } from './journal.ts';

/** Those who want to hear of commits. */
export interface Listeners {
  add(tell: () => void): () => void;
  tell(): void;
  stop(): Promise<void>;
}

/**
 * One's own commits are told by `tell`. Others' are looked for while somebody listens; where the server offers change streams, one on
 * the journal makes the looking come sooner. A stream that breaks is not opened again: the looking goes on, and skips nothing.
 */
export function openListeners(hall: Hall, journal: Journal): Listeners {
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  let looking = false;
  let timer: ReturnType<typeof setInterval> | undefined;
  let stream: { close(): Promise<void> } | undefined;

  async function look(): Promise<void> {
    if (looking) return;
    looking = true;
    // A server that is away for a moment is asked again next time.
    const news = await journal.hasNews().catch(() => false);
    looking = false;
    if (news) tell();
  }

  function watch(): void {
    const changes = hall.collections.journal.collection.watch([{ $match: { operationType: 'insert' } }]);
    stream = changes;
    changes.on('change', () => void look());
    changes.on('error', () => void changes.close().catch(() => undefined));
  }

  return {
    add(listener) {
      listeners.add(listener);
      if (!timer) {
        timer = setInterval(() => void look(), hall.every);
        timer.unref();
        if (hall.server.streams) watch();
      }
      return () => listeners.delete(listener);
    },
    tell,
    async stop() {
      clearInterval(timer);
      listeners.clear();
      await stream?.close().catch(() => undefined);
    },
  };
}
