import type { Diagram, Element, Process } from '../diagram/model.ts';
import type { ElementId } from '../words/ids.ts';
import { explore } from './explore.ts';
import { hasWayOut } from './hasWayOut.ts';
import { modelOf } from './model.ts';
import { staysFor } from './staysFor.ts';
import { waitsOnlyForOthers } from './waitsOnlyForOthers.ts';

/** What of a partner is looked at. */
const BOUNDS = { states: 3_000, work: 1_000_000, afterFlaw: 3_000, orders: 'needed' } as const;

/**
 * Whether those of the same file who send to a wait send in each of their runs: our own partners are checked by what they do to their end,
 * not by all that both do together. `nobody`: only somebody outside sends.
 */
export function partnerSends(
  process: Process,
  diagram: Diagram,
  waiting: readonly Element[],
): 'always' | 'perhaps' | 'notKnown' | 'nobody' {
  const { processes, messageFlows } = diagram;
  const targets = new Set<ElementId>(waiting.map(({ id }) => id));
  const from = new Set(messageFlows.flatMap((flow) => (targets.has(flow.to) ? [flow.from] : [])));
  const wanted = new Set(waiting.flatMap(namesOf));
  const told = processes.map((partner) => {
    const sending = partner.elements.filter(
      (element) => from.has(element.id) || (sends(element) && namesOf(element).some((name) => wanted.has(name))),
    );
    if (sending.length === 0) return 'nobody';
    const past = new Set(sending.map(({ id }) => id));
    // Messages go from one process to another; what a process sends itself it does not wait for.
    if (partner.key === process.key) return sending.some(throwsSignal) ? throwsInTime(process, targets) : 'nobody';
    const sent = everyRunSends(partner, past);
    return sent === 'always' && waitsForEachOther({ process, targets }, { partner, past }, diagram) ? 'perhaps' : sent;
  });
  return (
    told.find((one) => one === 'always') ?? told.find((one) => one === 'notKnown') ?? told.find((one) => one === 'perhaps') ?? 'nobody'
  );
}

function everyRunSends(partner: Process, past: ReadonlySet<ElementId>): 'always' | 'perhaps' | 'notKnown' {
  const { nodes, gap } = explore(modelOf(partner, { called: false }), { ...BOUNDS, past });
  if (nodes.some(({ state, flaw }) => state.ended || flaw)) return 'perhaps';
  return gap ? 'notKnown' : 'always';
}

const throwsSignal = ({ triggers }: Element): boolean => triggers.some(({ kind }) => kind === 'signal');

/** A signal of its own is heard only where it is thrown while somebody waits: it is not kept. */
function throwsInTime(process: Process, targets: ReadonlySet<ElementId>): 'always' | 'perhaps' | 'notKnown' {
  const stays = staysFor(modelOf(process, { called: false }), targets);
  return stays === undefined ? 'notKnown' : stays ? 'perhaps' : 'always';
}

/**
 * Whether the partner begins, or goes on at a place that it comes to before it sends, only with a message of the process itself, which the
 * process need not have sent by the time that it waits: then neither ever goes on.
 */
function waitsForEachOther(
  { process, targets }: { readonly process: Process; readonly targets: ReadonlySet<ElementId> },
  { partner, past }: { readonly partner: Process; readonly past: ReadonlySet<ElementId> },
  diagram: Diagram,
): boolean {
  const model = modelOf(process, { called: false });
  const starts = partner.elements.filter(
    ({ type, parent, incoming }) => parent === null && incoming.length === 0 && type !== 'boundaryEvent',
  );
  const onStart = starts.length === 1 ? starts.flatMap((start) => onlyFrom(process, diagram, start)) : [];
  if (onStart.length > 0 && staysFor(model, targets, new Set(onStart))) return true;
  const { reached } = explore(modelOf(partner, { called: false }), { ...BOUNDS, past });
  return partner.elements
    .filter((element) => reached.has(element.id) && waitsOnlyForOthers(partner, element) && !hasWayOut(partner, element))
    .some((wait) => {
      const sending = onlyFrom(process, diagram, wait);
      if (sending.length === 0 || !staysFor(model, targets, new Set(sending))) return false;
      return staysFor(modelOf(partner, { called: false }), new Set([wait.id]), past) === true;
    });
}

/** The senders of a message where all that is drawn or named are of this process; none where others send it, too. */
function onlyFrom(process: Process, { processes, messageFlows }: Diagram, to: Element): readonly ElementId[] {
  const names = new Set(namesOf(to).filter((name) => name.startsWith('message ')));
  const drawn = messageFlows.flatMap((flow) => (flow.to === to.id ? [flow.from] : []));
  const named = processes.flatMap(({ elements }) =>
    elements.flatMap((element) => (sends(element) && namesOf(element).some((name) => names.has(name)) ? [element.id] : [])),
  );
  const all = [...new Set([...drawn, ...named])];
  return all.every((id) => process.elements.some((element) => element.id === id)) ? all : [];
}

const sends = ({ type }: Element): boolean => type === 'endEvent' || type === 'intermediateThrowEvent' || type === 'sendTask';

/** Messages by the name that they are sent and waited for under; a signal is heard by everybody, too. */
const namesOf = ({ triggers, message }: Element): readonly string[] => [
  ...(message ? [`message ${message.name}`] : []),
  ...triggers.flatMap((trigger) => (trigger.kind === 'message' || trigger.kind === 'signal' ? [`${trigger.kind} ${trigger.name}`] : [])),
];
