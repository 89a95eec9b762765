import { useEffect } from 'react';
import { markUsed, openOnlyAfter, type Opened } from './opening.ts';

/** Lets go of this tab's hold in the browser when the page that only reads is left. */
export function useLetGo(opened: Opened): void {
  useEffect(() => {
    markUsed(opened);
    return () => {
      opened.letGo();
      openOnlyAfter(Promise.resolve());
    };
  }, [opened]);
}
