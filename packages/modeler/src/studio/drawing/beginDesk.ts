import type { Language } from '@guicheng/server/contract';
import { setUpDesk, type Desk } from './desk.ts';
import type { Opened } from './opening.ts';

/** A desk that is being set up, in a container that may be put elsewhere on the page. */
export interface Begun {
  readonly container: HTMLElement;
  /** Rejects where the file cannot be drawn. */
  readonly desk: Promise<Desk>;
  /** From now on this is called whenever the drawing or where it is kept changed. */
  listen(changed: () => void): void;
  /** Takes it off the page, sends what the server lacks and lets go. */
  close(): Promise<void>;
}

/**
 * Sets up a desk for an opened drawing in a place of the page that has its size, and sends what was drawn when the hands leave it: at blur,
 * when hidden, when the line is back, at the end.
 */
export function beginDesk(opened: Opened, language: Language, place: HTMLElement): Begun {
  const container = document.createElement('div');
  container.className = 'gc-draw-whole';
  place.append(container);
  let told = (): void => undefined;
  let ready: Desk | undefined;
  const set = setUpDesk(container, opened, { language, changed: () => told() });
  const desk = set.open().then((open) => {
    ready = open;
    return open;
  });
  // The editor goes by the size that it knows.
  const resized = new ResizeObserver(() => ready?.modeler.get<{ resized(): void }>('canvas').resized());
  resized.observe(container);
  const send = (): void => void ready?.keeper.send();
  const hide = (): void => {
    if (document.visibilityState === 'hidden') send();
  };
  const leave = (): void => (ready ? ready.keeper.leave() : opened.server.release());
  globalThis.addEventListener('blur', send);
  globalThis.addEventListener('online', send);
  globalThis.addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', hide);
  return {
    container,
    desk,
    listen(changed) {
      told = changed;
    },
    close() {
      resized.disconnect();
      globalThis.removeEventListener('blur', send);
      globalThis.removeEventListener('online', send);
      globalThis.removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', hide);
      container.remove();
      return desk.then(set.close, set.close);
    },
  };
}
