import { useEffect, useState } from 'react';
import { useWords } from '../../words/words.ts';
import { takeDesk, takeOpening, uncover } from './ahead/ahead.ts';
import { isUsed, openDrawing, openOnlyAfter, type How, type Opened } from './opening.ts';

export interface Opening {
  readonly opened: Opened | undefined;
  readonly error: unknown;
  /** Another took the drawing from this tab. */
  readonly lost: boolean;
  /** Opens it anew; what was open is closed first. */
  readonly open: (how: How) => void;
}

/** Opens a drawing for as long as the page is shown. */
export function useOpening(flow: string, person: string): Opening {
  const { language } = useWords();
  // The language with which the page begins; a change of it is the desk's to follow.
  const [spoken] = useState(language);
  const [attempt, setAttempt] = useState<{ readonly how: How }>({ how: 'draw' });
  const [result, setResult] = useState<{ readonly of: object; readonly opened?: Opened; readonly error?: unknown }>({ of: attempt });
  useEffect(() => {
    let over = false;
    const ahead = takeOpening(flow, person);
    // Drawn in another language than the person's: let go of, and opened anew.
    if (ahead && ahead.language !== spoken) openOnlyAfter(ahead.opening.then(abandon));
    const opening = ahead?.language === spoken ? ahead.opening : openDrawing({ flow, person }, attempt.how);
    opening.then(
      (opened) => over || setResult({ of: attempt, opened }),
      (error: unknown) => over || setResult({ of: attempt, error }),
    );
    return () => {
      over = true;
      // What nothing draws yet when the page is left, as when its language changes, holds the drawing until it is let go.
      openOnlyAfter(opening.then((opened) => (isUsed(opened) ? undefined : abandon(opened))));
    };
  }, [flow, person, attempt, spoken]);
  const current = result.of === attempt ? result : undefined;
  return {
    opened: current?.opened,
    error: current?.error,
    lost: attempt.how === 'read',
    open: (how) => setAttempt({ how }),
  };
}

/** The page was left before anything was drawn. */
async function abandon(opened: Opened): Promise<void> {
  const desk = takeDesk(opened);
  uncover();
  if (desk) return desk.close();
  if (opened.draws) opened.server.release();
  opened.letGo();
}
