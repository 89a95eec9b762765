import type { Asked } from '../asked.ts';
import { Both } from '../control/both.tsx';
import { nameIn, putName } from '../../file/extension.ts';
import { useWords } from '../../../words/words.ts';

/** How it is called, in both languages: always in view, as it is asked of everything. */
export function NameQuestion({ modeler, element }: Asked) {
  const { w } = useWords();
  return (
    <div className="gc-ask-name">
      <Both
        labels={{ zh: w('nameChinese'), en: w('nameEnglish') }}
        texts={{ zh: nameIn(element, 'zh'), en: nameIn(element, 'en') }}
        put={(language, text) => putName(modeler, element, { language, text })}
      />
    </div>
  );
}
