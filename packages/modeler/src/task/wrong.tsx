import { Button, Result } from 'antd';
import { Link } from 'react-router';
import { useWords } from '../words/words.ts';
import type { Values } from './values.ts';

/** A page that cannot be shown: why, what now, and what had been typed there, to be copied. */
export function Wrong({
  words,
  typed,
  again,
}: {
  readonly words: string;
  readonly typed?: Values | undefined;
  readonly again?: () => void;
}) {
  const { w } = useWords();
  const texts = Object.values(typed ?? {}).filter((value) => typeof value === 'string' && value !== '');
  return (
    <Result
      status="info"
      title={words}
      subTitle={w('wrongWhatNow')}
      extra={[
        ...(again
          ? [
              <Button key="again" type="primary" onClick={again}>
                {w('tryAgain')}
              </Button>,
            ]
          : []),
        <Link key="board" to="/todo">
          {w('toBoard')}
        </Link>,
      ]}
    >
      {texts.length > 0 ? (
        <>
          <h2 style={{ fontSize: 14 }}>{w('leftOver')}</h2>
          {texts.map((text) => (
            <p key={String(text)} style={{ whiteSpace: 'pre-wrap' }}>
              {String(text)}
            </p>
          ))}
        </>
      ) : null}
    </Result>
  );
}
