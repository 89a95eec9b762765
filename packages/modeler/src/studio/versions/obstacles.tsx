import { Link } from 'react-router';
import type { Text } from '@guicheng/server/contract';
import { useWords } from '../../words/words.ts';

/** Something wrong at a place of the drawing. */
export interface Obstacle {
  readonly element: string;
  readonly message: Text;
}

/** A list of what is wrong, each with the way to its place in the drawing. */
export function Obstacles({ flow, title, all }: { readonly flow: string; readonly title: string; readonly all: readonly Obstacle[] }) {
  const { t, w } = useWords();
  return (
    <section>
      <h2>{title}</h2>
      <ul className="gc-plain-list">
        {all.map((one, index) => (
          <li key={index}>
            {t(one.message)} <Link to={`/flows/${flow}/draw?element=${encodeURIComponent(one.element)}`}>{w('showInDrawing')}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
