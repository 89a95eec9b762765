import { Button } from 'antd';
import type { FormField, RiskPoint } from '@guicheng/server/contract';
import { Fault } from '../ui/pieces.tsx';
import { useWords } from '../words/words.ts';
import { focusFirst, type Refused } from './completion.ts';

/** Why a form was not taken: which fields to mend, each a click away; else the reason in words. */
export function Problems({
  refused,
  fields,
  risks,
}: {
  readonly refused: Refused | null;
  readonly fields: readonly FormField[];
  readonly risks: readonly RiskPoint[];
}) {
  const { t, w } = useWords();
  if (!refused) return null;
  const named = (refused.fields ?? []).flatMap(({ field }) => fields.find((one) => one.key === field) ?? []);
  const open = (refused.fields ?? []).filter(({ field }) => risks.some((risk) => risk.id === field));
  if (named.length === 0 && open.length === 0)
    return (
      <div style={{ flexBasis: '100%' }}>
        <Fault words={t(refused.words)} />
      </div>
    );
  return (
    <div className="gc-problems" role="alert">
      <span>{named.length > 0 ? w('toMend', { count: named.length }) : w('confirmFirst')}</span>
      {named.map((field) => (
        <Button key={field.key} type="link" danger onClick={() => focusFirst([{ field: field.key }])}>
          {t(field.name)}
        </Button>
      ))}
    </div>
  );
}
