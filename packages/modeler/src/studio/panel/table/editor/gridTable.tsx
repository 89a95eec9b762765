import { useState, type KeyboardEvent } from 'react';
import { Button } from 'antd';
import ArrowDownOutlined from '@ant-design/icons/es/icons/ArrowDownOutlined';
import ArrowUpOutlined from '@ant-design/icons/es/icons/ArrowUpOutlined';
import DeleteOutlined from '@ant-design/icons/es/icons/DeleteOutlined';
import PlusOutlined from '@ant-design/icons/es/icons/PlusOutlined';
import type { Tried } from '@guicheng/runtime/checking';
import { addRow, moveRow, type Place, putCell, removeRow } from '../../../file/dmn/rows.ts';
import { putSource, type TablePlace } from '../tableCommands.ts';
import { useTableWords } from '../words/useTableWords.ts';
import { AddColumn } from './addColumn.tsx';
import { CellOf } from './cellOf.tsx';
import { Heads } from './heads.tsx';
import type { Reading } from './useReading.ts';

/** Rows that are shown at first; a table may have a thousand. */
const SHOWN = 100;

/** The table itself: a row for each rule, to be filled in cell by cell. */
export function GridTable({
  place,
  reading,
  tried,
  begun,
}: {
  readonly place: TablePlace;
  readonly reading: Reading;
  readonly tried: Tried | null | undefined;
  /** Whether values are tried, so that rows that apply are shown. */
  readonly begun: boolean;
}) {
  const { say } = useTableWords();
  const { grid } = place;
  const [open, setOpen] = useState<Place | null>(null);
  const [shown, setShown] = useState(SHOWN);
  const hits = new Set(begun ? tried?.decided?.rules : []);
  const columns = [
    ...grid.inputs.map((_, column) => ({ part: 'inputs' as const, column })),
    ...grid.outputs.map((_, column) => ({ part: 'outputs' as const, column })),
  ];
  const whole = grid.inputs.length > 0 && grid.outputs.length > 0;
  return (
    <>
      <div className="gc-rules-grid" onKeyDown={walk}>
        <table aria-label={say('rows')}>
          <Heads place={place} reading={reading} />
          <tbody>
            {grid.rows.slice(0, shown).map((row, number) => (
              // A row has no name of its own: its number is what it is known by.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={number} data-hit={hits.has(number + 1) || undefined}>
                <th scope="row">{number + 1}</th>
                {columns.map(({ part, column }) => (
                  <CellOf
                    key={`${part}-${column}`}
                    place={{ row: number, part, column }}
                    text={row[part][column]?.text ?? ''}
                    about={reading[part][column]}
                    names={reading.names}
                    fault={tried?.cells.find((one) => one.row === number && one.part === part && one.column === column)?.what}
                    open={open?.row === number && open.part === part && open.column === column}
                    toggle={setOpen}
                    put={(text) => putSource(place, putCell(grid, { row: number, part, column }, text))}
                  />
                ))}
                <td className="gc-rules-acts">
                  {(
                    [
                      ['rowUp', ArrowUpOutlined, number > 0, () => moveRow(grid, number, -1)],
                      ['rowDown', ArrowDownOutlined, number < grid.rows.length - 1, () => moveRow(grid, number, 1)],
                      ['insertRow', PlusOutlined, true, () => addRow(grid, number)],
                      ['removeRow', DeleteOutlined, true, () => removeRow(grid, number)],
                    ] as const
                  ).map(([word, Icon, may, change]) => (
                    <Button
                      key={word}
                      size="small"
                      type="text"
                      icon={<Icon />}
                      disabled={!may}
                      aria-label={say(word, { row: number + 1 })}
                      title={say(word, { row: number + 1 })}
                      onClick={() => {
                        setOpen(null);
                        putSource(place, change());
                      }}
                    />
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {grid.rows.length > shown ? (
        <Button size="small" type="link" onClick={() => setShown(shown + SHOWN)}>
          {say('moreRows', { number: Math.min(SHOWN, grid.rows.length - shown) })}
        </Button>
      ) : null}
      {whole ? null : <p className="gc-row-note">{say('empty')}</p>}
      <div className="gc-rules-add">
        <Button
          size="small"
          icon={<PlusOutlined />}
          disabled={!whole}
          onClick={() => {
            setOpen(null);
            setShown(Math.max(shown, grid.rows.length + 1));
            putSource(place, addRow(grid, grid.rows.length - 1));
          }}
        >
          {say('addRow')}
        </Button>
        <AddColumn place={place} reading={reading} />
      </div>
    </>
  );
}

const STEPS: { readonly [key: string]: readonly [number, number] } = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** With the arrow keys from cell to cell, as in any table; in a cell that is being filled in they belong to its controls. */
function walk(event: KeyboardEvent): void {
  const [down, right] = STEPS[event.key] ?? [0, 0];
  const cell = event.target instanceof HTMLElement && event.target.classList.contains('gc-rules-cell') ? event.target.closest('td') : null;
  const row = cell?.closest('tr');
  if (!cell || !row || (down === 0 && right === 0)) return;
  const rows = [...(row.parentElement?.children ?? [])];
  const at = rows[rows.indexOf(row) + down]?.children[[...row.children].indexOf(cell) + right];
  const next = at?.querySelector<HTMLElement>('.gc-rules-cell');
  if (!next) return;
  event.preventDefault();
  next.focus();
}
