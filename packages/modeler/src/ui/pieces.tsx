import type { ReactNode } from 'react';
import type { Due, SeatRef } from '@guicheng/server/contract';
import { moment, useWords } from '../words/words.ts';

/** A deadline in words; late and soon also by colour. */
export function DueTag({ due }: { readonly due: Due | null }) {
  const { t, w } = useWords();
  if (!due) return null;
  return (
    <span
      className="gc-due"
      data-state={due.state}
      title={`${w('dueAt')} ${moment(due.at)}${due.provisional ? ` · ${w('provisional')}` : ''}`}
    >
      {t(due.words)}
      {due.provisional ? '*' : ''}
    </span>
  );
}

/** Who holds it: a person by name, a post with its people. */
export function Seats({ seats }: { readonly seats: readonly SeatRef[] }) {
  const { t, w } = useWords();
  return (
    <>
      {seats.map((seat, index) => (
        <span key={seat.seat} title={seat.people.map((person) => t(person.name)).join(w('comma'))}>
          {index > 0 ? w('comma') : ''}
          {t(seat.name)}
        </span>
      ))}
    </>
  );
}

/** A short word with an edge: a risk level, a clearance, 急件. Its tone is said by the word, too. */
export function Mark({
  tone,
  title,
  children,
}: {
  readonly tone?: 'late' | 'soon' | 'done' | undefined;
  readonly title?: string;
  readonly children: ReactNode;
}) {
  return (
    <span className="gc-mark" data-tone={tone} title={title}>
      {children}
    </span>
  );
}

/** An error where it happened, with what can be done about it now. */
export function Fault({ words, again }: { readonly words: string | null; readonly again?: () => void }) {
  const { w } = useWords();
  return words === null ? null : (
    <p role="alert" className="gc-fault">
      <span aria-hidden="true">⚠ </span>
      {words}
      {again ? (
        <button type="button" className="gc-plain" onClick={again}>
          {w('retry')}
        </button>
      ) : null}
    </p>
  );
}

/** An empty list: what that means, and what to do next. */
export function Nothing({ words, children }: { readonly words: string; readonly children?: ReactNode }) {
  return (
    <div className="gc-empty" role="status">
      <p>{words}</p>
      {children ? <div>{children}</div> : null}
    </div>
  );
}

/** Grey bars in the shape of what will stand here. */
export function Bones({ count, height, width = '100%' }: { readonly count: number; readonly height: number; readonly width?: string }) {
  return Array.from({ length: count }, (_, index) => (
    <span key={index} className="gc-bone" aria-hidden="true" style={{ display: 'block', height, width, marginBottom: 6 }} />
  ));
}
