import type { Modeler } from '../modeler.ts';

/** Opens a file in the editor; what the reader found odd comes back in its own (English) words. Rejects where there is nothing that can be drawn. */
export async function openXml(modeler: Modeler, xml: string): Promise<{ readonly warnings: readonly string[] }> {
  const { warnings } = await modeler.importXML(xml);
  return { warnings: warnings.map(String) };
}
