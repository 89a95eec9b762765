import { Alert, Button } from 'antd';
import { useWords } from '../words/words.ts';
import type { Conflict } from './mergeDrafts.ts';
import { Shown } from './shown.tsx';

/** At a field that somebody else changed meanwhile: both values beside each other, and which is to stand. */
export function Conflicting({ conflict, settle }: { readonly conflict: Conflict; readonly settle: (whose: 'mine' | 'theirs') => void }) {
  const { t, w } = useWords();
  const { field, mine, theirs } = conflict;
  const side = (whose: 'mine' | 'theirs') => (
    <div>
      <div className="gc-quiet">{w(whose)}</div>
      <Shown field={field} value={whose === 'mine' ? mine : theirs} />
      <div>
        <Button size="small" onClick={() => settle(whose)}>
          {whose === 'mine' ? w('keepMine') : w('keepTheirs')}
        </Button>
      </div>
    </div>
  );
  return (
    <Alert
      type="warning"
      style={{ marginBottom: 6 }}
      title={w('conflict', { field: t(field.name) })}
      description={
        <div className="gc-compare">
          {side('theirs')}
          {side('mine')}
        </div>
      }
    />
  );
}
