import { personName, unitName } from '../../organization/names.ts';
import type { Pass, Standing } from '../../ports/executor.ts';
import { id, type ScopeId } from '../../words/ids.ts';
import type { Data, Json } from '../../words/json.ts';
import { trailOf } from '../caseLog.ts';
import { seatsThatHold } from '../commands/holder.ts';
import { MOVE_REASONS } from '../moveReasons.ts';
import { looksAfter } from '../moves/looksAfter.ts';
import { textOf } from '../moves/named.ts';
import { readBy } from '../moves/readBy.ts';
import { seenIn } from '../moves/seen.ts';
import { answeredIn, itemsOf, kindOf, type RunningSigning, signingsIn } from '../moves/signings.ts';
import { isSkippable, standstillOf, waysOn } from '../moves/standstill.ts';
import { seatsAhead, seatToBegin } from '../moves/startable.ts';
import type { IncidentActs, Signer, Signing, Startable } from '../pages.ts';
import type { Parts } from '../parts.ts';
import type { CaseReading } from './readCase.ts';
import { seatRef } from './done.ts';
import { formFields } from './form.ts';

/** A case as it stands, for what can be done about it; undefined where it is over, or its executor moves nothing about. */
export interface Acting {
  readonly reading: CaseReading;
  readonly standing: Standing;
  readonly trail: readonly Pass[];
  /** The values that a scope sees. */
  seen(scope: ScopeId): Data;
}

/** Reads how a case stands. */
export function actingOn(parts: Parts, reading: CaseReading): Acting | undefined {
  const { head } = reading.loaded;
  const { snapshot } = head;
  const standing = snapshot && parts.executor.standing?.(snapshot);
  if (!snapshot || !standing) return undefined;
  return {
    reading,
    standing,
    trail: trailOf(reading.log),
    seen: (scope) => seenIn(head.data, parts.executor.dataScopes(snapshot, scope)),
  };
}

/** What can be done about an incident by whoever looks after the case; undefined where it is none of the executor's. */
export function incidentActs({ reading, standing, seen }: Acting, incident: string): IncidentActs | undefined {
  const { showing, viewer } = reading;
  const found = standing.incidents.find((one) => one.id === incident);
  const still = found && standstillOf(standing, found, showing.definition);
  if (!still || !looksAfter(viewer.roles)) return undefined;
  return {
    skip: isSkippable(standing, still.incident),
    ways: waysOn(standing, still),
    fields: formFields(showing.organization, readBy(still), seen(still.scope)),
  };
}

/** The countersignings that run, with who is on their lists and what the viewer may do about it. */
export async function signings(parts: Parts, acting: Acting): Promise<readonly Signing[]> {
  const { reading, standing, trail } = acting;
  const { showing, loaded, log } = reading;
  const { head, facts } = loaded;
  const running = signingsIn(standing, showing.definition);
  if (running.length === 0 || !head.snapshot) return [];
  const plans = await parts.definitions.plans(facts.definition, parts.executor.definitions(head.snapshot));
  const asking = { plans, snapshot: head.snapshot, trail };
  const items = itemsOf(log);
  const all: Signing[] = [];
  for (const signing of running) {
    const { host, element } = signing;
    const kind = kindOf(signing);
    const told = await parts.executor.choices({ ...asking, from: host, kinds: ['addInstance', 'removeInstance'] });
    const full = told.find((choice) => choice.move === 'addInstance')?.reason;
    const kept = new Map(
      told.flatMap(({ move, visit, reason }) => (move === 'removeInstance' && visit ? [[visit as string, reason]] : [])),
    );
    const may = whatMay(acting, signing);
    const signer = (item: Json, about: Pick<Signer, 'visit' | 'state'>): Signer => {
      const reason = about.visit === null ? undefined : kept.get(about.visit);
      return { ...about, item: worded(item), name: nameOf(acting, kind, item), kept: reason ? MOVE_REASONS[reason] : null };
    };
    all.push({
      host,
      step: textOf(element, element.id),
      kind,
      inTurn: signing.inTurn,
      full: full ? MOVE_REASONS[full] : null,
      mayAdd: kind !== null && may('addSigner'),
      mayRemove: may('removeSigner'),
      signers: [
        ...answeredIn(trail, signing).flatMap((visit) => {
          const item = items.get(visit);
          return item === undefined ? [] : [signer(item, { visit, state: 'answered' })];
        }),
        ...signing.open.map(({ visit, item }) => signer(item, { visit, state: 'open' })),
        ...signing.waiting.map((item) => signer(item, { visit: null, state: 'waiting' })),
      ],
    });
  }
  return all;
}

const worded = (item: Json): string => (typeof item === 'string' ? item : JSON.stringify(item));

function nameOf({ reading }: Acting, kind: Signing['kind'], item: Json) {
  const { organization } = reading.showing;
  if (kind === 'number') return { zh: `第 ${worded(item)} 份`, en: `No. ${worded(item)}` };
  if (typeof item !== 'string' || kind === null) return { zh: worded(item) };
  return kind === 'person' ? personName(organization, id(item)) : unitName(organization, item);
}

/** Process owners may do both; whoever holds an open part of it what the diagram allows. */
function whatMay({ reading }: Acting, { element, open, definition }: RunningSigning) {
  const { viewer, loaded } = reading;
  const visits = new Set(open.map(({ visit }) => visit));
  const holds = loaded.facts.tasks.some(
    (task) =>
      (visits.has(task.visit) || task.within.some((visit) => visits.has(visit))) &&
      (task.takenBy === null || task.takenBy === viewer.person) &&
      seatsThatHold(viewer, task, definition).length > 0,
  );
  return (operation: 'addSigner' | 'removeSigner'): boolean =>
    looksAfter(viewer.roles) || (holds && element.office.operations.includes(operation));
}

/** Work that this viewer may begin in ad-hoc sub-processes, or say to be done. */
export async function startableWork(parts: Parts, { reading, standing, seen }: Acting): Promise<readonly Startable[]> {
  const { showing, loaded, viewer } = reading;
  const { head, facts } = loaded;
  if (!head.snapshot || !parts.executor.adHocChoices || !standing.scopes.some(({ kind }) => kind === 'adHoc')) return [];
  const plans = await parts.definitions.plans(facts.definition, parts.executor.definitions(head.snapshot));
  const owner = looksAfter(viewer.roles);
  return parts.executor.adHocChoices({ plans, snapshot: head.snapshot }).flatMap((choice): Startable[] => {
    const ref = standing.scopes.find(({ id: scope }) => scope === choice.scope)?.definition;
    const definition = ref && showing.definition(ref);
    if (!definition) return [];
    const given = { organization: showing.organization, facts, at: showing.now, definition, data: seen(choice.scope) };
    const inside = definition.plan.inside(choice.element);
    const theirs = (element: (typeof inside)[number]): boolean => owner || seatToBegin(viewer, { ...given, element }) !== undefined;
    const start = inside.filter((element) => choice.start.includes(element.id) && theirs(element));
    const mayConclude = choice.complete && (owner || inside.some(theirs));
    if (start.length === 0 && !mayConclude) return [];
    return [
      {
        scope: choice.scope,
        step: textOf(definition.plan.element(choice.element), choice.element),
        start: start.map((element) => ({
          element: element.id,
          step: textOf(element, element.id),
          seats: seatsAhead({ ...given, element }).map((seat) => seatRef(showing.organization, seat)),
        })),
        mayConclude,
        open: standing.tokens
          .filter(({ scope }) => scope === choice.scope)
          .map(({ element }) => textOf(definition.plan.element(element), element)),
      },
    ];
  });
}
