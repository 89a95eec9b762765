import { Link } from 'react-router';
import type { MigrationPreview, Text } from '@guicheng/server/contract';
import { useWords } from '../../../words/words.ts';

type One = MigrationPreview['cases'][number];

/** Every case of the dry run: where it is, where it would be, or why not. */
export function Cases({ preview }: { readonly preview: MigrationPreview }) {
  const { w } = useWords();
  const { cases, ready, refused } = preview;
  return (
    <section className="gc-sheet gc-table-room gc-migrate-cases">
      <h2>
        {w('migrateCases')}
        <span className="gc-fine">{w('migrateReady', { count: ready })}</span>
        {refused > 0 ? <span className="gc-warned">{w('migrateRefused', { count: refused })}</span> : null}
      </h2>
      {ready + refused > cases.length ? <p className="gc-quiet">{w('migrateOnlyFirst', { count: cases.length })}</p> : null}
      <table className="gc-versions-table gc-migrate-table">
        <thead>
          <tr>
            <th>{w('migrateColumnCase')}</th>
            <th>{w('migrateColumnPlace')}</th>
            <th>{w('migrateColumnSays')}</th>
          </tr>
        </thead>
        <tbody>
          {cases.map((one) => (
            <Case key={one.case} one={one} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Case({ one }: { readonly one: One }) {
  const { t, w } = useWords();
  return (
    <tr>
      <td className="gc-note">
        <CaseName one={one} />
      </td>
      <td className="gc-note">
        {one.places.map((place) => (
          <div key={place.from.zh}>
            {t(place.from)} → {place.to ? t(place.to) : <span className="gc-wrong">{w('migrateNowhere')}</span>}
          </div>
        ))}
      </td>
      <td className="gc-note">
        {one.reasons.length > 0 ? (
          <Sentences texts={one.reasons} tone="gc-wrong" />
        ) : (
          <>
            <span className="gc-fine">{w('migrateFine')}</span>
            <Sentences texts={one.notes} tone="gc-quiet" />
          </>
        )}
      </td>
    </tr>
  );
}

/** A case by its title, where the reader may read it. */
export function CaseName({ one }: { readonly one: Pick<One, 'case' | 'title' | 'number'> }) {
  const { w } = useWords();
  if (one.title === null) return <span className="gc-quiet">{w('migrateHidden')}</span>;
  return (
    <>
      <Link to={`/cases/${one.case}`}>{one.title}</Link>
      {one.number ? <span className="gc-quiet gc-below">{one.number}</span> : null}
    </>
  );
}

/** Sentences one below the other. */
export function Sentences({ texts, tone }: { readonly texts: readonly Text[]; readonly tone: string }) {
  const { t } = useWords();
  return texts.map((text) => (
    <div key={text.zh} className={tone}>
      {t(text)}
    </div>
  ));
}
