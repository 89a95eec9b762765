import { putWords, wordsOf } from '../../file/extension.ts';
import type { Drawn, Services } from '../../file/moddle.ts';
import { plainOf, type Plain } from '../../file/plain.ts';

/** What is said of a process as a whole: an empty one where nothing is. */
export const aboutOf = (element: Drawn): Plain => plainOf(wordsOf(element, 'gc:About')[0]);

/** Changes some of it; what becomes empty is left out, and an empty word goes. */
export function putAbout(modeler: Services, element: Drawn, change: Plain): void {
  const about = Object.fromEntries(
    Object.entries({ ...aboutOf(element), ...change }).filter(([, value]) => value !== undefined && value !== ''),
  );
  putWords(modeler, element, { word: 'gc:About', to: Object.keys(about).length > 0 ? [about] : [] });
}
