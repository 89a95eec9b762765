import { Checkbox, Tag } from 'antd';
import type { Problem, RiskPoint, TaskPage } from '@guicheng/server/contract';
import { useWords } from '../words/words.ts';
import { fieldId } from './form.tsx';
import { colon, listed } from './listed.ts';
import type { Draft } from './draft.ts';

/** What to do here, with the points to look at and the papers to have at hand. */
export function Guide({ page, draft }: { readonly page: TaskPage; readonly draft: Draft }) {
  const { t, w, language } = useWords();
  const { guidance, checklist, originals } = page;
  if (!guidance && checklist.length === 0 && originals.length === 0) return null;
  return (
    <section className="gc-sheet">
      <h2>{w('guidance')}</h2>
      {guidance ? <p>{t(guidance)}</p> : null}
      {checklist.length > 0 ? (
        <div style={{ display: 'grid', gap: 2, margin: '6px 0' }} role="group" aria-label={w('checklist')}>
          {checklist.map((point, index) => (
            <Checkbox
              key={point.zh}
              disabled={!page.mine}
              checked={draft.ticked.includes(`check-${index}`)}
              onChange={(event) => draft.tick(`check-${index}`, event.target.checked)}
            >
              {t(point)}
            </Checkbox>
          ))}
        </div>
      ) : null}
      {originals.length > 0 ? (
        <p className="gc-quiet">
          {w('originals')}
          {colon(language)}
          {listed(
            originals.map((original) => t(original)),
            language,
          )}
        </p>
      ) : null}
    </section>
  );
}

/** A risk point with its control; where the control must be confirmed, its tick, and that it is still missing. */
export function Risk({
  risk,
  page,
  draft,
  faults,
}: {
  readonly risk: RiskPoint;
  readonly page: TaskPage;
  readonly draft: Draft;
  readonly faults: Problem['fields'];
}) {
  const { t, w, language } = useWords();
  const level = ([w('riskFirst'), w('riskSecond'), w('riskThird')] as const)[risk.level - 1];
  const missing = risk.confirm && !draft.ticked.includes(risk.id) && (faults?.some((one) => one.field === risk.id) ?? false);
  return (
    <section id={fieldId(risk.id)} className={missing ? 'gc-sheet gc-risk gc-faulty' : 'gc-sheet gc-risk'}>
      <h2>
        {w('riskPoint')} <Tag color={risk.level === 1 ? 'error' : risk.level === 2 ? 'warning' : 'default'}>{level}</Tag>
      </h2>
      <p>{t(risk.risk)}</p>
      <p>
        <strong>{w('control')}</strong>
        {colon(language)}
        {t(risk.control)}
      </p>
      {risk.confirm && page.mine ? (
        <Checkbox checked={draft.ticked.includes(risk.id)} onChange={(event) => draft.tick(risk.id, event.target.checked)}>
          {w('confirmControl')}
          <span className="gc-must">*</span>
        </Checkbox>
      ) : null}
      {missing ? <div className="gc-wrong">{w('confirmFirst')}</div> : null}
    </section>
  );
}
