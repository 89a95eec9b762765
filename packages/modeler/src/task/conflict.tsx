import { Alert, Button } from 'antd';
import { useWords } from '../words/words.ts';
import type { Draft } from './draft.ts';
import type { Conflict } from './mergeDrafts.ts';
import { Shown } from './shown.tsx';

/** A field that somebody else changed meanwhile: both values beside each other, and which is to stand. */
export function Conflicts({ conflicts, draft }: { readonly conflicts: readonly Conflict[]; readonly draft: Draft }) {
  const { t, w } = useWords();
  return conflicts.map(({ field, mine, theirs }) => (
    <Alert
      key={field.key}
      type="warning"
      style={{ marginBottom: 12 }}
      title={w('conflict', { field: t(field.name) })}
      description={
        <div className="gc-compare">
          <div>
            <div className="gc-quiet">{w('theirs')}</div>
            <Shown field={field} value={theirs} />
            <div>
              <Button size="small" onClick={() => draft.settle(field.key, { whose: 'theirs', now: theirs })}>
                {w('keepTheirs')}
              </Button>
            </div>
          </div>
          <div>
            <div className="gc-quiet">{w('mine')}</div>
            <Shown field={field} value={mine} />
            <div>
              <Button size="small" onClick={() => draft.settle(field.key, { whose: 'mine', now: theirs })}>
                {w('keepMine')}
              </Button>
            </div>
          </div>
        </div>
      }
    />
  ));
}
