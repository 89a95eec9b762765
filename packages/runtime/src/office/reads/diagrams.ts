import type { CaseEvent } from '../../case/event.ts';
import type { ElementId, PersonId, ScopeId, VisitId } from '../../words/ids.ts';
import { eventsOf } from '../caseLog.ts';
import { notFound } from '../decide.ts';
import type { Definition } from '../definitions.ts';
import type { Office } from '../office.ts';
import type { CaseDiagram } from '../pages.ts';
import type { Parts } from '../parts.ts';
import { readCase, type CaseReading } from './casePage.ts';
import { personRef, seatRef } from './done.ts';

type Pass = CaseDiagram['passes'][number];

/** The diagrams a case runs on – its own version's first, then each it has called – with the way it went on each. */
export const diagrams =
  (parts: Parts): Office['diagrams'] =>
  async (who, caseId) => {
    const reading = await readCase(parts, who, caseId);
    if (!reading) return notFound(caseId);
    const { loaded, showing } = reading;
    const walk = walkOf(reading);
    const refs = [...new Set([loaded.facts.definition, ...walk.definitions])];
    const value = refs.flatMap((ref): CaseDiagram[] => {
      const definition = showing.definition(ref);
      return definition ? [diagramOf(reading, walk, definition)] : [];
    });
    return { ok: true, value };
  };

interface Walk {
  readonly definitions: readonly Definition['ref'][];
  readonly passes: readonly { readonly pass: Pass; readonly element: ElementId }[];
  readonly flows: readonly { readonly flow: string; readonly at: string }[];
}

/** Reads the events once: visits with when they began and ended, and by whom. */
function walkOf({ log, showing }: CaseReading): Walk {
  const entered = new Map<VisitId, string>();
  const doers = new Map<VisitId, PersonId>();
  const definitions = new Map<ScopeId, Definition['ref']>();
  const passes: { pass: Pass; element: ElementId }[] = [];
  const flows: { flow: string; at: string }[] = [];
  for (const commit of log) {
    const note = (event: CaseEvent): void => {
      if (event.type === 'ScopeOpened' || event.type === 'TaskOpened') definitions.set(event.scope, event.definition);
      if (event.type === 'TaskOpened') entered.set(event.visit, commit.at);
      if (event.type === 'TaskCompleted' && commit.actor.id !== 'system') doers.set(event.visit, commit.actor.id);
      if (event.type === 'FlowTaken') flows.push({ flow: event.flow, at: commit.at });
      if (event.type === 'ElementPassed') {
        const { visit, element, closed } = event.pass;
        const by = doers.get(visit);
        passes.push({
          element,
          pass: {
            element,
            at: commit.at,
            by: by ? personRef(showing.organization, by) : null,
            enteredAt: entered.get(visit) ?? commit.at,
            closed,
            visit,
          },
        });
      }
    };
    for (const event of eventsOf(commit)) note(event);
  }
  return { definitions: [...definitions.values()], passes, flows };
}

function diagramOf({ loaded, showing }: CaseReading, walk: Walk, definition: Definition): CaseDiagram {
  const { plan } = definition;
  return {
    definition: definition.ref,
    process: definition.process.key,
    xml: definition.published.xml,
    passes: walk.passes.filter((one) => plan.element(one.element)).map((one) => one.pass),
    flows: walk.flows.filter((one) => plan.flow(one.flow as Parameters<typeof plan.flow>[0])),
    open: loaded.facts.tasks
      .filter((task) => task.definition === definition.ref)
      .map((task) => ({
        element: task.element,
        seats: task.seats.map((seat) => seatRef(showing.organization, seat)),
        since: task.openedAt,
      })),
  };
}
