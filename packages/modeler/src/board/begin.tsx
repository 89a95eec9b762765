import { Button, Dropdown } from 'antd';
import { useNavigate } from 'react-router';
import type { CaseCard, FlowCard, Page } from '@guicheng/server/contract';
import { useRead } from '../api/queries.ts';
import { useWords } from '../words/words.ts';
import { mostUsedFirst } from './mostUsedFirst.ts';

/** The flows this person may start, most used first; undefined until they are known. */
export function useStartable(): readonly FlowCard[] | undefined {
  const flows = useRead<readonly FlowCard[]>('/api/flows').data;
  const started = useRead<Page<CaseCard>>('/api/cases?list=started&limit=100').data;
  return flows && started && mostUsedFirst(flows, started.rows);
}

/** 发起办件 in the bar. Who may start nothing does not see it. */
export function BeginButton() {
  const { w, t } = useWords();
  const navigate = useNavigate();
  const flows = useStartable();
  if (!flows || flows.length === 0) return null;
  const [only, ...others] = flows;
  if (only && others.length === 0) {
    return (
      <Button type="primary" size="small" title={t(only.name)} onClick={() => void navigate(`/start/${only.key}`)}>
        {w('startCase')}
      </Button>
    );
  }
  return (
    <Dropdown
      trigger={['click']}
      menu={{ items: flows.map((flow) => ({ key: flow.key, label: t(flow.name), onClick: () => void navigate(`/start/${flow.key}`) })) }}
    >
      <Button type="primary" size="small">
        {w('startCase')}
      </Button>
    </Dropdown>
  );
}
