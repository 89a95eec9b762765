import type { Text } from '@guicheng/server/contract';
import { Refusal } from '../../api/client.ts';
import { useWords } from '../../words/words.ts';
import { sayProblem } from '../drawing/check/sayProblem.ts';
import { Obstacles, type Obstacle } from './obstacles.tsx';
import type { Check } from './useCheck.ts';

/** What stops publishing, by the check here and by the server's own words when it refused, and what it does not stop. */
export function Problems({ flow, check, refused }: { readonly flow: string; readonly check: Check; readonly refused: unknown }) {
  const { t, w } = useWords();
  const server = obstaclesOf(refused);
  if (check === undefined && server.length === 0) return <p className="gc-quiet">{w('checkingDraft')}</p>;
  const found = (check && check !== 'failed' ? check.problems : []).map((one) => ({ ...one, message: withoutId(one) }));
  const errors: readonly Obstacle[] = found.filter((problem) => problem.severity === 'error');
  const warnings = found.filter((problem) => problem.severity === 'warning');
  const others = server.filter((one) => !errors.some((error) => error.element === one.element && error.message.zh === one.message.zh));
  const unreadable = check && check !== 'failed' ? check.unreadable : undefined;
  const stops = [...errors, ...others];
  return (
    <>
      {unreadable ? (
        <p className="gc-wrong" role="alert">
          {t(unreadable)}
        </p>
      ) : null}
      {stops.length > 0 ? <Obstacles flow={flow} title={w('stopsPublishing')} all={stops} /> : null}
      {warnings.length > 0 ? <Obstacles flow={flow} title={w('warnsPublishing')} all={warnings} /> : null}
      {check === 'failed' ? <p className="gc-quiet">{w('cannotCheck')}</p> : null}
      {check && check !== 'failed' && !unreadable && stops.length + warnings.length === 0 ? (
        <p className="gc-fine">
          <span aria-hidden="true">✓ </span>
          {w('publishableNow')}
        </p>
      ) : null}
    </>
  );
}

/** Here a link leads to the place; the id is for terminals. */
const withoutId = ({ element, message }: Obstacle): Text => ({
  zh: sayProblem({ element, message }, (text) => text.zh),
  en: sayProblem({ element, message }, (text) => text.en ?? text.zh),
});

/** The places that the server named when it refused the diagram itself. */
function obstaclesOf(refused: unknown): readonly Obstacle[] {
  if (!(refused instanceof Refusal)) return [];
  const { code, fields, culprit, expected } = refused.problem;
  if (fields && fields.length > 0)
    return fields.map((one) => ({ element: one.field, message: withoutId({ element: one.field, message: one.expected }) }));
  return code === 'invalidDiagram' || code === 'unsupported' ? [{ element: culprit, message: expected }] : [];
}
