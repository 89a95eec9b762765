import { painted } from '../../../ui/painted.ts';
import type { Modeler } from '../modeler.ts';
import { declaredUtf8 } from './declaredUtf8.ts';
import { besideEachOther, openedBy } from './opened.ts';
import { drawingOf } from './restDrawing.ts';
import { referencesOf } from './restReferences.ts';
import { keepUnresolved } from './unresolved.ts';
import { readable } from './readable.ts';
import { readXml } from '../../file/xml/readXml.ts';

/**
 * Opens a file in the editor and remembers it, so that saving changes nothing but what was edited. What the reader found odd comes back in
 * its own (English) words. Rejects where the text is no XML or there is nothing that can be drawn. Costs one serialization besides; `show`
 * is called once everything is drawn, and has that wait until it is on the screen.
 */
export async function openXml(modeler: Modeler, xml: string, show?: () => void): Promise<{ readonly warnings: readonly string[] }> {
  openedBy.delete(modeler);
  const original = readXml(declaredUtf8(xml));
  if (!original.ok) throw new Error(`no XML: ${original.what.en} (line ${original.line}, column ${original.column})`);
  const { warnings } = await modeler.importXML(readable(original));
  keepUnresolved(modeler, warnings);
  const before = { drawing: drawingOf(modeler), references: referencesOf(modeler), definitions: modeler.getDefinitions() };
  const write = untouched(modeler);
  show?.();
  if (show) await painted();
  const read = readXml(await write());
  if (read.ok) openedBy.set(modeler, { opened: besideEachOther(original, read), ...before });
  return { warnings: warnings.map(String) };
}

/** Writes out what was just opened: when it is asked for, or before the first command where that comes earlier. */
function untouched(modeler: Modeler): () => Promise<string> {
  let written: Promise<string> | undefined;
  const write = (): Promise<string> => {
    // It is all written out before this returns.
    written ??= modeler.saveXML({ format: true }).then(({ xml }) => xml ?? '');
    modeler.off('commandStack.preExecute', first);
    return written;
  };
  const first = (): void => void write();
  modeler.on('commandStack.preExecute', 100_000, first);
  return write;
}
