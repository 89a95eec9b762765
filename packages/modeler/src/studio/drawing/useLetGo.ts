import { useEffect } from 'react';
import { openOnlyAfter, type Opened } from './opening.ts';

/** Lets go of this tab's hold in the browser when the page that only reads is left. */
export function useLetGo({ letGo }: Opened): void {
  useEffect(
    () => () => {
      letGo();
      openOnlyAfter(Promise.resolve());
    },
    [letGo],
  );
}
