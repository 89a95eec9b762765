import type { Modeler } from '../modeler.ts';

/** What the editor shows, as a file. */
export async function saveXml(modeler: Modeler): Promise<string> {
  const { xml, error } = await modeler.saveXML({ format: true });
  if (xml === undefined) throw error ?? new Error('nothing is open');
  return xml;
}
