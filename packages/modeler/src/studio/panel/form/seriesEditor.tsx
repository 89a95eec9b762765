import { useState } from 'react';
import { Select } from 'antd';
import { useWords } from '../../../words/words.ts';
import { type FieldPlain, textOf } from './fieldPlain.ts';
import type { FormPlace } from './formCommands.ts';
import { LineInput } from './lineInput.tsx';
import { exampleOf, putPattern, seriesOf } from './series.ts';

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
  const [wrong, setWrong] = useState(false);
  const all = seriesOf(place.process);
  const chosen = all.find(({ key }) => key === field.series);
  const pattern = chosen?.pattern ?? '';
  const [year] = useState(() => new Date().getFullYear());
  return (
    <div className="gc-field-part">
      <span aria-hidden="true">{w('fieldSeries')}</span>
      <Select
        size="small"
        aria-label={w('fieldSeries')}
        value={chosen?.key ?? null}
        options={all.map((series) => ({ value: series.key, label: t(textOf(series)) || series.key }))}
        onChange={(series: string) => change({ ...field, series })}
      />
      {chosen ? (
        <>
          <LineInput
            label={w('numberPattern')}
            value={pattern}
            needed
            put={(text) => {
              const fits = /\{n(?::\d)?\}/.test(text);
              setWrong(!fits);
              if (fits) putPattern(place.modeler, place.process, { key: chosen.key, pattern: text });
            }}
          />
          {wrong ? (
            <span className="gc-wrong" role="alert">
              {w('numberNeedsCount')}
            </span>
          ) : (
            <span className="gc-quiet">{w('seriesExample', { example: exampleOf(pattern, year) })}</span>
          )}
          <span className="gc-quiet">{w('seriesHelp')}</span>
        </>
      ) : null}
    </div>
  );
}
