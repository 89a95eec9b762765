import type { ScopeId, VisitId } from '../words/ids.ts';
import type { Compensable, Marking, Scope, Token, Wait } from './marking.ts';

/** What a marking is apart from its numbers: equal for equal states however they came about. Ids, items and trail are not in it. */
export function markingKey(marking: Marking): string {
  const roots = marking.scopes.filter((scope) => scope.parent === null);
  return roots.map((root) => scopeKey(marking, root)).join('|');
}

/** Mostly there are none, one or two: no list is sorted for these. */
function sorted(keys: string[]): string {
  const [first, second] = keys;
  if (first === undefined) return '';
  if (second === undefined) return first;
  if (keys.length === 2) return first < second ? `${first},${second}` : `${second},${first}`;
  return keys.sort().join(',');
}

function scopeKey(marking: Marking, scope: Scope): string {
  const { definition, element, kind, phase, many, loop } = scope;
  const count = many ? `#${many.total}/${many.done}/${many.ended}/${many.rest.length}` : loop === undefined ? '' : `#${loop}`;
  const tokens = sorted(marking.tokens.filter((token) => token.scope === scope.id).map((token) => tokenKey(marking, token)));
  const arrivals = sorted(marking.arrivals.filter((arrival) => arrival.scope === scope.id).map(({ join, flow }) => `${join}<${flow}`));
  const index = scope.locals.index === undefined ? '' : `[${String(scope.locals.index)}]`;
  const resetting = marking.resetting.filter((gateway) => gateway.scope === scope.id);
  const resets = sorted(resetting.map(({ gateway, taken }) => `~${gateway}<${[...taken].sort().join('+')}`));
  return `${definition} ${element} ${kind} ${phase}${count}${index}{${tokens};${arrivals}${resets};${waitsKey(marking, scope.id, null)}${scope.kind === 'adHoc' ? waitsKey(marking, scope.id, scope.host) : ''};${innerKey(marking, scope.id)}${undoableKey(marking, scope.id)}}`;
}

/** Scopes that belong to no visit of this scope: event sub-processes, items, what is being undone while nobody waits for it. */
const innerKey = (marking: Marking, scope: ScopeId): string =>
  sorted(
    marking.scopes
      .filter(({ parent, host, kind }) => parent === scope && (host === null || kind === 'item'))
      .map((inner) => scopeKey(marking, inner)),
  );

function tokenKey(marking: Marking, token: Token): string {
  const hosted = marking.scopes
    .filter((scope) => scope.host === token.visit && scope.kind !== 'item')
    .map((scope) => scopeKey(marking, scope));
  const incidents = marking.incidents
    .filter((incident) => incident.visit === token.visit)
    .map(({ element, code }) => `!${element} ${code}`);
  const parked = marking.parked.filter(({ until }) => until === token.visit).map((waiting) => `>${waiting.token.element}`);
  return `${token.element}${token.late ? '~' : ''}(${waitsKey(marking, token.scope, token.visit)};${sorted(hosted)};${sorted(incidents)};${sorted(parked)})`;
}

const waitsKey = (marking: Marking, scope: ScopeId, visit: VisitId | null): string =>
  sorted(marking.waits.filter((wait) => wait.scope === scope && wait.visit === visit).map(waitKey));

const waitKey = ({ kind, element, left, name, was, met }: Wait): string =>
  `${kind} ${element} ${left ?? ''} ${name ?? ''} ${was ?? ''} ${met ?? ''}`;

/** What can be undone, in the order in which it was done: also beside what can be undone in other scopes, as all of it may be undone at once. */
function undoableKey({ undoable, tokens }: Marking, scope: ScopeId): string {
  const own = undoable.length === 0 ? [] : undoable.filter((one) => one.scope === scope);
  if (own.length === 0) return '';
  const elsewhere = own.length < undoable.length;
  own.sort((one, other) => one.order - other.order);
  const rankOf = ({ order }: Compensable): string => (elsewhere ? `#${undoable.filter((other) => other.order < order).length}` : '');
  // What came of a border is undone before its host, which may be done already or not.
  const hostKey = ({ beside }: Compensable): string => {
    const done = own.findIndex(({ visit }) => visit === beside);
    return done >= 0 ? `^${done}` : tokens.some(({ visit }) => visit === beside) ? '^' : '';
  };
  return `~${own.map((one) => compensableKey(one) + rankOf(one) + hostKey(one)).join('~')}`;
}

/** What can be undone, apart from its numbers: equal for what is undone alike. */
export const compensableKey = ({ element, handler, as, locals, inner }: Compensable): string =>
  `${element} ${handler} ${as ?? ''}${locals.index === undefined ? '' : `[${String(locals.index)}]`}(${inner.map(compensableKey).join('~')})`;
