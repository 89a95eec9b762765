import { useQueryClient } from '@tanstack/react-query';
import { SESSION } from '../api/session.ts';
import { moment, useWords } from '../words/words.ts';
import type { Draft } from './draft.ts';

/** The hour and minute of a moment, by the office's clock like every other. */
const clock = (at: string): string => moment(at).slice(-5);

/** Where what was typed is kept by now, and since when. */
export function Saved({ draft }: { readonly draft: Draft }) {
  const { w } = useWords();
  if (draft.state === 'clean' || !draft.savedAt) return null;
  const time = clock(draft.savedAt);
  if (draft.state === 'signedOut') return <SignedOut time={time} />;
  const words = { saving: w('savedHere', { time }), saved: w('savedAt', { time }), here: w('savedOffline', { time }) }[draft.state];
  return (
    <span className="gc-quiet" role="status">
      {words}
    </span>
  );
}

/** Nobody is taken to the sign-in while typing: it is told, and asked for. What was typed waits in this browser. */
function SignedOut({ time }: { readonly time: string }) {
  const { w } = useWords();
  const queries = useQueryClient();
  return (
    <span className="gc-wrong" role="status">
      {w('savedSignedOut', { time })}{' '}
      <button type="button" className="gc-plain" onClick={() => void queries.invalidateQueries({ queryKey: [SESSION] })}>
        {w('signInAgain')}
      </button>
    </span>
  );
}
