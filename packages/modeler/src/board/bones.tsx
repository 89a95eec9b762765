import { useWords } from '../words/words.ts';
import type { BoardQuery } from '@guicheng/server/contract';

/** The board before it is known: its columns and cards, or its lines, in grey. */
export function BoardBones({ arrange }: { readonly arrange: BoardQuery['arrange'] }) {
  const { w } = useWords();
  const listed = arrange === 'list';
  return (
    <div
      role="status"
      aria-label={w('loading')}
      className="gc-columns"
      style={{ gridTemplateColumns: `repeat(${listed ? 1 : 4}, minmax(0, 1fr))` }}
    >
      {Array.from({ length: listed ? 1 : 4 }, (_, column) => (
        <div key={column}>
          <span className="gc-bone" style={{ display: 'block', width: 72, height: 14, margin: '6px 2px 8px' }} />
          {Array.from({ length: listed ? 14 : 5 }, (_, index) => (
            <span key={index} className="gc-bone" style={{ display: 'block', height: listed ? 32 : 72, marginBottom: 6 }} />
          ))}
        </div>
      ))}
    </div>
  );
}
