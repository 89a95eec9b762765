import { useEffect } from 'react';
import { useWords } from '../words/words.ts';

/** The document's title while this is on the screen: 收文批办 · 规程. When it goes, the title is that of the room it stood in. */
export function useTitle(words: string | null | undefined): void {
  const { w } = useWords();
  const title = words ? `${words} · ${w('app')}` : null;
  useEffect(() => {
    if (title === null) return undefined;
    const before = document.title;
    document.title = title;
    return () => {
      document.title = before;
    };
  }, [title]);
}
