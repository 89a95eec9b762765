import type { Modeler } from '../modeler.ts';
import { openedBy } from './opened.ts';
import { putBack } from './putBack.ts';
import { restDrawing } from './restDrawing.ts';
import { restReferences } from './restReferences.ts';
import { readXml } from '../../file/xml/readXml.ts';

/** What the editor shows, as a file: the opened file with the changes made since, the rest of it as it was. */
export async function saveXml(modeler: Modeler): Promise<string> {
  const opened = openedBy.get(modeler);
  const before = opened?.definitions === modeler.getDefinitions() ? opened : undefined;
  if (before) {
    restDrawing(modeler, before.drawing);
    restReferences(modeler, before.references);
  }
  const { xml, error } = await modeler.saveXML({ format: true });
  if (xml === undefined) throw error ?? new Error('nothing is open');
  const now = before && readXml(xml);
  return before && now?.ok ? putBack(before.opened, now) : xml;
}
