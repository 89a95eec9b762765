import { useCallback, useState } from 'react';

/** How far beyond what is in view something is drawn already. */
const MARGIN = '600px';

/** Whether an element has come near to what is in view; once near, it stays drawn. `early`: near from the beginning. */
export function useNear(early: boolean): { readonly near: boolean; readonly watch: (element: Element | null) => (() => void) | undefined } {
  const [near, setNear] = useState(early || typeof IntersectionObserver === 'undefined');
  const watch = useCallback(
    (element: Element | null) => {
      if (near || !element) return undefined;
      // The margin counts only around the box that is scrolled.
      const root = element.closest('.gc-designer-form');
      const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setNear(true), { root, rootMargin: MARGIN });
      observer.observe(element);
      return () => observer.disconnect();
    },
    [near],
  );
  return { near, watch };
}
