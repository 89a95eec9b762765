import type { Modeler } from '../modeler.ts';
import { declaredUtf8 } from './declaredUtf8.ts';
import { besideEachOther, openedBy } from './opened.ts';
import { drawingOf } from './restDrawing.ts';
import { referencesOf } from './restReferences.ts';
import { readable } from './readable.ts';
import { readXml } from './xml/readXml.ts';

/**
 * Opens a file in the editor and remembers it, so that saving changes nothing but what was edited. What the reader found odd comes back in
 * its own (English) words. Rejects where the text is no XML or there is nothing that can be drawn. Costs one serialization besides.
 */
export async function openXml(modeler: Modeler, xml: string): Promise<{ readonly warnings: readonly string[] }> {
  openedBy.delete(modeler);
  const original = readXml(declaredUtf8(xml));
  if (!original.ok) throw new Error(`no XML: ${original.what.en} (line ${original.line}, column ${original.column})`);
  const { warnings } = await modeler.importXML(readable(original));
  const before = { drawing: drawingOf(modeler), references: referencesOf(modeler) };
  const { xml: written } = await modeler.saveXML({ format: true });
  const read = readXml(written ?? '');
  if (read.ok) openedBy.set(modeler, { opened: besideEachOther(original, read), definitions: modeler.getDefinitions(), ...before });
  return { warnings: warnings.map(String) };
}
