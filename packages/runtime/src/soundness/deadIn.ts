import type { Element, Process } from '../diagram/model.ts';
import { listed, placeName } from '../diagram/rules/placeName.ts';
import type { ElementId } from '../words/ids.ts';
import type { Explored } from './explore.ts';
import type { JudgedFinding } from './judgement.ts';

/** The activities that no run ever comes to, as one finding. Only for a process that was seen whole. */
export function deadIn(process: Process, { reached }: Explored): readonly JudgedFinding[] {
  const excused = tooFast(process, reached);
  const dead = process.elements.filter((element) => isActivity(element) && !reached.has(element.id) && !excused.has(element.id));
  if (dead.length === 0) return [];
  const { zh, en } = listed(dead.map(({ id }) => placeName(process, id)));
  const message = { zh: `无论怎么办都走不到${zh}`, en: `Nothing that is done ever leads to ${en}` };
  return [{ property: 'deadActivity', elements: dead.map(({ id }) => id), run: [], message }];
}

/** Work; an event sub-process is entered over its start, and what undoes something may also be asked for by hand. */
const isActivity = ({ type, eventSubProcess, forCompensation }: Element): boolean =>
  (type === 'task' || /Task$|Process$|^transaction$|^callActivity$/.test(type)) && !eventSubProcess && !forCompensation;

/** What lies behind a border at which something would have to happen while work is done that takes no time here, as an abstract task does. */
function tooFast({ elements, flows }: Process, reached: ReadonlySet<ElementId>): ReadonlySet<ElementId> {
  const isMissed = ({ id, attachedTo, triggers }: Element): boolean =>
    attachedTo !== undefined && reached.has(attachedTo) && !reached.has(id) && triggers.some(({ kind }) => COMING.has(kind));
  const found = new Set<ElementId>();
  const open = elements.filter(isMissed).map(({ id }) => id);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    open.push(...flows.filter(({ from }) => from === id).map(({ to }) => to));
    open.push(...elements.filter(({ attachedTo, parent }) => attachedTo === id || parent === id).map((element) => element.id));
  }
  return found;
}

/** What comes by itself while something is done. */
const COMING: ReadonlySet<string> = new Set(['timer', 'message', 'signal', 'conditional']);
