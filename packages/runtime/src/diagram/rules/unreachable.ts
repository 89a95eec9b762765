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
  const byId = new Map<string, Element>(process.elements.map((element) => [element.id, element]));
  const reached = new Set<string>();
  const open = process.elements.filter((element) => begins(element) || isFree(process, element)).map(({ id }): string => id);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    const links = new Set(byId.get(id)?.triggers.flatMap((trigger) => (trigger.kind === 'link' ? [trigger.name] : [])));
    for (const flow of process.flows) if (flow.from === id) open.push(flow.to);
    for (const other of process.elements) {
      const linked =
        other.type === 'intermediateCatchEvent' && other.triggers.some((trigger) => trigger.kind === 'link' && links.has(trigger.name));
      if (other.attachedTo === id || (linked && links.size > 0)) open.push(other.id);
    }
  }
  return reached;
}

/** Without any start, whatever nothing leads to begins; the steps of an ad hoc sub-process begin by hand. */
const isFree = (process: Process, { parent, incoming, type }: Element): boolean =>
  incoming.length === 0 &&
  type !== 'boundaryEvent' &&
  (process.elements.some((one) => one.id === parent && one.type === 'adHocSubProcess') ||
    !process.elements.some((one) => one.parent === parent && one.type === 'startEvent'));

/** What hangs behind it is not named as well. */
const isFirst = (process: Process, { id, attachedTo }: Element, reached: ReadonlySet<string>): boolean =>
  (attachedTo === undefined || reached.has(attachedTo)) &&
  process.flows.every((flow) => flow.to !== id || reached.has(flow.from) || flow.from === id);
