import type { Element, Process } from '../diagram/model.ts';
import { listed, placeName } from '../diagram/rules/placeName.ts';
import type { Explored } from './explore.ts';
import type { JudgedFinding } from './judgement.ts';

/** The activities that no run ever comes to, as one finding. Only for a process that was seen whole. */
export function deadIn(process: Process, { reached }: Explored): readonly JudgedFinding[] {
  const dead = process.elements.filter((element) => isActivity(element) && !reached.has(element.id));
  if (dead.length === 0) return [];
  const { zh, en } = listed(dead.map(({ id }) => placeName(process, id)));
  const message = { zh: `无论怎么办都走不到${zh}`, en: `Nothing that is done ever leads to ${en}` };
  return [{ property: 'deadActivity', elements: dead.map(({ id }) => id), run: [], message }];
}

/** Work; an event sub-process is entered over its start. */
const isActivity = ({ type, eventSubProcess }: Element): boolean =>
  (type === 'task' || /Task$|Process$|^transaction$|^callActivity$/.test(type)) && !eventSubProcess;
