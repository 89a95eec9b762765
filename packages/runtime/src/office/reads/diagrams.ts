import type { CaseEvent } from '../../case/event.ts';
import type { PersonId, VisitId } from '../../words/ids.ts';
import { eventsOf } from '../caseLog.ts';
import { notFound } from '../decide.ts';
import type { Definition } from '../definitions.ts';
import type { Office } from '../office.ts';
import type { CaseDiagram } from '../pages.ts';
import type { Parts } from '../parts.ts';
import { standstillOf } from '../moves/standstill.ts';
import { readCase, type CaseReading } from './readCase.ts';
import { personRef, seatRef } from './done.ts';
import { places } from './places.ts';
import { actingOn, type Acting } from './acts.ts';

type Pass = CaseDiagram['passes'][number];

/** The diagrams a case runs on – its own version's first, then each it has called – with the way it went on each. */
export const diagrams =
  (parts: Parts): Office['diagrams'] =>
  async (who, caseId) => {
    const reading = await readCase(parts, who, caseId);
    if (!reading) return notFound(caseId);
    const { loaded, showing } = reading;
    const walk = walkOf(reading);
    const acting = loaded.facts.endedAt ? undefined : actingOn(parts, reading);
    const refs = [...new Set([loaded.facts.definition, ...walk.definitions])];
    const value = refs.flatMap((ref): CaseDiagram[] => {
      const definition = showing.definition(ref);
      return definition ? [diagramOf(reading, { walk, acting }, definition)] : [];
    });
    return { ok: true, value };
  };

interface Walk {
  readonly definitions: readonly Definition['ref'][];
  readonly passes: readonly { readonly pass: Pass; readonly definition: Definition['ref'] }[];
  readonly flows: readonly { readonly flow: string; readonly at: string; readonly definition: Definition['ref'] }[];
}

/** Reads the events once: visits with when they began and ended, and by whom. */
function walkOf({ log, showing, loaded }: CaseReading): Walk {
  const placeOf = places(loaded.facts.definition);
  const entered = new Map<VisitId, string>();
  const doers = new Map<VisitId, PersonId>();
  const definitions = new Set<Definition['ref']>();
  const passes: Walk['passes'][number][] = [];
  const flows: Walk['flows'][number][] = [];
  for (const commit of log) {
    const note = (event: CaseEvent): void => {
      const definition = placeOf(event);
      if (event.type === 'ScopeOpened' || event.type === 'TaskOpened') definitions.add(event.definition);
      if (event.type === 'TaskOpened') entered.set(event.visit, commit.at);
      if (event.type === 'TaskCompleted' && commit.actor.id !== 'system') doers.set(event.visit, commit.actor.id);
      if (event.type === 'FlowTaken') flows.push({ flow: event.flow, at: commit.at, definition });
      if (event.type === 'ElementPassed' && event.pass.closed !== 'moved') {
        const { visit, element, closed } = event.pass;
        const by = doers.get(visit);
        passes.push({
          definition,
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
  return { definitions: [...definitions], passes, flows };
}

function diagramOf(
  { loaded, showing }: CaseReading,
  { walk, acting }: { readonly walk: Walk; readonly acting: Acting | undefined },
  definition: Definition,
): CaseDiagram {
  const scopes = acting?.standing.scopes.filter((scope) => scope.definition === definition.ref) ?? [];
  return {
    definition: definition.ref,
    process: definition.process.key,
    xml: definition.published.xml,
    passes: walk.passes.filter((one) => one.definition === definition.ref).map((one) => one.pass),
    flows: walk.flows.filter((one) => one.definition === definition.ref).map(({ flow, at }) => ({ flow, at })),
    open: loaded.facts.tasks
      .filter((task) => task.definition === definition.ref)
      .map((task) => ({
        element: task.element,
        seats: task.seats.map((seat) => seatRef(showing.organization, seat)),
        since: task.openedAt,
      })),
    still: (acting?.standing.incidents ?? []).flatMap((incident) => {
      const at = acting && standstillOf(acting.standing, incident, showing.definition);
      return at?.definition.ref === definition.ref ? [incident.element] : [];
    }),
    choosing: scopes.filter(({ kind, phase }) => kind === 'adHoc' && phase === 'running').map(({ element }) => element),
  };
}
