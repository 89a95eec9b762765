import { useEffect, useState } from 'react';
import { openDrawing, openOnlyAfter, type How, type Opened } from './opening.ts';

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
  const [attempt, setAttempt] = useState<{ readonly how: How }>({ how: 'draw' });
  const [result, setResult] = useState<{ readonly of: object; readonly opened?: Opened; readonly error?: unknown }>({ of: attempt });
  useEffect(() => {
    let over = false;
    const opening = openDrawing({ flow, person }, attempt.how).then(
      (opened) => (over ? abandon(opened) : setResult({ of: attempt, opened })),
      (error: unknown) => over || setResult({ of: attempt, error }),
    );
    return () => {
      over = true;
      // What was on its way when the page was left, as when its language changed, holds the drawing until it is let go.
      openOnlyAfter(opening);
    };
  }, [flow, person, attempt]);
  const current = result.of === attempt ? result : undefined;
  return {
    opened: current?.opened,
    error: current?.error,
    lost: attempt.how === 'read',
    open: (how) => setAttempt({ how }),
  };
}

/** The page was left before it was open. */
function abandon({ server, draws, letGo }: Opened): void {
  if (draws) server.release();
  letGo();
}
