import type { Element } from '../../diagram/model.ts';
import type { MoveChoice } from '../../ports/executor.ts';
import type { ScopeId, VisitId } from '../../words/ids.ts';
import type { Text } from '../../words/text.ts';
import { notFound } from '../decide.ts';
import type { Definition } from '../definitions.ts';
import { MOVE_REASONS } from '../moveReasons.ts';
import { forOwners, looksAfter } from '../moves/looksAfter.ts';
import { textOf } from '../moves/named.ts';
import { seatsAhead } from '../moves/startable.ts';
import { type Takable, takableIn } from '../moves/takable.ts';
import type { Office } from '../office.ts';
import type { PlaceOption, Stands } from '../pages.ts';
import type { Parts } from '../parts.ts';
import { type Acting, actingOn } from './acts.ts';
import { readCase } from './readCase.ts';
import { seatRef } from './done.ts';
import { visitsOf } from './visits.ts';

/**
 * Where a case may be moved to when these visits are taken – the first that stands somewhere, where none is named – or where an ended one
 * may be woken: every step, with the reason where it may not. Costs one look at the whole diagram for each step.
 */
export const placesPage =
  (parts: Parts): Office['places'] =>
  async (who, caseId, take) => {
    const reading = await readCase(parts, who, caseId);
    if (!reading) return notFound(caseId);
    const { facts, head } = reading.loaded;
    if (!looksAfter(reading.viewer.roles)) return forOwners(facts.title);
    const acting = actingOn(parts, reading);
    const kind = facts.endedAt ? 'reopen' : 'jump';
    if (!acting || !head.snapshot) return { ok: true, value: { kind, standing: [], places: [] } };
    const takable = takableIn(acting.standing);
    const [from, ...beside] = takenOf(takable, take);
    const plans = await parts.definitions.plans(facts.definition, parts.executor.definitions(head.snapshot));
    const choices = await parts.executor.choices({
      plans,
      snapshot: head.snapshot,
      trail: acting.trail,
      from: from?.visit ?? null,
      beside: beside.map(({ visit }) => visit),
      kinds: [kind],
    });
    const taken = new Set([from, ...beside].map((one) => one?.visit));
    return {
      ok: true,
      value: {
        kind,
        standing: kind === 'reopen' ? [] : takable.map((one) => standsAs(acting, one, taken.has(one.visit))),
        places: optionsOf(acting, choices, from),
      },
    };
  };

function takenOf(takable: readonly Takable[], take: readonly string[]): readonly Takable[] {
  const named = takable.filter(({ visit }) => take.includes(visit));
  return named.length > 0 ? named : takable.slice(0, 1);
}

function standsAs({ reading }: Acting, { visit, element, definition, state }: Takable, taken: boolean): Stands {
  const { showing, loaded } = reading;
  // A countersigning is its parts: whoever has one stands there.
  const tasks = loaded.facts.tasks.filter((task) => task.visit === visit || task.within.includes(visit));
  const seats = [...new Set(tasks.flatMap((task) => task.seats))].map((seat) => seatRef(showing.organization, seat));
  return { visit, element, step: textOf(showing.definition(definition)?.plan.element(element), element), state, seats, taken };
}

/** A step for each place that is one: of several scopes in which it could be put the legal one, the taken one's own first. */
function optionsOf(acting: Acting, choices: readonly MoveChoice[], from: Takable | undefined): readonly PlaceOption[] {
  const found = new Map<string, { readonly option: PlaceOption; readonly rank: number; readonly work: boolean }>();
  for (const choice of choices) {
    const definition = definitionOf(acting, choice);
    const element = definition?.plan.element(choice.element);
    if (!definition || !element || !isPlace(element)) continue;
    const key = `${definition.ref} ${element.id}`;
    const rank = (choice.legal ? 4 : 0) + (choice.scope === from?.scope ? 2 : 0) + (choice.scope === 'fresh' ? 0 : 1);
    if ((found.get(key)?.rank ?? -1) >= rank) continue;
    found.set(key, { rank, work: isWork(element), option: optionOf(acting, { choice, definition, element }) });
  }
  const all = [...found.values()];
  return [...all.filter(({ work }) => work), ...all.filter(({ work }) => !work)].map(({ option }) => option);
}

function optionOf(
  { reading, standing, seen }: Acting,
  about: { readonly choice: MoveChoice; readonly definition: Definition; readonly element: Element },
): PlaceOption {
  const { choice, definition, element } = about;
  const { showing, loaded, log } = reading;
  const visits = visitsOf(log, loaded.facts.definition);
  const nameOf = (visit: VisitId): readonly Text[] => {
    const token = standing.tokens.find((one) => one.visit === visit);
    const at = token ?? visits.get(visit);
    const ref = token ? standing.scopes.find(({ id }) => id === token.scope)?.definition : visits.get(visit)?.definition;
    const named = at && ref && showing.definition(ref)?.plan.element(at.element);
    return named && named.name.zh !== '' ? [named.name] : [];
  };
  const scope = choice.scope === undefined || choice.scope === 'fresh' ? rootOf(standing) : choice.scope;
  const step = { organization: showing.organization, facts: loaded.facts, at: showing.now, definition, element };
  const seats = choice.legal && scope ? seatsAhead({ ...step, data: seen(scope) }) : [];
  return {
    element: element.id,
    scope: choice.scope ?? 'fresh',
    definition: definition.ref,
    step: textOf(element, element.id),
    legal: choice.legal,
    reason: choice.reason ? MOVE_REASONS[choice.reason] : null,
    ends: choice.takesBack.flatMap(nameOf),
    seats: seats.map((seat) => seatRef(showing.organization, seat)),
  };
}

const rootOf = ({ scopes }: Acting['standing']): ScopeId | undefined => scopes.find(({ parent }) => parent === null)?.id;

/** The definition in which it would be put: that of its scope, else the first that has such an element. */
function definitionOf({ reading, standing }: Acting, { scope, element }: MoveChoice): Definition | undefined {
  const refs = scope === 'fresh' || scope === undefined ? standing.scopes : standing.scopes.filter(({ id }) => id === scope);
  const definitions = refs.flatMap(({ definition }) => reading.showing.definition(definition) ?? []);
  return definitions.find(({ plan }) => plan.element(element) !== undefined);
}

/** What people take for a step: activities, and whatever else has a name; starts and what hangs on a border only happen by themselves. */
function isPlace({ type, name, eventSubProcess, forCompensation }: Element): boolean {
  if (type === 'startEvent' || type === 'boundaryEvent' || eventSubProcess || forCompensation) return false;
  return name.zh !== '' || isWork({ type });
}

/** What is done comes before ends and gateways. */
const isWork = ({ type }: Pick<Element, 'type'>): boolean => /[Tt]ask$|Process$|transaction|callActivity/.test(type);
