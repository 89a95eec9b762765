import { id } from '../../words/ids.ts';
import { indexed } from '../indexed.ts';
import type { Process } from '../model.ts';
import { begun, placeName, wayName } from './placeName.ts';
import { called, type Fault } from './rule.ts';

/** What is said of the words of other tools that are taken in one way, each once for its place. */
export function foreignFaults(process: Process, taken: 'warning' | 'error'): readonly Fault[] {
  const notes = process.foreign?.notes.filter((note) => note.taken === taken) ?? [];
  return notes.map(({ element, word, value, says }) => {
    const at = placeOf(process, element);
    const written = value === undefined ? word : `${word}=“${value}”`;
    return { element, message: { zh: `${at.zh}的 ${written}：${says.zh}`, en: `${begun(at.en)}, ${written}: ${says.en ?? says.zh}` } };
  });
}

function placeOf(process: Process, element: string): { readonly zh: string; readonly en: string } {
  if (element === process.key) return called({ id: process.key, name: process.name });
  const flow = indexed(process).flow(element);
  return flow ? wayName(process, flow) : placeName(process, id<'bpmn'>(element));
}
