import { Link } from 'react-router';
import type { Surroundings, VersionCard } from '@guicheng/server/contract';
import { moment, useWords } from '../../words/words.ts';
import type { Concerned } from './difference/concerned.ts';
import type { Difference } from './difference/difference.ts';

/** For whom it changes: the posts whose steps are touched, with how many people hold them. */
export function Posts({ difference, around }: { readonly difference: Difference; readonly around: Surroundings }) {
  const { t, w } = useWords();
  const empty = difference.everybody.filter((one) => one.post !== null && peopleIn(one, around) === 0);
  return (
    <section>
      <h2>{w('whoIsConcerned')}</h2>
      {difference.concerned.length === 0 ? <p className="gc-quiet">{w('nobodyConcerned')}</p> : null}
      <ul className="gc-plain-list">
        {difference.concerned.map((one) => {
          const people = peopleIn(one, around);
          return (
            <li key={one.post ?? one.who.zh}>
              <strong>{t(one.who)}</strong>{' '}
              <span className="gc-quiet">
                {[
                  ...(people === null ? [] : [people === 0 ? w('nobodyHere') : w('peopleCount', { count: people })]),
                  one.steps.map((step) => t(step.name)).join(w('comma')),
                ].join(' · ')}
              </span>
            </li>
          );
        })}
      </ul>
      {empty.length === 0 ? null : (
        <p className="gc-warned" role="note">
          <span aria-hidden="true">⚠ </span>
          {w('emptySeats')}
          {empty
            .map((one) => w('emptySeat', { post: t(one.who), steps: one.steps.map((step) => t(step.name)).join(w('comma')) }))
            .join(w('comma'))}
        </p>
      )}
    </section>
  );
}

/** How many people hold a post; null where no post is named. */
const peopleIn = (concerned: Concerned, around: Surroundings): number | null =>
  concerned.post === null ? null : (around.posts.find((post) => post.id === concerned.post)?.people ?? 0);

/** What becomes of the cases: those that run stay on theirs, new ones go by the new version. */
export function RunningCases({
  flow,
  versions,
  next,
}: {
  readonly flow: string;
  readonly versions: readonly VersionCard[];
  readonly next: { readonly version: number; readonly from: string | null };
}) {
  const { w } = useWords();
  const running = versions.filter((one) => one.running > 0);
  return (
    <section>
      <h2>{w('caseImpact')}</h2>
      <ul className="gc-plain-list">
        {running.length === 0 ? <li>{w('noRunningCases')}</li> : null}
        {running.map((one) => (
          <li key={one.version}>
            <Link to={`/cases?flow=${flow}&version=${one.version}&status=running`}>
              {w('stayOnVersion', { version: one.version, count: one.running })}
            </Link>
          </li>
        ))}
        <li>
          {next.from === null
            ? w('newCasesAtOnce', { version: next.version })
            : w('newCasesFrom', { version: next.version, at: moment(next.from) })}
        </li>
      </ul>
    </section>
  );
}
