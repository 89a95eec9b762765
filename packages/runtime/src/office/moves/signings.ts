import type { Element } from '../../diagram/model.ts';
import { names } from '../../diagram/feel/names.ts';
import type { Pass, Standing } from '../../ports/executor.ts';
import type { Commit } from '../../ports/commit.ts';
import type { DefinitionRef, VisitId } from '../../words/ids.ts';
import type { Json } from '../../words/json.ts';
import { eventsOf } from '../caseLog.ts';
import type { Definition } from '../definitions.ts';
import type { Signing } from '../pages.ts';

/** A countersigning that runs: the visit of the whole, and each part of it. */
export interface RunningSigning {
  readonly host: VisitId;
  readonly element: Element;
  readonly definition: Definition;
  readonly inTurn: boolean;
  /** How many there have been in all, those that were taken away included. */
  readonly total: number;
  readonly open: readonly { readonly visit: VisitId; readonly item: Json }[];
  /** In turn: who has not begun. */
  readonly waiting: readonly Json[];
}

/** The multi-instance steps that run now. */
export const signingsIn = (standing: Standing, definition: (ref: DefinitionRef) => Definition | undefined): readonly RunningSigning[] =>
  standing.scopes.flatMap((scope) => {
    const found = scope.kind === 'many' && scope.phase === 'running' ? definition(scope.definition) : undefined;
    const element = found?.plan.element(scope.element);
    // Where it began under v0.3 or before, how far it is stands with its scope; today with its token.
    const many = scope.many ?? standing.tokens.find(({ visit }) => visit === scope.host)?.many;
    if (!found || !element || !many || !scope.host) return [];
    const { inTurn, total, rest } = many;
    const items = new Set(standing.scopes.filter(({ parent }) => parent === scope.id).map(({ id }) => id));
    const open = standing.tokens.flatMap(({ visit, scope: at, instance }) =>
      instance && items.has(at) ? [{ visit, item: instance.item }] : [],
    );
    return [{ host: scope.host, element, definition: found, inTurn, total, open, waiting: rest }];
  });

/** The visits of its parts that were answered: the last word on each visit counts, as one may have been taken back. */
export function answeredIn(trail: readonly Pass[], { host, element }: RunningSigning): readonly VisitId[] {
  const last = new Map(
    trail.flatMap((pass) => (pass.element === element.id && pass.from.includes(host) ? [[pass.visit, pass] as const] : [])),
  );
  return [...last.values()].filter(({ closed }) => closed === 'completed').map(({ visit }) => visit);
}

/** For whom each part was, by its visit, as far as it was a task of its own. */
export const itemsOf = (log: readonly Commit[]): ReadonlyMap<VisitId, Json> =>
  new Map(
    log
      .flatMap(eventsOf)
      .flatMap((event) => (event.type === 'TaskOpened' && event.item !== undefined ? [[event.visit, event.item] as const] : [])),
  );

/** What is on its list: people or units, as the field says that it is made of, else whoever it is addressed to; numbers, where only their count is given. */
export function kindOf({ element, definition }: Pick<RunningSigning, 'element' | 'definition'>): Signing['kind'] {
  if (element.many?.cardinality !== undefined && element.many.over === undefined) return 'number';
  const over = element.many?.over;
  const read = over === undefined ? [] : names(over);
  for (const { key, type } of definition.process.fields) {
    if (!read.includes(key)) continue;
    if (type === 'persons' || type === 'person') return 'person';
    if (type === 'units' || type === 'unit') return 'unit';
  }
  const { assignment } = element.office;
  if (assignment?.kind === 'personOfItem') return 'person';
  return assignment && 'unit' in assignment && assignment.unit.kind === 'ofItem' ? 'unit' : null;
}
