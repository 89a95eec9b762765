import { indexed } from '../indexed.ts';
import type { Element, Process } from '../model.ts';
import { placeName } from './placeName.ts';
import type { Rule } from './rule.ts';

/** Arrows lead to every step from some beginning. */
export const rule: Rule = {
  name: 'unreachable',
  severity: 'warning',
  sentence: { zh: '每个步骤都有连线可以走到', en: 'Arrows lead to every step' },
  check(process) {
    const reached = reachedIn(process);
    return process.elements
      .filter((element) => !reached.has(element.id) && isFirst(process, element, reached))
      .map((element) => {
        const { zh, en } = placeName(process, element.id);
        return {
          element: element.id,
          message: { zh: `没有连线可以走到${zh}，办件永远不会到这里`, en: `No arrow leads to ${en}: no case ever comes here` },
        };
      });
  },
};

/** Where something may begin by itself. */
const begins = ({ type, instantiate, eventSubProcess, forCompensation }: Element): boolean =>
  type === 'startEvent' || instantiate === true || eventSubProcess === true || forCompensation === true;

function reachedIn(process: Process): ReadonlySet<string> {
  const { element, outOf, boundaries } = indexed(process);
  const caught = caughtLinks(process);
  const reached = new Set<string>();
  const started = new Set(process.elements.flatMap(({ type, parent }) => (type === 'startEvent' ? [parent] : [])));
  // without any start, whatever nothing leads to begins; the steps of an ad hoc sub-process begin by hand
  const isFree = ({ parent, incoming, type }: Element): boolean =>
    incoming.length === 0 && type !== 'boundaryEvent' && (element(parent ?? undefined)?.type === 'adHocSubProcess' || !started.has(parent));
  const open = process.elements.filter((one) => begins(one) || isFree(one)).map(({ id }): string => id);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    for (const flow of outOf(id)) open.push(flow.to);
    for (const event of boundaries(id)) open.push(event.id);
    for (const trigger of element(id)?.triggers ?? []) if (trigger.kind === 'link') open.push(...(caught.get(trigger.name) ?? []));
  }
  return reached;
}

/** Where a link leads, by its name. */
function caughtLinks({ elements }: Process): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { id, type, triggers } of elements) {
    for (const trigger of type === 'intermediateCatchEvent' ? triggers : [])
      if (trigger.kind === 'link') found.set(trigger.name, [...(found.get(trigger.name) ?? []), id]);
  }
  return found;
}

/** What hangs behind it is not named as well. */
const isFirst = (process: Process, { id, attachedTo }: Element, reached: ReadonlySet<string>): boolean =>
  (attachedTo === undefined || reached.has(attachedTo)) &&
  indexed(process)
    .into(id)
    .every((flow) => reached.has(flow.from) || flow.from === id);
