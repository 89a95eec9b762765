import { useWords } from '../../words/words.ts';

const MARKS = [
  ['added', 'legendAdded'],
  ['removed', 'legendRemoved'],
  ['changed', 'legendChanged'],
  ['moved', 'legendMoved'],
] as const;

/** What the colours and strokes of a comparison mean. */
export function Legend() {
  const { w } = useWords();
  return (
    <p className="gc-legend">
      {MARKS.map(([mark, word]) => (
        <span key={mark}>
          <i className={`gc-legend-${mark}`} aria-hidden="true" />
          {w(word)}
        </span>
      ))}
    </p>
  );
}
