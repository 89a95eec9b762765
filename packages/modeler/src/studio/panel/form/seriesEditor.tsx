import { Select } from 'antd';
import { useWords } from '../../../words/words.ts';
import { textOf } from '../../file/named.ts';
import { PatternControl } from '../process/patternControl.tsx';
import { seriesOf } from '../process/series.ts';
import type { FieldPlain } from './fieldPlain.ts';
import { putPattern } from './fieldSeries.ts';
import type { FormPlace } from './formCommands.ts';

/** From which series a number is taken, and how the numbers of that series are written. */
export function SeriesEditor({
  place,
  field,
  change,
}: {
  readonly place: FormPlace;
  readonly field: FieldPlain;
  readonly change: (field: FieldPlain) => void;
}) {
  const { w, t } = useWords();
  const all = seriesOf(place.process);
  const chosen = all.find(({ key }) => key === field.series);
  return (
    <div className="gc-field-part">
      <span aria-hidden="true">{w('fieldSeries')}</span>
      <Select
        aria-label={w('fieldSeries')}
        value={chosen?.key ?? null}
        options={all.map((series) => ({ value: series.key, label: t(textOf(series)) || series.key }))}
        onChange={(series: string) => change({ ...field, series })}
      />
      {chosen ? (
        <PatternControl
          pattern={chosen.pattern ?? ''}
          put={(pattern) => putPattern(place.modeler, place.process, { key: chosen.key, pattern })}
        />
      ) : null}
    </div>
  );
}
