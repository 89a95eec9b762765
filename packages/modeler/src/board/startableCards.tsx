import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { Link } from 'react-router';
import type { StartableInCase } from '@guicheng/server/contract';
import { StartableWork } from '../case/move/startableWork.tsx';
import { useWords } from '../words/words.ts';
import '../case/case.css';

/** 可以随时做的: below what must be done, what this person may begin when they find it needed, case by case. */
export function StartableCards({ found }: { readonly found: readonly StartableInCase[] }) {
  const { t, w } = useWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  return (
    <section className="gc-any-time" aria-label={w('anyTime')}>
      <h2>
        {w('anyTime')} <span className="gc-quiet">{w('startableNow')}</span>
      </h2>
      {found.map(({ case: caseId, title, number, flowName, work }) => (
        <StartableWork
          key={`${caseId} ${work.scope}`}
          caseId={caseId}
          work={work}
          title={
            <>
              <Link className="gc-card-title" to={`/cases/${caseId}`}>
                {title}
              </Link>{' '}
              <span className="gc-quiet">{[number, t(flowName), t(work.step)].filter(Boolean).join(' · ')}</span>
            </>
          }
          done={(words) => {
            void queries.invalidateQueries();
            void message.success(words);
          }}
        />
      ))}
    </section>
  );
}
