import { useWords } from '../../../words/words.ts';
import type { Choice } from '../control/choose.tsx';

/** What the areas of the shelf and the clearances are called, in their order. */
export function useAboutLabels(): { readonly areas: readonly Choice<string>[]; readonly clearances: readonly Choice<string>[] } {
  const { w } = useWords();
  return {
    areas: [
      { value: '', label: w('areaOther') },
      { value: 'documents', label: w('areaDocuments') },
      { value: 'meetings', label: w('areaMeetings') },
      { value: 'seals', label: w('areaSeals') },
      { value: 'archives', label: w('areaArchives') },
      { value: 'classified', label: w('areaClassified') },
      { value: 'publicity', label: w('areaPublicity') },
      { value: 'website', label: w('areaWebsite') },
      { value: 'petitions', label: w('areaPetitions') },
      { value: 'finance', label: w('areaFinance') },
      { value: 'duty', label: w('areaDuty') },
    ],
    clearances: [
      { value: 'open', label: w('clearanceOpen') },
      { value: 'internal', label: w('clearanceInternal') },
      { value: 'secret', label: w('clearanceSecret') },
      { value: 'confidential', label: w('clearanceConfidential') },
      { value: 'topSecret', label: w('clearanceTop') },
    ],
  };
}
