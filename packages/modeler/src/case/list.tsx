import { Empty, Skeleton, Tag, theme } from 'antd';
import { Link } from 'react-router';
import type { CaseCard, Page } from '@guicheng/server/contract';
import { useRead } from '../api/queries.ts';
import { DueTag, Seats } from '../ui/pieces.tsx';
import { moment, useWords } from '../words/words.ts';

/** Cases, newest first: where each stands and who has it. */
export function CaseList({ list }: { readonly list: 'started' | 'all' }) {
  const { t, w } = useWords();
  const { token } = theme.useToken();
  const page = useRead<Page<CaseCard>>(`/api/cases?list=${list}&limit=100`);
  if (page.isPending) return <Skeleton active />;
  const cases = page.data?.rows ?? [];
  if (cases.length === 0) return <Empty style={{ marginTop: 80 }} image={Empty.PRESENTED_IMAGE_SIMPLE} description={w('nothingHere')} />;
  return (
    <div style={{ background: token.colorBgContainer, border: `1px solid ${token.colorBorderSecondary}`, borderRadius: 4 }}>
      {cases.map((one) => (
        <Link
          key={one.id}
          to={`/cases/${one.id}`}
          style={{
            display: 'grid',
            gridTemplateColumns: '170px minmax(0, 1fr) 200px 260px 110px',
            gap: 12,
            padding: '8px 12px',
            borderBottom: `1px solid ${token.colorBorderSecondary}`,
            color: token.colorText,
            fontSize: 13,
            alignItems: 'center',
          }}
        >
          <span style={{ fontVariantNumeric: 'tabular-nums' }}>{one.number ?? '—'}</span>
          <span style={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>{one.title}</span>
          <span style={{ color: token.colorTextSecondary }}>{t(one.flowName)}</span>
          <span>
            {one.open.length > 0 ? (
              one.open.slice(0, 2).map((open) => (
                <span key={open.task} style={{ display: 'block' }}>
                  {t(open.step)} · {open.takenBy ? t(open.takenBy.name) : <Seats seats={open.seats} />}
                </span>
              ))
            ) : (
              <Tag color={one.status === 'completed' ? 'success' : 'default'}>{w(one.status)}</Tag>
            )}
          </span>
          <span style={{ textAlign: 'end' }}>{one.due ? <DueTag due={one.due} /> : moment(one.endedAt ?? one.startedAt)}</span>
        </Link>
      ))}
    </div>
  );
}
