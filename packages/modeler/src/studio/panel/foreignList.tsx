import { foreignNotes } from '@guicheng/runtime/checking';
import { useWords } from '../../words/words.ts';
import type { ModdleElement } from '../file/moddle.ts';

/** What another tool wrote on an element and is understood here, a line each; what is not stands among the problems above. */
export function ForeignList({ object }: { readonly object: ModdleElement }) {
  const { w, t } = useWords();
  // moddle keeps an element the same way here and where diagrams are read
  const notes = foreignNotes(object as unknown as Parameters<typeof foreignNotes>[0]).filter(({ taken }) => taken === 'read');
  if (notes.length === 0) return null;
  return (
    <details className="gc-row-note gc-panel-foreign">
      <summary>{w('foreignRead', { number: notes.length })}</summary>
      <ul>
        {notes.map(({ word, value, says }, index) => (
          <li key={`${word}${index}`}>
            <code>{value === undefined ? word : `${word}=“${value}”`}</code> {t(says)}
          </li>
        ))}
      </ul>
    </details>
  );
}
