import { useEffect, useRef, useState } from 'react';
import type { BoardQuery } from '@guicheng/server/contract';
import { useWords } from '../words/words.ts';
import { lanes, type Column } from './arrange.ts';
import { Card } from './card.tsx';
import { Line, LineHead } from './line.tsx';
import type { List } from './tasks.ts';

/** The narrowest that a card is drawn, in pixels. */
const CARD = 296;

/** What all cards of a board are shown with. */
export interface ShownBoard {
  readonly list: List;
  readonly open: string | null;
  readonly marked: ReadonlySet<string>;
  readonly gone: ReadonlySet<string>;
  readonly chosen: readonly string[];
  readonly held: boolean;
  readonly seated: boolean;
  readonly address: (task: string) => string;
  readonly choose: (task: string) => void;
}

/** The columns side by side, or one dense list. */
export function Columns({
  columns,
  by,
  shown,
}: {
  readonly columns: readonly Column[];
  readonly by: BoardQuery['arrange'];
  readonly shown: ShownBoard;
}) {
  const { w, t } = useWords();
  const { place, room } = useRoom();
  const given = useLanes(columns, { room, held: shown.held });
  const headed = by !== 'list';
  const deciding = columns.some((column) => column.tasks.some((task) => task.quick.length > 0));
  const narrow = shown.open !== null;
  return (
    <div
      ref={place}
      className="gc-columns"
      style={{
        gridTemplateColumns: headed ? template(given, room) : 'minmax(0, 1fr)',
      }}
    >
      {columns.map((column, index) => {
        const name = 'word' in column.heading ? w(column.heading.word) : t(column.heading.text);
        const lane = given[index] ?? 1;
        return (
          <section
            key={column.key}
            className="gc-column"
            data-kind={column.key}
            data-empty={column.tasks.length === 0 || undefined}
            aria-label={name}
          >
            {headed ? (
              <h2>
                {name} <span>{column.tasks.length}</span>
              </h2>
            ) : null}
            {headed || narrow ? (
              <ul className="gc-cards" style={{ gridTemplateColumns: `repeat(${Math.max(lane, 1)}, minmax(0, 1fr))` }}>
                {column.tasks.map((task) => (
                  <li key={task.id}>
                    <Card task={task} {...one(shown, task)} />
                  </li>
                ))}
              </ul>
            ) : (
              <ul className="gc-lines">
                <li>
                  <LineHead closed={shown.list === 'done'} deciding={deciding} />
                </li>
                {column.tasks.map((task) => (
                  <li key={task.id}>
                    <Line task={task} deciding={deciding} {...one(shown, task)} />
                  </li>
                ))}
              </ul>
            )}
          </section>
        );
      })}
    </div>
  );
}

/** An empty column keeps its heading only; the room that no card needs stays free at the end. */
function template(given: readonly number[], room: number): string {
  const free = room - given.reduce((sum, lane) => sum + lane, 0);
  const columns = given.map((lane) => (lane === 0 ? 'minmax(72px, max-content)' : `minmax(260px, ${lane}fr)`));
  return [...columns, ...(free > 0 ? [`minmax(0, ${free}fr)`] : [])].join(' ');
}

const one = (shown: ShownBoard, task: Column['tasks'][number]) => ({
  to: shown.list === 'done' ? `/cases/${task.case}` : shown.address(task.id),
  open: task.id === shown.open,
  marked: shown.marked.has(task.id),
  gone: shown.gone.has(task.id),
  chosen: shown.chosen.includes(task.id),
  seated: shown.seated,
  ...(task.batch && task.quick.length > 0 && shown.list !== 'done' ? { choose: shown.choose } : {}),
});

/** How many cards fit side by side. */
function useRoom() {
  const place = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(4);
  useEffect(() => {
    if (!place.current) return undefined;
    const watch = new ResizeObserver(([entry]) => setRoom(Math.max(1, Math.floor((entry?.contentRect.width ?? CARD * 4) / (CARD + 12)))));
    watch.observe(place.current);
    return () => watch.disconnect();
  }, []);
  return { place, room };
}

/** The lanes of each column. While the hands are on the board they stay as they were, and only a column that was empty opens. */
function useLanes(columns: readonly Column[], { room, held }: { readonly room: number; readonly held: boolean }): readonly number[] {
  const counts = columns.map((column) => column.tasks.length);
  const frame = `${room} ${columns.map((column) => column.key).join(' ')}`;
  const [kept, setKept] = useState<{ readonly frame: string; readonly given: readonly number[] } | null>(null);
  const stays = held && kept?.frame === frame;
  const given = stays ? kept.given.map((lane, index) => ((counts[index] ?? 0) > 0 ? Math.max(lane, 1) : lane)) : lanes(counts, room);
  if (kept?.frame !== frame || kept.given.join() !== given.join()) setKept({ frame, given });
  return given;
}
