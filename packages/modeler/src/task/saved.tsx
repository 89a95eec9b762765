import { useWords } from '../words/words.ts';
import type { Draft } from './draft.ts';

const clock = (at: string): string => {
  const date = new Date(at);
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
};

/** Where what was typed is kept by now, and since when. */
export function Saved({ draft }: { readonly draft: Draft }) {
  const { w } = useWords();
  if (draft.state === 'clean' || !draft.savedAt) return null;
  const time = clock(draft.savedAt);
  const words = { saving: w('savedHere', { time }), saved: w('savedAt', { time }), here: w('savedOffline', { time }) }[draft.state];
  return (
    <span className="gc-quiet" role="status">
      {words}
    </span>
  );
}
