import { Button, Result } from 'antd';
import { Link } from 'react-router';
import type { Text } from '@guicheng/server/contract';
import { useTitle } from '../../ui/title.ts';
import { moment, useWords } from '../../words/words.ts';
import type { Done } from './usePublishing.ts';

/** What is now in force, and where to go from here. */
export function Published({ flow, name, published }: { readonly flow: string; readonly name: Text; readonly published: Done }) {
  const { t, w } = useWords();
  const { version, effectiveFrom, atOnce } = published;
  const at = moment(effectiveFrom);
  const said = w(atOnce ? 'publishedNow' : 'publishedLater', { version, at });
  useTitle(said);
  return (
    <Result
      status="success"
      title={said}
      subTitle={
        <>
          {t(name)}
          <br />
          {w(atOnce ? 'publishedNowMore' : 'publishedLaterMore', { version })}
        </>
      }
      extra={[
        <Link key="flow" to={atOnce ? `/flows/${flow}` : `/flows/${flow}/versions`}>
          <Button type="primary">{w(atOnce ? 'backToFlow' : 'toVersions')}</Button>
        </Link>,
        atOnce ? (
          <Link key="versions" to={`/flows/${flow}/versions`}>
            <Button>{w('toVersions')}</Button>
          </Link>
        ) : null,
      ]}
    />
  );
}
