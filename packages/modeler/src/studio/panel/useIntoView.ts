import { useEffect, useRef, type RefObject } from 'react';

/** Boxes that somebody can begin to type or choose in. */
const BOXES = 'input:not([type="hidden"]), textarea';

/**
 * Scrolls what has just been unfolded into view; `fresh`: somebody has just made it, so the cursor also goes into its first box. What was
 * unfolded from the beginning stays where it is.
 */
export function useIntoView<Part extends HTMLElement>(open: boolean, fresh = false): RefObject<Part | null> {
  const part = useRef<Part>(null);
  const before = useRef(open && !fresh);
  useEffect(() => {
    const unfolds = open && !before.current;
    before.current = open;
    if (!unfolds) return;
    part.current?.scrollIntoView({ block: 'nearest' });
    if (fresh) part.current?.querySelector<HTMLElement>(BOXES)?.focus({ preventScroll: true });
  }, [open, fresh]);
  return part;
}
