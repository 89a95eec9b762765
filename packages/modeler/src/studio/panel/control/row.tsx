import { useId, type ReactNode } from 'react';

/** How a control is tied to its label and to what is said of it. */
export interface Tied {
  readonly id: string;
  readonly 'aria-labelledby': string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
}

/** A label over its control, with a quiet line or a complaint below. */
export function Row({
  label,
  note,
  wrong,
  children,
}: {
  readonly label: string;
  readonly note?: string | undefined;
  readonly wrong?: string | undefined;
  readonly children: (tied: Tied) => ReactNode;
}) {
  const id = useId();
  const said = wrong ?? note;
  const tied: Tied = {
    id,
    'aria-labelledby': `${id}-label`,
    ...(said ? { 'aria-describedby': `${id}-note` } : {}),
    ...(wrong ? { 'aria-invalid': true as const } : {}),
  };
  return (
    <div className="gc-control">
      <label id={`${id}-label`} htmlFor={id}>
        {label}
      </label>
      {children(tied)}
      {said ? (
        <p id={`${id}-note`} className={wrong ? 'gc-row-wrong' : 'gc-row-note'} role={wrong ? 'alert' : undefined}>
          {said}
        </p>
      ) : null}
    </div>
  );
}
