import { makeModeler, type Modeler } from '../../modeler.ts';
import { openXml } from '../openXml.ts';
import { sameXml } from '../sameXml.ts';
import { saveXml } from '../saveXml.ts';
import { editsOf } from './editsOf.ts';

/** What a move may change: where things are drawn, and in which lane and group they lie; the whole drawing of a file that had none. */
const MOVED = new Set(['Bounds', 'waypoint', 'BPMNLabel', 'flowNodeRef', 'categoryValueRef', 'category', 'group']);

/** What came of a file: opened or not, and what a move that was undone left changed. */
export interface Tried {
  readonly opened: boolean;
  /** Nothing where the file is as it was. */
  readonly reason?: string;
  /** How many edits were tried: none where nothing is drawn. */
  readonly edits: number;
}

/**
 * Opens a file in the real editor, moves an element by ten pixels, saves, undoes, saves, and compares: after the move nothing but the
 * drawing may differ, after undoing nothing at all. With `every`, so for each element in turn, which is also removed and brought back.
 */
export async function tryFile(xml: string, { every }: { readonly every: boolean }): Promise<Tried> {
  const container = document.body.appendChild(document.createElement('div'));
  container.style.height = '700px';
  const modeler = makeModeler(container, { language: 'zh' });
  try {
    await openXml(modeler, xml);
    return { opened: true, ...(await movedAndUndone(modeler, xml, every)) };
  } catch (error) {
    return { opened: false, edits: 0, reason: error instanceof Error ? error.message : String(error) };
  } finally {
    modeler.destroy();
    container.remove();
  }
}

async function movedAndUndone(modeler: Modeler, xml: string, every: boolean): Promise<Omit<Tried, 'opened'>> {
  const found: string[] = [];
  const check = (when: string, differences: readonly string[]): void => {
    if (differences.length > 0) found.push(`${when}: ${differences.join('; ')}`);
  };
  const before = await saveXml(modeler);
  check('opened and saved', sameXml(xml, before));
  const beside = new Set([...MOVED, ...(xml.includes('BPMNDiagram') ? [] : ['BPMNDiagram'])]);
  let edits = 0;
  for (const { what, drawing, start, undo } of editsOf(modeler, every)) {
    start();
    edits += 1;
    const edited = await saveXml(modeler);
    if (edited === before) found.push(`${what}: nothing was saved`);
    if (drawing) check(what, sameXml(xml, edited, beside));
    undo();
    check(`${what}, undone`, sameXml(xml, await saveXml(modeler)));
    if (found.length > 0) break;
  }
  return { edits, ...(found.length > 0 ? { reason: found.join('\n') } : {}) };
}
