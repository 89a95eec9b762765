import { useWords } from '../../../words/words.ts';
import type { Reading } from './editor/useReading.ts';
import { cellWords } from './cell/cellWords.ts';
import type { Grid } from '../../file/dmn/grid.ts';

/** Rows that are shown; a table may have a thousand. */
const SHOWN = 30;

/** A decision table as it is looked at beside the canvas, in words. */
export function Preview({ grid, reading }: { readonly grid: Grid; readonly reading: Reading }) {
  const { w, t } = useWords();
  const columns = (['inputs', 'outputs'] as const).flatMap((part) =>
    reading[part].map((about, column) => ({ part, column, about, id: `${part}-${column}` })),
  );
  if (columns.length === 0) return <p className="gc-row-note">{w('tableEmpty')}</p>;
  return (
    <div className="gc-decided-by">
      <table>
        <thead>
          <tr>
            {columns.map(({ id, part, about }) => (
              <th key={id} data-answer={part === 'outputs' || undefined}>
                {t(about.subject.name) || about.subject.key}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.rows.slice(0, SHOWN).map((row, number) => (
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={number}>
              {columns.map(({ id, part, column, about }) => {
                const text = row[part][column]?.text ?? '';
                const { words } = cellWords(part, text, about);
                return (
                  <td key={id} data-answer={part === 'outputs' || undefined}>
                    {words ? t(words) : text}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {grid.rows.length > SHOWN ? <p className="gc-row-note">{w('tableMore', { number: grid.rows.length - SHOWN })}</p> : null}
    </div>
  );
}
