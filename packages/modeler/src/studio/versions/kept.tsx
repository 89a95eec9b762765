import { Link } from 'react-router';
import { moment, useWords } from '../../words/words.ts';
import { GoOn } from './goOn.tsx';
import type { FlowStates } from './useFlow.ts';

/** The moments of the draft that were kept: to look at, to compare, to fetch back. */
export function Kept({ flow, states }: { readonly flow: string; readonly states: FlowStates }) {
  const { t, w } = useWords();
  const { kept, drawing } = states;
  return (
    <section className="gc-sheet gc-table-room">
      <h2>{w('keptTitle')}</h2>
      {kept.length === 0 ? null : <p className="gc-quiet">{w('keptHint')}</p>}
      {kept.length === 0 ? (
        <p className="gc-quiet">{w('noKept')}</p>
      ) : (
        <table className="gc-versions-table">
          <thead>
            <tr>
              <th>{w('columnKept')}</th>
              <th>{w('columnKeptBy')}</th>
              <th className="gc-wide">{w('columnWhat')}</th>
              <th>
                <span className="gc-hidden">{w('viewVersion')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {kept.map((one) => {
              const against = drawing.draft ? 'draft' : drawing.latest > 0 ? String(drawing.latest) : null;
              return (
                <tr key={one.point}>
                  <td>{moment(one.at)}</td>
                  <td>{t(one.by.name)}</td>
                  <td className="gc-note">{t(one.words)}</td>
                  <td className="gc-acts">
                    {against === null ? null : (
                      <Link to={`/flows/${flow}/compare?from=kept-${one.point}&to=${against}`}>
                        {drawing.draft ? w('comparePoint') : w('viewVersion')}
                      </Link>
                    )}
                    <GoOn flow={flow} source={`kept-${one.point}`} words={t(one.words)}>
                      {w('fetchBack')}
                    </GoOn>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}
