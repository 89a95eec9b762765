import { Select } from 'antd';
import type { MigrationPreview } from '@guicheng/server/contract';
import { useWords } from '../../../words/words.ts';

type Step = MigrationPreview['steps'][number];

const HOW = { same: 'migrateHowSame', suggested: 'migrateHowSuggested', chosen: 'migrateHowChosen' } as const;

/** The steps where cases are, old beside new; what nobody knows yet comes first. */
export function Steps({ preview, say }: { readonly preview: MigrationPreview; readonly say: (element: string, target: string) => void }) {
  const { w } = useWords();
  const steps = preview.steps.toSorted((one, other) => Number(one.to !== null) - Number(other.to !== null));
  return (
    <section className="gc-sheet">
      <h2>{w('migrateSteps')}</h2>
      <p className="gc-quiet">{w('migrateStepsHint')}</p>
      <table className="gc-versions-table gc-migrate-table">
        <thead>
          <tr>
            <th>{w('migrateNow', { version: preview.from })}</th>
            <th>{w('columnRunning')}</th>
            <th>{w('migrateThen', { version: preview.to })}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <Row key={step.element} step={step} say={say} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ step, say }: { readonly step: Step; readonly say: (element: string, target: string) => void }) {
  const { t, w } = useWords();
  const how = step.how === null ? w('migrateHowNone') : w(HOW[step.how]);
  return (
    <tr>
      <td className="gc-note">{t(step.name)}</td>
      <td>{w('runningCount', { count: step.cases })}</td>
      <td>
        {step.options.length === 0 ? (
          <span className="gc-wrong">{w('migrateNoChoice')}</span>
        ) : (
          <Select
            className="gc-migrate-choice"
            aria-label={`${t(step.name)} → ${w('migrateChoose')}`}
            value={step.to}
            status={step.to === null ? 'error' : ''}
            placeholder={w('migrateChoose')}
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false}
            options={step.options.map(({ element, name }) => ({ value: element, label: t(name) }))}
            onChange={(target: string) => say(step.element, target)}
          />
        )}
        <span className={step.to === null ? 'gc-wrong gc-below' : 'gc-quiet gc-below'}>{how}</span>
      </td>
    </tr>
  );
}
