import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { CaseCard, FlowCard, Page, PersonOption } from '@guicheng/server/contract';
import { ask, reasonOf } from '../api/client.ts';
import { useRead } from '../api/queries.ts';
import { useStartable } from '../board/begin.tsx';
import { Bones, DueTag, Fault, Mark, Nothing } from '../ui/pieces.tsx';
import { useTitle } from '../ui/title.ts';
import { moment, useWords } from '../words/words.ts';
import { useWalk } from '../board/useWalk.ts';
import { whereItStands } from '../board/whereItStands.ts';
import '../board/board.css';
import './list.css';

type Status = CaseCard['status'];
const STATUSES: readonly Status[] = ['running', 'incident', 'completed', 'terminated', 'cancelled'];
const TONES: { readonly [status in Status]?: 'late' | 'soon' | 'done' } = { incident: 'late', completed: 'done' };

/** 我发起, or all cases that may be read: where each stands, who has it, since when and until when. The filters are in the address. */
export function CaseList({ list }: { readonly list: 'started' | 'all' }) {
  const { t, w } = useWords();
  const [search, setSearch] = useSearchParams();
  const status = STATUSES.find((one) => one === search.get('status')) ?? null;
  const flow = search.get('flow');
  const version = flow !== null && /^[1-9]\d{0,8}$/.test(search.get('version') ?? '') ? search.get('version') : null;
  const person = search.get('with');
  const flows = useRead<readonly FlowCard[]>('/api/flows').data ?? [];
  const people = useRead<readonly PersonOption[]>(person === null ? null : '/api/people').data ?? [];
  const read = useCases(list, { status, flow, version });
  const put = (name: string, value: string | null): void => {
    const next = new URLSearchParams(search);
    if (value === null) next.delete(name);
    else next.set(name, value);
    // A version is one of a flow.
    if (name === 'flow') next.delete('version');
    setSearch(next, { replace: true });
  };
  useTitle(w(list === 'all' ? 'cases' : 'started'));
  const cases = person === null ? read.cases : read.cases?.filter((one) => isWith(one, person));
  useWalk({ order: (cases ?? []).map((one) => one.id), open: null });
  const holder = people.find((one) => one.id === person);
  const filtered = status !== null || flow !== null || person !== null;
  return (
    <div className="gc-case-room">
      <h1 className="gc-hidden">{w(list === 'all' ? 'cases' : 'started')}</h1>
      <div className="gc-bar" role="toolbar" aria-label={w('filters')}>
        {STATUSES.map((one) => (
          <button
            key={one}
            type="button"
            className="gc-chip"
            aria-pressed={status === one}
            onClick={() => put('status', status === one ? null : one)}
          >
            {w(one)}
            {status === one ? <span aria-hidden="true"> ×</span> : null}
          </button>
        ))}
        <Select
          size="small"
          allowClear
          style={{ minWidth: 150 }}
          popupMatchSelectWidth={false}
          value={flow}
          placeholder={w('everyFlow')}
          aria-label={w('columnFlow')}
          options={flows.map((one) => ({ value: one.key, label: t(one.name) }))}
          onChange={(next: string | null | undefined) => put('flow', next ?? null)}
        />
        {version === null ? null : (
          <button type="button" className="gc-chip" aria-pressed="true" onClick={() => put('version', null)}>
            {w('versionOf', { version })}
            <span aria-hidden="true"> ×</span>
          </button>
        )}
        {person === null ? null : (
          <button type="button" className="gc-chip" aria-pressed="true" onClick={() => put('with', null)}>
            {w('casesWith', { who: holder ? t(holder.name) : person })}
            <span aria-hidden="true"> ×</span>
          </button>
        )}
        {filtered ? (
          <button type="button" className="gc-plain" onClick={() => setSearch({}, { replace: true })}>
            {w('clearFilters')}
          </button>
        ) : null}
      </div>
      {read.error ? <Fault words={t(reasonOf(read.error))} again={read.again} /> : null}
      {cases === undefined && !read.error ? <Bones count={12} height={36} /> : null}
      {cases?.length === 0 ? <NoCases list={list} filtered={filtered} /> : null}
      {cases && cases.length > 0 ? (
        <ul className="gc-lines">
          <li>
            <div className="gc-line gc-line-head gc-case-line" aria-hidden="true">
              <span>{w('columnTitle')}</span>
              <span>{w('number')}</span>
              <span>{w('columnFlow')}</span>
              <span>{w('columnWhere')}</span>
              <span>{w('columnWho')}</span>
              <span className="gc-end">{w('columnDue')}</span>
            </div>
          </li>
          {cases.map((one) => (
            <li key={one.id}>
              <CaseLine one={one} />
            </li>
          ))}
        </ul>
      ) : null}
      {read.hasMore ? (
        <p className="gc-more">
          <button type="button" className="gc-plain" onClick={read.more} disabled={read.loadsMore}>
            {read.loadsMore ? w('loading') : w('more')}
          </button>
          <span className="gc-soft">{w('loadedCases', { count: read.cases?.length ?? 0 })}</span>
        </p>
      ) : null}
    </div>
  );
}

