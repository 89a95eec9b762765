import { useEffect, useRef } from 'react';
import type { Text } from '@guicheng/runtime/model';
import { cellWords } from '../cell/cellWords.ts';
import type { About } from '../cell/sayCell.ts';
import type { Place } from '../../../file/dmn/rows.ts';
import { useTableWords } from '../words/useTableWords.ts';
import { AnswerEditor } from './answerEditor.tsx';
import { AskedEditor } from './askedEditor.tsx';

/** One cell: in words; when it is opened, with the controls to fill it in. */
export function CellOf({
  place,
  text,
  about,
  names,
  fault,
  open,
  toggle,
  put,
}: {
  readonly place: Place;
  readonly text: string;
  readonly about: About | undefined;
  readonly names: string;
  readonly fault: Text | undefined;
  readonly open: boolean;
  readonly toggle: (place: Place | null) => void;
  readonly put: (text: string) => void;
}) {
  const { say, t } = useTableWords();
  const part = useRef<HTMLTableCellElement>(null);
  const was = useRef(open);
  useEffect(() => {
    // Whoever opens a cell goes on in its first control, and whoever closes it stands where they were.
    if (open !== was.current) part.current?.querySelector<HTMLElement>(open ? 'input, textarea' : '.gc-rules-cell')?.focus();
    was.current = open;
  }, [open]);
  if (!about) return <td />;
  const { words, known, odd } = cellWords(place.part, text, about);
  const said = words ? t(words) : text;
  const column = t(about.subject.name) || about.subject.key;
  const wrong = fault ? t(fault) : odd === undefined ? undefined : say('oddOption', { value: odd, field: column });
  const answer = place.part === 'outputs' || undefined;
  const editing = { text, about, put, place, names, close: () => toggle(null) };
  return (
    <td
      ref={part}
      data-answer={answer}
      data-open={open || undefined}
      onKeyDown={(event) => {
        // A list that is open is closed by it first.
        if (open && event.key === 'Escape' && !part.current?.querySelector('.ant-select-open')) {
          event.stopPropagation();
          toggle(null);
        }
      }}
    >
      {open ? (
        place.part === 'inputs' ? (
          <AskedEditor {...editing} />
        ) : (
          <AnswerEditor {...editing} />
        )
      ) : (
        <button
          type="button"
          className="gc-rules-cell"
          aria-label={say('cell', { row: place.row + 1, column, words: said || say('noAnswer') })}
          data-quiet={(place.part === 'inputs' && said === say('any')) || said === '' || undefined}
          data-code={!known || undefined}
          onClick={() => toggle(place)}
        >
          {said || say('noAnswer')}
        </button>
      )}
      {wrong ? <p className="gc-rules-wrong">{wrong}</p> : null}
    </td>
  );
}
