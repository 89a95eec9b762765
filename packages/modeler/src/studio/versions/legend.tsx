import { useWords } from '../../words/words.ts';

const MARKS = [
  ['added', 'badgeAdded', 'legendAdded'],
  ['removed', 'badgeRemoved', 'legendRemoved'],
  ['changed', 'badgeChanged', 'legendChanged'],
  ['moved', 'badgeMoved', 'legendMoved'],
] as const;

/** What the colours and strokes of a comparison mean. */
export function Legend() {
  const { w } = useWords();
  return (
    <p className="gc-marks-legend">
      {MARKS.map(([mark, sign, word]) => (
        <span key={mark}>
          <i className={`gc-legend-${mark}`} aria-hidden="true">
            {w(sign)}
          </i>
          {w(word)}
        </span>
      ))}
    </p>
  );
}
