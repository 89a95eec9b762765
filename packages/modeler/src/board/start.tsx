import { Link, Navigate } from 'react-router';
import { useTitle } from '../ui/title.ts';
import { Bones, Nothing } from '../ui/pieces.tsx';
import { useWords } from '../words/words.ts';
import { useStartable } from './begin.tsx';

/** What may be started, at an address of its own; where there is only one, its form at once. */
export function StartList() {
  const { w, t } = useWords();
  const flows = useStartable();
  useTitle(w('startCase'));
  const [first, ...others] = flows ?? [];
  if (first && others.length === 0) return <Navigate to={`/start/${first.key}`} replace />;
  return (
    <div className="gc-start">
      <h1>{w('startWhat')}</h1>
      {flows === undefined ? <Bones count={4} height={44} /> : null}
      {flows?.length === 0 ? <Nothing words={w('startNothing')} /> : null}
      <ul>
        {(flows ?? []).map((flow) => (
          <li key={flow.key}>
            <Link to={`/start/${flow.key}`}>{t(flow.name)}</Link>
            <span className="gc-soft">{w('stepCount', { count: flow.steps })}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
