import { Timeline as Line, theme } from 'antd';
import type { TimelineEntry } from '@guicheng/server/contract';
import { useRead } from '../api/queries.ts';
import { moment, useWords } from '../words/words.ts';

/** What happened, in words, newest last. */
export function Timeline({ caseId }: { readonly caseId: string }) {
  const { t } = useWords();
  const { token } = theme.useToken();
  const entries = useRead<readonly TimelineEntry[]>(`/api/cases/${caseId}/timeline`).data ?? [];
  return (
    <Line
      style={{ marginTop: 8 }}
      items={entries.map((entry, index) => ({
        key: `${entry.revision}.${index}`,
        color: entry.kind === 'CaseReturned' || entry.kind === 'DeadlinePassed' || entry.kind === 'IncidentRaised' ? 'red' : 'blue',
        content: (
          <span>
            <span style={{ color: token.colorTextSecondary, fontVariantNumeric: 'tabular-nums' }}>{moment(entry.at)}</span>{' '}
            {entry.by && entry.kind !== 'TaskOpened' ? <strong>{t(entry.by.name)}</strong> : null} {t(entry.words)}
            {entry.detail ? <span style={{ color: token.colorTextSecondary }}>：{t(entry.detail)}</span> : null}
          </span>
        ),
      }))}
    />
  );
}
