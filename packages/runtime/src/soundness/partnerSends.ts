import type { Diagram, Element, Process } from '../diagram/model.ts';
import type { ElementId } from '../words/ids.ts';
import type { Allowance } from './allowance.ts';
import { explore } from './explore.ts';
import { hasWayOut } from './hasWayOut.ts';
import { type Model, modelOf } from './model.ts';
import { staysFor } from './staysFor.ts';
import { waitsOnlyForOthers } from './waitsOnlyForOthers.ts';

/** What of a partner is looked at. */
const BOUNDS = { states: 3_000, work: 1_000_000, afterFlaw: 3_000, orders: 'needed' } as const;

/** A process, the file that it is in, and what looking at its partners may cost. */
export interface Waiting {
  readonly process: Process;
  readonly diagram: Diagram;
  readonly allowance: Allowance;
}

type Sent = 'always' | 'perhaps' | 'notKnown' | 'nobody';

/**
 * Whether those of the same file who send to a wait send in each of their runs: our own partners are checked by what they do to their end,
 * not by all that both do together. `nobody`: only somebody outside sends.
 */
export function partnerSends(waiting: Waiting, at: readonly Element[]): Sent {
  const { process, diagram } = waiting;
  const { processes, messageFlows } = diagram;
  const targets = new Set<ElementId>(at.map(({ id }) => id));
  const from = new Set(messageFlows.flatMap((flow) => (targets.has(flow.to) ? [flow.from] : [])));
  const wanted = new Set(at.flatMap(namesOf));
  const told = processes.map((partner): Sent => {
    const sending = partner.elements.filter(
      (element) => from.has(element.id) || (sends(element) && namesOf(element).some((name) => wanted.has(name))),
    );
    if (sending.length === 0) return 'nobody';
    const past = new Set(sending.map(({ id }) => id));
    // Messages go from one process to another; what a process sends itself it does not wait for.
    if (partner.key === process.key) return sending.some(throwsSignal) ? throwsInTime(waiting, targets) : 'nobody';
    return partnerIn(waiting, partner, { past, targets });
  });
  return (
    told.find((one) => one === 'always') ?? told.find((one) => one === 'notKnown') ?? told.find((one) => one === 'perhaps') ?? 'nobody'
  );
}

interface Between {
  /** Where the partner sends. */
  readonly past: ReadonlySet<ElementId>;
  /** Where the process waits for it. */
  readonly targets: ReadonlySet<ElementId>;
}

function partnerIn(waiting: Waiting, partner: Process, between: Between): Sent {
  const explored = explore(partnerOf(partner), { ...BOUNDS, allowance: waiting.allowance, past: between.past });
  const { nodes, gap, reached } = explored;
  if (nodes.some(({ state, flaw }) => state.ended || flaw)) return 'perhaps';
  if (gap) return 'notKnown';
  const waits = partner.elements.filter(
    (element) => reached.has(element.id) && waitsOnlyForOthers(partner, element) && !hasWayOut(partner, element),
  );
  const each = waitsForEachOther(waiting, { partner, waits }, between);
  return each === undefined ? 'notKnown' : each ? 'perhaps' : 'always';
}

const throwsSignal = ({ triggers }: Element): boolean => triggers.some(({ kind }) => kind === 'signal');

/** A signal of its own is heard only where it is thrown while somebody waits: it is not kept. */
function throwsInTime({ process, allowance }: Waiting, at: ReadonlySet<ElementId>): Sent {
  const stays = staysFor(partnerOf(process), allowance, { at });
  return stays === undefined ? 'notKnown' : stays ? 'perhaps' : 'always';
}

/**
 * Whether the partner begins, or goes on at a place that it comes to before it sends, only with a message of the process itself, which the
 * process need not have sent by the time that it waits: then neither ever goes on. Undefined: that was not decided.
 */
function waitsForEachOther(
  { process, diagram, allowance }: Waiting,
  { partner, waits }: { readonly partner: Process; readonly waits: readonly Element[] },
  { past, targets: at }: Between,
): boolean | undefined {
  const model = partnerOf(process);
  const starts = partner.elements.filter(
    ({ type, parent, incoming }) => parent === null && incoming.length === 0 && type !== 'boundaryEvent',
  );
  const onStart = starts.length === 1 ? starts.flatMap((start) => onlyFrom(process, diagram, start)) : [];
  let told: boolean | undefined = false;
  if (onStart.length > 0) told = staysFor(model, allowance, { at, past: new Set(onStart) });
  for (const wait of waits) {
    if (told) return true;
    const sending = onlyFrom(process, diagram, wait);
    if (sending.length === 0) continue;
    const own = staysFor(model, allowance, { at, past: new Set(sending) });
    const both = own ? staysFor(partnerOf(partner), allowance, { at: new Set([wait.id]), past }) : own;
    if (both !== false) told = both;
  }
  return told;
}

const known = new WeakMap<Process, Model>();

/** A process as it is looked at for others: made ready once, however many ask. */
function partnerOf(process: Process): Model {
  const model = known.get(process) ?? modelOf(process, { called: false });
  known.set(process, model);
  return model;
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

/** Whether it is something that can send. */
export const sends = ({ type }: Element): boolean => type === 'endEvent' || type === 'intermediateThrowEvent' || type === 'sendTask';

/** Messages by the name that they are sent and waited for under; a signal is heard by everybody, too. */
export const namesOf = ({ triggers, message }: Element): readonly string[] => [
  ...(message ? [`message ${message.name}`] : []),
  ...triggers.flatMap((trigger) => (trigger.kind === 'message' || trigger.kind === 'signal' ? [`${trigger.kind} ${trigger.name}`] : [])),
];
