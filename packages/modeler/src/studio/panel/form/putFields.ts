import { made, putWords, wordsIn } from '../../file/extension.ts';
import type { ModdleElement, Modeling, Moddle, Services } from '../../file/moddle.ts';
import { plainOf, same } from '../../file/plain.ts';
import { type FieldPlain, fieldWordsOf } from './fieldPlain.ts';
import { drawnOf } from '../../file/process.ts';

/**
 * Makes these the fields of a process: one command, or none where nothing would change. Fields that stay as they are stay the very same, and
 * a changed one keeps what other software noted on it.
 */
export function putFields(modeler: Services, process: ModdleElement, fields: readonly FieldPlain[]): void {
  const drawn = drawnOf(modeler, process);
  const [form] = wordsIn(process, 'gc:Form');
  const old = fieldWordsOf(process);
  if (!drawn || (old.length === fields.length && fields.every((field, index) => same(field, plainOf(old[index]))))) return;
  if (!form) {
    putWords(modeler, drawn, { word: 'gc:Form', to: [{ fields }], within: process });
    return;
  }
  const moddle = modeler.get<Moddle>('moddle');
  const words = fields.map((field) => {
    const before = old.find((word) => word.get('key') === field.key);
    if (before && same(field, plainOf(before))) return before;
    const word = made(moddle, { type: 'gc:Field', wanted: field, ...(before?.$attrs ? { foreign: before.$attrs } : {}) });
    return Object.assign(word, { $parent: form });
  });
  modeler.get<Modeling>('modeling').updateModdleProperties(drawn, form, { fields: words });
}
