import { Button } from 'antd';
import { Link } from 'react-router';
import { reasonOf, Refusal } from '../api/client.ts';
import { useWords } from '../words/words.ts';

/** A page that cannot be shown: why, what now, and what had been typed there, to be copied. */
export function Wrong({
  error,
  typed,
  again,
}: {
  readonly error: unknown;
  readonly typed?: { readonly [field: string]: unknown } | undefined;
  readonly again: () => void;
}) {
  const { t, w } = useWords();
  const texts = Object.entries(typed ?? {}).filter(([, value]) => typeof value === 'string' && value !== '');
  const missing = error instanceof Refusal && error.problem.code === 'notFound';
  return (
    <section className="gc-sheet gc-wrong-page" role="alert">
      <h2>{t(reasonOf(error))}</h2>
      <p>{missing ? w('missingWhatNow') : w('wrongWhatNow')}</p>
      {texts.length > 0 ? (
        <>
          <h2>{w('leftOver')}</h2>
          {texts.map(([field, text]) => (
            <p key={field} style={{ whiteSpace: 'pre-wrap' }}>
              {String(text)}
            </p>
          ))}
        </>
      ) : null}
      <div className="gc-actions-row">
        {missing ? null : (
          <Button type="primary" onClick={again}>
            {w('tryAgain')}
          </Button>
        )}
        <Link to="/todo">{w('toBoard')}</Link>
      </div>
    </section>
  );
}
