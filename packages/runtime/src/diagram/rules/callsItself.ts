import { indexed } from '../indexed.ts';
import { indexedFile } from '../indexedFile.ts';
import type { Diagram, Element, Process } from '../model.ts';
import { faultAt } from './faultAt.ts';
import type { Rule } from './rule.ts';

/** A flow that calls itself on every way never comes to its end. */
export const rule: Rule = {
  name: 'callsItself',
  severity: 'error',
  sentence: { zh: '流程不在每条路上都调用自己', en: 'A flow does not call itself on every way' },
  check(process, { diagram }) {
    const { ending, returns } = endingIn(diagram);
    const call = ending.has(process) ? undefined : process.elements.find((element) => !returns(element));
    if (!call) return [];
    return [
      faultAt(process, call, (at) => ({
        zh: `${at.zh}调用的流程最后又调用到自己，每条路都是这样，永远办不完：请留一条不再调用的路`,
        en: `What ${at.en} calls comes back to calling itself on every way, without end: leave a way that does not call`,
      })),
    ];
  },
};

interface Ending {
  readonly ending: ReadonlySet<Process>;
  /** Whether what an element calls comes back; so does everything that calls nothing. */
  returns(element: Element): boolean;
}

const known = new WeakMap<Diagram, Ending>();

/** The processes that can end: by a way on which they call only such as can. Those of other files are taken to end. */
function endingIn(diagram: Diagram): Ending {
  const told = known.get(diagram);
  if (told) return told;
  // what does not end whatever its calls do has other rules
  const ending = new Set(diagram.processes.filter((process) => !canEnd(process, () => true)));
  const returns = ({ call }: Element): boolean => {
    const called = call && indexedFile(diagram).process(call.key);
    return !called || ending.has(called);
  };
  for (let before = -1; ending.size > before; ) {
    before = ending.size;
    for (const process of diagram.processes) if (!ending.has(process) && canEnd(process, returns)) ending.add(process);
  }
  known.set(diagram, { ending, returns });
  return { ending, returns };
}

/** Whether some way leads from a beginning to where nothing follows; branches are taken one by one, as each may be the only one. */
function canEnd(process: Process, passes: (element: Element) => boolean): boolean {
  const { element, outOf, boundaries } = indexed(process);
  const seen = new Set<string>();
  const open = process.elements.filter((one) => one.parent === null && begins(one)).map(({ id }): string => id);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const at = seen.has(id) ? undefined : element(id);
    seen.add(id);
    if (!at) continue;
    for (const event of boundaries(at.id)) open.push(event.id);
    if (!passes(at)) continue;
    const ways = outOf(at.id);
    if (ways.length === 0) return true;
    for (const { to } of ways) open.push(to);
  }
  return false;
}

const begins = ({ type, incoming, eventSubProcess, forCompensation }: Element): boolean =>
  incoming.length === 0 && type !== 'boundaryEvent' && !eventSubProcess && !forCompensation;
