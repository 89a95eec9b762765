import type { ScopeId, VisitId } from '../words/ids.ts';
import type { Arrival, Compensable, Marking, Scope, Token, Wait } from './marking.ts';

/**
 * What a marking is apart from its numbers: equal for equal states however they came about. Ids, items and trail are not in it. Costs as much as
 * there is in the marking. `more` tells what else there is to a scope: by itself the place of an item.
 */
export function markingKey(marking: Marking, more: (scope: Scope) => string = placeKey): string {
  const sorted = sortedOf(marking, more);
  return sorted
    .inside(null)
    .map((root) => scopeKey(sorted, root))
    .join('|');
}

/** Which item of a multi-instance a scope is. */
export const placeKey = ({ locals: { index } }: Scope): string => (index === undefined ? '' : `[${String(index)}]`);

/** What there is in a marking, by where it is. */
interface Sorted {
  readonly marking: Marking;
  more(scope: Scope): string;
  inside(parent: ScopeId | null): readonly Scope[];
  hosted(host: VisitId): readonly Scope[];
  tokens(scope: ScopeId): readonly Token[];
  arrivals(scope: ScopeId): readonly Arrival[];
  waits(visit: VisitId | null): readonly Wait[];
  undoable(scope: ScopeId): readonly Compensable[];
}

const sortedOf = (marking: Marking, more: Sorted['more']): Sorted => ({
  marking,
  more,
  inside: grouped(marking.scopes, ({ parent }) => parent),
  hosted: grouped(marking.scopes, ({ host }) => host),
  tokens: grouped(marking.tokens, ({ scope }) => scope),
  arrivals: grouped(marking.arrivals, ({ scope }) => scope),
  waits: grouped(marking.waits, ({ visit }) => visit),
  undoable: grouped(marking.undoable, ({ scope }) => scope),
});

/** Lists that are shorter are looked through each time: to make groups of them costs more. */
const SHORT = 12;

function grouped<Part, Key>(all: readonly Part[], keyOf: (part: Part) => Key): (key: Key) => readonly Part[] {
  if (all.length === 0) return () => all;
  if (all.length < SHORT) return (key) => all.filter((part) => keyOf(part) === key);
  const groups = new Map<Key, Part[]>();
  for (const part of all) {
    const group = groups.get(keyOf(part));
    if (group) group.push(part);
    else groups.set(keyOf(part), [part]);
  }
  return (key) => groups.get(key) ?? [];
}

/** Mostly there are none, one or two: no list is sorted for these. */
function listed(keys: string[]): string {
  const [first, second] = keys;
  if (first === undefined) return '';
  if (second === undefined) return first;
  if (keys.length === 2) return first < second ? `${first},${second}` : `${second},${first}`;
  return keys.sort().join(',');
}

function scopeKey(sorted: Sorted, scope: Scope): string {
  const { definition, element, kind, phase, loop } = scope;
  const many = kind === 'many' ? (scope.many ?? sorted.marking.tokens.find(({ visit }) => visit === scope.host)?.many) : undefined;
  const count = many ? `#${many.total}/${many.done}/${many.ended}/${many.rest.length}` : loop === undefined ? '' : `#${loop}`;
  const tokens = listed(sorted.tokens(scope.id).map((token) => tokenKey(sorted, token)));
  const arrivals = listed(sorted.arrivals(scope.id).map(({ join, flow }) => `${join}<${flow}`));
  const resetting = sorted.marking.resetting.filter((gateway) => gateway.scope === scope.id);
  const resets = listed(resetting.map(({ gateway, taken }) => `~${gateway}<${[...taken].sort().join('+')}`));
  return `${definition} ${element} ${kind} ${phase}${count}${sorted.more(scope)}{${tokens};${arrivals}${resets};${waitsKey(sorted, scope.id, null)}${scope.kind === 'adHoc' ? waitsKey(sorted, scope.id, scope.host) : ''};${innerKey(sorted, scope.id)}${undoableKey(sorted, scope.id)}}`;
}

/** Scopes that belong to no visit of this scope: event sub-processes, items, what is being undone while nobody waits for it. */
const innerKey = (sorted: Sorted, scope: ScopeId): string =>
  listed(
    sorted
      .inside(scope)
      .filter(({ host, kind }) => host === null || kind === 'item')
      .map((inner) => scopeKey(sorted, inner)),
  );

function tokenKey(sorted: Sorted, token: Token): string {
  const { marking } = sorted;
  const hosted = sorted
    .hosted(token.visit)
    .filter(({ kind }) => kind !== 'item')
    .map((scope) => scopeKey(sorted, scope));
  const incidents = marking.incidents
    .filter((incident) => incident.visit === token.visit)
    .map(({ element, code }) => `!${element} ${code}`);
  const parked = marking.parked.filter(({ until }) => until === token.visit).map((waiting) => `>${waiting.token.element}`);
  return `${token.element}${token.late ? '~' : ''}(${waitsKey(sorted, token.scope, token.visit)};${listed(hosted)};${listed(incidents)};${listed(parked)})`;
}

const waitsKey = ({ waits }: Sorted, scope: ScopeId, visit: VisitId | null): string =>
  listed(
    waits(visit)
      .filter((wait) => wait.scope === scope)
      .map(waitKey),
  );

const waitKey = ({ kind, element, left, name, was, met }: Wait): string =>
  `${kind} ${element} ${left ?? ''} ${name ?? ''} ${was ?? ''} ${met ?? ''}`;

/** What can be undone, in the order in which it was done: also beside what can be undone in other scopes, as all of it may be undone at once. */
function undoableKey({ marking, undoable }: Sorted, scope: ScopeId): string {
  const own = undoable(scope).toSorted((one, other) => one.order - other.order);
  if (own.length === 0) return '';
  const elsewhere = own.length < marking.undoable.length;
  const rankOf = ({ order }: Compensable): string =>
    elsewhere ? `#${marking.undoable.filter((other) => other.order < order).length}` : '';
  // What came of a border is undone before its host, which may be done already or not.
  const hostKey = ({ beside }: Compensable): string => {
    const done = own.findIndex(({ visit }) => visit === beside);
    return done >= 0 ? `^${done}` : marking.tokens.some(({ visit }) => visit === beside) ? '^' : '';
  };
  return `~${own.map((one) => compensableKey(one) + rankOf(one) + hostKey(one)).join('~')}`;
}

/** What can be undone, apart from its numbers: equal for what is undone alike. */
export const compensableKey = ({ element, handler, as, locals, inner }: Compensable): string =>
  `${element} ${handler} ${as ?? ''}${locals.index === undefined ? '' : `[${String(locals.index)}]`}(${inner.map(compensableKey).join('~')})`;
