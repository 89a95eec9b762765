import { Alert, Button } from 'antd';
import type { FormField } from '@guicheng/server/contract';
import { useWords } from '../words/words.ts';
import type { Draft } from './draft.ts';
import { Shown } from './shown.tsx';
import { isBlank } from './values.ts';

/** What I had typed when the step stopped being mine: still readable and to be copied, until I put it away. */
export function LeftOver({ fields, draft }: { readonly fields: readonly FormField[]; readonly draft: Draft }) {
  const { t, w } = useWords();
  const typed = fields.filter((field) => !isBlank(draft.values[field.key]));
  if (typed.length === 0) return null;
  return (
    <Alert
      type="warning"
      style={{ marginBottom: 12 }}
      title={w('leftOver')}
      description={
        <>
          <dl className="gc-facts">
            {typed.map((field) => [
              <dt key={`${field.key}-name`} style={{ gridColumn: 1 }}>
                {t(field.name)}
              </dt>,
              <dd key={field.key} className="gc-fact-wide">
                <Shown field={field} value={draft.values[field.key] ?? null} />
              </dd>,
            ])}
          </dl>
          <Button size="small" style={{ marginTop: 6 }} onClick={draft.forget}>
            {w('putAway')}
          </Button>
        </>
      }
    />
  );
}
