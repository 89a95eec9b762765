import { id } from '../../words/ids.ts';
import type { Text } from '../../words/text.ts';
import { indexed } from '../indexed.ts';
import { indexedFile } from '../indexedFile.ts';
import type { Process, Unresolved } from '../model.ts';
import { placeName, quoted, wayName } from './placeName.ts';
import type { Around } from './rule.ts';

/** References of a process to what is not in the file; what stands outside all processes is said once, with the first. */
export const unresolvedHere = ({ key }: Process, { diagram }: Around, wanted: (one: Unresolved) => boolean): readonly Unresolved[] =>
  indexedFile(diagram).unresolvedIn(key).filter(wanted);

/** What people call a place that a reference stands at: an arrow, a lane, a pool, a message or any other. */
export function spotName(process: Process, { element, name }: Unresolved): Required<Text> {
  const flow = indexed(process).flow(element);
  if (flow) return wayName(process, flow);
  return name.zh || name.en ? quoted(name) : placeName(process, id<'bpmn'>(element));
}
