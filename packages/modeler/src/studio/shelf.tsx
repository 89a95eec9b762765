import { Card, Skeleton, theme } from 'antd';
import { Link } from 'react-router';
import type { FlowCard } from '@guicheng/server/contract';
import { useRead } from '../api/queries.ts';
import { useWords } from '../words/words.ts';

/** The shelf of flows. */
export function Shelf() {
  const { t, w } = useWords();
  const { token } = theme.useToken();
  const flows = useRead<readonly FlowCard[]>('/api/flows');
  if (flows.isPending) return <Skeleton active />;
  return (
    <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(300px, 1fr))', gap: 12 }}>
      {(flows.data ?? []).map((flow) => (
        <Link key={flow.key} to={`/flows/${flow.key}`}>
          <Card size="small" hoverable title={`${flow.number ?? ''} ${t(flow.name)}`}>
            <span style={{ color: token.colorTextSecondary }}>
              {w('version')} {flow.version} · {flow.steps} {w('steps')} · {w('runningCases')} {flow.running}
            </span>
          </Card>
        </Link>
      ))}
    </div>
  );
}
