import { useWords } from '../words/words.ts';
import { kindWord } from './kinds.ts';
import type { OutlineEntry } from './outline.ts';

/** A flow as a list of its steps, each with its lane and where it goes on. */
export function OutlineList({
  entries,
  chosen,
  choose,
}: {
  readonly entries: readonly OutlineEntry[];
  readonly chosen: string | null;
  readonly choose: (element: string) => void;
}) {
  const { t, w } = useWords();
  return (
    <ol className="gc-outline gc-sheet">
      {entries.map((entry) => {
        const word = kindWord(entry.type);
        return (
          <li key={entry.element} className={[entry.inside ? 'gc-inner' : '', entry.element === chosen ? 'gc-picked' : ''].join(' ')}>
            <button type="button" aria-pressed={entry.element === chosen} onClick={() => choose(entry.element)}>
              <strong>{t(entry.name) || (word ? w(word) : '')}</strong>{' '}
              <span className="gc-quiet">
                {[word ? w(word) : '', entry.lane ? t(entry.lane) : ''].filter((part) => part !== '').join(' · ')}
              </span>
              {entry.next.length > 0 ? (
                <span className="gc-quiet" style={{ display: 'block' }}>
                  {entry.next.map((next) => `${next.when ? `${t(next.when)} ` : ''}→ ${t(next.name)}`).join('　')}
                </span>
              ) : null}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
