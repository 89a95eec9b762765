import type { Diagram, Element, Process } from '../diagram/model.ts';
import type { ElementId } from '../words/ids.ts';
import { explore } from './explore.ts';
import { modelOf } from './model.ts';

/** What of a partner is looked at. */
const BOUNDS = { states: 3_000, work: 1_000_000, afterFlaw: 3_000, orders: 'needed' } as const;

/**
 * Whether those of the same file who send to a wait send in each of their runs: our own partners are checked by what they do to their end,
 * not by all that both do together. `nobody`: only somebody outside sends.
 */
export function partnerSends(
  process: Process,
  { processes, messageFlows }: Diagram,
  waiting: readonly Element[],
): 'always' | 'perhaps' | 'notKnown' | 'nobody' {
  const targets = new Set<ElementId>(waiting.map(({ id }) => id));
  const from = new Set(messageFlows.flatMap((flow) => (targets.has(flow.to) ? [flow.from] : [])));
  const wanted = new Set(waiting.flatMap(namesOf));
  const told = processes.map((partner) => {
    const sending = partner.elements.filter(
      (element) => from.has(element.id) || (sends(element) && namesOf(element).some((name) => wanted.has(name))),
    );
    if (sending.length === 0) return 'nobody';
    return partner.key === process.key ? 'always' : everyRunSends(partner, new Set(sending.map(({ id }) => id)));
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

const sends = ({ type }: Element): boolean => type === 'endEvent' || type === 'intermediateThrowEvent' || type === 'sendTask';

/** Messages by the name that they are sent and waited for under; a signal is heard by everybody, too. */
const namesOf = ({ triggers, message }: Element): readonly string[] => [
  ...(message ? [`message ${message.name}`] : []),
  ...triggers.flatMap((trigger) => (trigger.kind === 'message' || trigger.kind === 'signal' ? [`${trigger.kind} ${trigger.name}`] : [])),
];
