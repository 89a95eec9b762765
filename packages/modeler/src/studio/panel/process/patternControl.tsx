import { useState } from 'react';
import { useWords } from '../../../words/words.ts';
import { numberLike } from './template.ts';
import { TemplateControl } from './templateControl.tsx';

/** How the numbers of a series are written, put together from pieces, with how one would look; what lacks the running number says so. */
export function PatternControl({ pattern, put }: { readonly pattern: string; readonly put: (pattern: string) => void }) {
  const { w } = useWords();
  const [year] = useState(() => String(new Date().getFullYear()));
  const counts = /\{n(:\d)?\}/.test(pattern);
  return (
    <>
      <TemplateControl
        label={w('seriesPattern')}
        template={pattern}
        blanks={[
          { value: 'yyyy', label: w('seriesYear') },
          { value: 'n', label: w('seriesNumber') },
          { value: 'n:3', label: w('seriesDigits', { digits: 3 }) },
          { value: 'n:4', label: w('seriesDigits', { digits: 4 }) },
        ]}
        addBlank={w('addPart')}
        // a pattern that is empty could not be read again
        put={(next) => (next === '' ? undefined : put(next))}
      />
      <p className={counts ? 'gc-row-note' : 'gc-row-wrong'}>
        {counts ? w('seriesPreview', { number: numberLike(pattern, year) }) : w('seriesNeedsNumber')}
      </p>
    </>
  );
}
