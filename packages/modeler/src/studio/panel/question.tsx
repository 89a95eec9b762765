import { useId, type ReactNode } from 'react';
import { usePanel } from './usePanel.ts';
import { useIntoView } from './useIntoView.ts';

/** One question: its heading folds and unfolds it; folded it says its answer in a few words. Folded, the controls do not exist. */
export function Question({
  title,
  summary,
  warns = false,
  children,
}: {
  readonly title: string;
  readonly summary: string;
  /** The answer is missing or cannot stand. */
  readonly warns?: boolean;
  readonly children: ReactNode;
}) {
  const { unfolded, fold } = usePanel();
  const open = unfolded.has(title);
  const body = useId();
  const part = useIntoView<HTMLElement>(open);
  return (
    <section ref={part} className="gc-ask">
      <h3>
        <button type="button" aria-expanded={open} aria-controls={open ? body : undefined} onClick={() => fold(title, !open)}>
          <span className="gc-ask-sign" aria-hidden="true" />
          <span className="gc-ask-title">{title}</span>
          {open ? null : (
            <span className="gc-ask-answer" data-warns={warns || undefined} title={summary}>
              {summary}
            </span>
          )}
        </button>
      </h3>
      {open ? (
        <div className="gc-ask-body" id={body}>
          {children}
        </div>
      ) : null}
    </section>
  );
}
