import type { Asked } from '../asked.ts';
import { Amount } from '../control/amount.tsx';
import { Both } from '../control/both.tsx';
import { Choose } from '../control/choose.tsx';
import { nameWithin } from '../../file/extension.ts';
import { processOf } from '../../file/process.ts';
import { Question } from '../question.tsx';
import { useWords } from '../../../words/words.ts';
import { aboutOf, putAbout } from './about.ts';
import { putProcessName } from './processName.ts';
import { useAboutLabels } from './aboutLabels.ts';

/** Which flow this is: its names, its number in the office's list, where it stands on the shelf, and what a person needs to see its cases. */
export function AboutQuestion({ modeler, element }: Asked) {
  const { w, language } = useWords();
  const { areas, clearances } = useAboutLabels();
  const process = processOf(element);
  if (!process) return null;
  const about = aboutOf(element);
  const number = about['number'] === undefined ? '' : String(about['number']);
  const area = String(about['area'] ?? '');
  const clearance = String(about['clearance'] ?? 'internal');
  const names = { zh: nameWithin(process, 'zh'), en: nameWithin(process, 'en') };
  const summary = [
    (language === 'en' && names.en) || names.zh,
    ...(number ? [w('numberOfFlow', { number })] : []),
    ...areas.filter(({ value }) => value === area && value !== '').map(({ label }) => label),
    ...clearances.filter(({ value }) => value === clearance).map(({ label }) => label),
  ];
  return (
    <Question title={w('askFlow')} summary={summary.join(' · ')}>
      {process === element.businessObject ? null : (
        <Both
          labels={{ zh: w('flowNameChinese'), en: w('flowNameEnglish') }}
          texts={names}
          put={(language, text) => putProcessName(modeler, element, { language, text })}
        />
      )}
      <div className="gc-pair">
        <Amount
          label={w('flowNumber')}
          value={number === '' ? undefined : Number(number)}
          put={(next) => putAbout(modeler, element, { number: next })}
          least={1}
          none=""
        />
        <Choose label={w('flowArea')} value={area} choices={areas} put={(next) => putAbout(modeler, element, { area: next })} />
      </div>
      <Choose
        label={w('flowClearance')}
        value={clearance}
        choices={clearances}
        put={(next) => putAbout(modeler, element, { clearance: next })}
      />
      <p className="gc-row-note">{w('flowKey', { key: process.id ?? '' })}</p>
    </Question>
  );
}