function CaseLine({ one }: { readonly one: CaseCard }) {
  const { t, w } = useWords();
  const places = whereItStands(one.open);
  const shown = places.slice(0, 2);
  const more = places.length - shown.length;
  return (
    <div className="gc-line gc-case-line" data-due={one.due?.state}>
      <Link className="gc-card-title" data-task={one.id} to={`/cases/${one.id}`}>
        {one.title}
      </Link>
      <span className="gc-cut gc-soft">{one.number ?? ''}</span>
      <span className="gc-cut gc-soft gc-wide">{t(one.flowName)}</span>
      <span>
        {shown.map((place) => (
          <span key={place.element} className="gc-cut gc-case-step">
            {t(place.step)}
            {place.tasks > 1 ? ` ×${place.tasks}` : ''}
          </span>
        ))}
        {more > 0 ? <span className="gc-soft">{w('andMore', { count: more })}</span> : null}
        {shown.length === 0 || one.status === 'incident' ? <Mark tone={TONES[one.status]}>{w(one.status)}</Mark> : null}
      </span>
      <span>
        {shown.map((place) => (
          <span key={place.element} className="gc-case-step">
            <span className="gc-cut">{place.holders.map((holder) => t(holder)).join(w('comma'))}</span>
            <span className="gc-soft">{w('sinceWhen', { when: moment(place.since) })}</span>
          </span>
        ))}
        {shown.length === 0 ? <span className="gc-soft">{moment(one.endedAt ?? one.startedAt)}</span> : null}
      </span>
      <span className="gc-end">{one.due ? <DueTag due={one.due} /> : null}</span>
    </div>
  );
}

function NoCases({ list, filtered }: { readonly list: 'started' | 'all'; readonly filtered: boolean }) {
  const { w } = useWords();
  const navigate = useNavigate();
  const startable = useStartable() ?? [];
  return (
    <Nothing words={w(filtered ? 'noCaseFits' : list === 'started' ? 'nothingStarted' : 'nothingToSee')}>
      {!filtered && list === 'started' && startable.length > 0 ? (
        <Button onClick={() => void navigate('/start')}>{w('startCase')}</Button>
      ) : null}
    </Nothing>
  );
}

const isWith = (one: CaseCard, person: string): boolean =>
  one.open.some((task) =>
    task.takenBy ? task.takenBy.id === person : task.seats.some((seat) => seat.people.some((holder) => holder.id === person)),
  );

interface Asked {
  readonly status: Status | null;
  readonly flow: string | null;
  readonly version: string | null;
}

function useCases(list: 'started' | 'all', { status, flow, version }: Asked) {
  const address = new URLSearchParams({
    list,
    limit: '50',
    ...(status ? { status } : {}),
    ...(flow ? { flow } : {}),
    ...(version ? { version } : {}),
  }).toString();
  const query = useInfiniteQuery({
    queryKey: ['/api/cases', address],
    queryFn: ({ pageParam }) => ask<Page<CaseCard>>(`/api/cases?${address}${pageParam ? `&cursor=${encodeURIComponent(pageParam)}` : ''}`),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    retry: false,
  });
  return {
    cases: query.data?.pages.flatMap((page) => page.rows),
    error: query.error,
    hasMore: query.hasNextPage,
    loadsMore: query.isFetchingNextPage,
    more: () => void query.fetchNextPage(),
    again: () => void query.refetch(),
  };
}
