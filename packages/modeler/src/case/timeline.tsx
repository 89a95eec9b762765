import { Fragment, useState } from 'react';
import { Skeleton } from 'antd';
import type { TimelineEntry } from '@guicheng/server/contract';
import { useRead } from '../api/queries.ts';
import { useWords } from '../words/words.ts';
import './case.css';

const BAD = new Set(['CaseReturned', 'CaseWithdrawn', 'DeadlinePassed', 'IncidentRaised', 'SeatEmpty']);
/** What came of it by itself: whoever caused it stands beside it already. */
const NOBODYS = new Set(['TaskOpened', 'TaskClosed', 'IncidentRaised', 'IncidentResolved', 'SeatEmpty', 'NumberVoided', 'Noted']);
const GOOD = new Set(['CaseEnded', 'IncidentResolved']);

/** Whether the case ended as it should: a cancelled one did not. */
const isBad = ({ kind, detail }: TimelineEntry): boolean => BAD.has(kind) || (kind === 'CaseEnded' && detail !== null);

/** What happened, in words, day by day, oldest first. */
export function Timeline({ caseId }: { readonly caseId: string }) {
  const entries = useRead<readonly TimelineEntry[]>(`/api/cases/${caseId}/timeline`).data;
  return entries ? <Entries key={caseId} entries={entries} /> : <Skeleton active paragraph={{ rows: 6 }} />;
}

function Entries({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const { t, w, language } = useWords();
  // What comes while one reads is marked for a moment; what was there is not.
  const [known] = useState(entries.length);
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  const day = (at: string): string =>
    new Date(at).toLocaleDateString(locale, { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' });
  const time = (at: string): string => new Date(at).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' });
  return (
    <ol className="gc-timeline">
      {entries.map((entry, index) => {
        const before = entries[index - 1];
        const starts = !before || day(before.at) !== day(entry.at);
        const mark = isBad(entry) ? ' gc-bad' : GOOD.has(entry.kind) ? ' gc-good' : NOBODYS.has(entry.kind) ? ' gc-calm' : '';
        const who = entry.by && !NOBODYS.has(entry.kind) ? t(entry.by.name) : null;
        return (
          <Fragment key={`${entry.revision}.${index}`}>
            {starts ? <li className="gc-timeline-day">{day(entry.at)}</li> : null}
            <li className={`gc-timeline-entry${mark}${index >= known ? ' gc-fresh-entry' : ''}`}>
              <time dateTime={entry.at}>{time(entry.at)}</time>
              <span>
                {who ? <strong>{who}</strong> : null}
                {entry.onBehalfOf ? <span className="gc-quiet"> {w('onBehalfOf', { name: t(entry.onBehalfOf.name) })}</span> : null}{' '}
                {t(entry.words)}
                {entry.detail ? <span className="gc-timeline-said">{t(entry.detail)}</span> : null}
              </span>
            </li>
          </Fragment>
        );
      })}
    </ol>
  );
}
