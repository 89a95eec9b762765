import { useQueryClient } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import PlusOutlined from '@ant-design/icons/es/icons/PlusOutlined';
import { useNavigate } from 'react-router';
import type { CaseCard, FlowCard, Page } from '@guicheng/server/contract';
import { useRead } from '../api/queries.ts';
import { useWords } from '../words/words.ts';
import { mostUsedFirst } from './mostUsedFirst.ts';

const FLOWS = '/api/flows';

/** The flows this person may start, most used first; undefined until they are known. */
export function useStartable(): readonly FlowCard[] | undefined {
  const flows = useRead<readonly FlowCard[]>(FLOWS).data;
  const started = useRead<Page<CaseCard>>('/api/cases?list=started&limit=100').data;
  return flows && started && mostUsedFirst(flows, started.rows);
}

/** 发起办件 in the bar. Who may start nothing does not see it. */
export function BeginButton() {
  const { w, t } = useWords();
  const navigate = useNavigate();
  const flows = useStartable();
  const queries = useQueryClient();
  if (!flows || flows.length === 0) return null;
  const [only, ...others] = flows;
  if (only && others.length === 0) {
    return (
      <Button
        type="primary"
        size="small"
        title={t(only.name)}
        aria-label={w('startCase')}
        onClick={() => void navigate(`/start/${only.key}`)}
      >
        <Words />
      </Button>
    );
  }
  return (
    <Dropdown
      trigger={['click']}
      // what was published since is there without the page being opened anew
      onOpenChange={(open) => void (open && queries.invalidateQueries({ queryKey: [FLOWS] }))}
      menu={{ items: flows.map((flow) => ({ key: flow.key, label: t(flow.name), onClick: () => void navigate(`/start/${flow.key}`) })) }}
    >
      <Button type="primary" size="small" aria-label={w('startCase')}>
        <Words />
      </Button>
    </Dropdown>
  );
}

/** The words, or a plus where there is no room for them. */
function Words() {
  const { w } = useWords();
  return (
    <>
      <span className="gc-not-narrow">{w('startCase')}</span>
      <PlusOutlined className="gc-only-narrow" aria-hidden="true" />
    </>
  );
}
