import { useEffect, useState, type RefObject } from 'react';
import { onDrawingNews } from '../../api/drawingNews.ts';
import { useWords } from '../../words/words.ts';
import { takeDesk, uncover } from './ahead/ahead.ts';
import { beginDesk } from './beginDesk.ts';
import type { Desk } from './desk.ts';
import { markUsed, openOnlyAfter, type Opened } from './opening.ts';
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

/** Puts the drawing into its place. What is moved loses the focus: whoever has begun to draw by keys goes on. */
function bring(container: HTMLElement, place: HTMLElement): void {
  const focused = document.activeElement;
  place.append(container);
  if (container.contains(focused) && (focused instanceof HTMLElement || focused instanceof SVGElement))
    focused.focus({ preventScroll: true });
}

/** Sets the desk up in a place of the page, or brings the one there with which the page began. */
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
    markUsed(opened);
    const begun = takeDesk(opened) ?? beginDesk(opened, language, place.current);
    bring(begun.container, place.current);
    uncover();
    begun.listen(show);
    begun.desk.then(
      (ready) => {
        desk = ready;
        show();
      },
      (error: unknown) => over || setState({ error }),
    );
    const stopHearing = onDrawingNews(() => void desk?.keeper.look());
    return () => {
      over = true;
      stopHearing();
      openOnlyAfter(begun.close());
    };
  }, [place, opened, language]);
  return { drawing: state.drawing, error: state.error };
}
