import { useEffect, useState, type RefObject } from 'react';
import { onDrawingNews } from '../../api/drawingNews.ts';
import { useWords } from '../../words/words.ts';
import { setUpDesk, type Desk } from './desk.ts';
import { openOnlyAfter, type Opened } from './opening.ts';
import type { Kept } from './sync/keeper.ts';

interface CommandStack {
  canUndo(): boolean;
  canRedo(): boolean;
  undo(): void;
  redo(): void;
}

/** The desk once it is set up, and how it stands. */
export interface Drawing {
  readonly desk: Desk;
  readonly kept: Kept;
  /** There when there is something to undo or to redo. */
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
}

/** Sets the desk up in a place of the page, and sends what was drawn when the hands leave it: at blur, when hidden, when the line is back, at the end. */
export function useDesk(
  place: RefObject<HTMLElement | null>,
  opened: Opened,
): { readonly drawing: Drawing | undefined; readonly error: unknown } {
  const { language } = useWords();
  const [state, setState] = useState<{ readonly drawing?: Drawing; readonly error?: unknown }>({});
  useEffect(() => {
    if (!place.current) return undefined;
    let [over, desk]: [boolean, Desk | undefined] = [false, undefined];
    const show = (): void => {
      if (over || !desk) return;
      const stack = desk.modeler.get<CommandStack>('commandStack');
      setState({
        drawing: {
          desk,
          kept: desk.keeper.kept(),
          undo: stack.canUndo() ? () => stack.undo() : undefined,
          redo: stack.canRedo() ? () => stack.redo() : undefined,
        },
      });
    };
    const container = document.createElement('div');
    container.className = 'gc-draw-whole';
    place.current.append(container);
    const set = setUpDesk(container, opened, { language, changed: show });
    const opening = set.open().then(
      (ready) => {
        desk = ready;
        show();
      },
      (error: unknown) => over || setState({ error }),
    );
    // The editor goes by the size that it knows.
    const resized = new ResizeObserver(() => desk?.modeler.get<{ resized(): void }>('canvas').resized());
    resized.observe(container);
    const send = (): void => void desk?.keeper.send();
    const hide = (): void => {
      if (document.visibilityState === 'hidden') send();
    };
    const leave = (): void => desk?.keeper.leave();
    const stopHearing = onDrawingNews(() => void desk?.keeper.look());
    globalThis.addEventListener('blur', send);
    globalThis.addEventListener('online', send);
    globalThis.addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', hide);
    return () => {
      over = true;
      resized.disconnect();
      stopHearing();
      globalThis.removeEventListener('blur', send);
      globalThis.removeEventListener('online', send);
      globalThis.removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', hide);
      container.remove();
      openOnlyAfter(opening.then(set.close));
    };
  }, [place, opened, language]);
  return { drawing: state.drawing, error: state.error };
}
