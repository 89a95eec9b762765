import { namesWith, nameWithin, putName, putWords, wordsIn, type Naming } from '../../file/extension.ts';
import { processOf } from '../../file/process.ts';
import type { Drawn, Modeling, Services } from '../../file/moddle.ts';
import { plainOf } from '../../file/plain.ts';
import { together } from '../together.ts';

/** Names the process behind a pool; a pool that was called the same is called the same again. One step of undo. */
export function putProcessName(modeler: Services, element: Drawn, naming: Naming): void {
  const process = processOf(element);
  const before = process && nameWithin(process, naming.language);
  if (!process || before === naming.text) return;
  together(modeler, () => {
    if (process !== element.businessObject && nameWithin(element.businessObject, naming.language) === before)
      putName(modeler, element, naming);
    if (naming.language === 'zh') {
      modeler.get<Modeling>('modeling').updateModdleProperties(element, process, { name: naming.text || undefined });
    } else {
      putWords(modeler, element, { within: process, word: 'gc:Name', to: namesWith(wordsIn(process, 'gc:Name').map(plainOf), naming) });
    }
  });
}
