import type { Element } from '../../diagram/model.ts';
import type { Incident, Standing } from '../../ports/executor.ts';
import { id, type ScopeId } from '../../words/ids.ts';
import type { Definition } from '../definitions.ts';
import type { IncidentActs } from '../movePages.ts';
import { textOf } from './named.ts';

/** An open incident of the executor, with where it stands. */
export interface Standstill {
  readonly incident: Incident;
  /** The scope in which it stands; of one that stands nowhere the case's own. */
  readonly scope: ScopeId;
  readonly definition: Definition;
  readonly element: Element | undefined;
}

/** Finds where an incident stands; undefined where its definition was not loaded. */
export function standstillOf(
  { scopes, tokens }: Standing,
  incident: Incident,
  definition: (ref: Definition['ref']) => Definition | undefined,
): Standstill | undefined {
  const { detail, visit } = incident;
  const told = typeof detail === 'object' && detail !== null && 'scope' in detail ? detail.scope : undefined;
  const at = tokens.find((token) => token.visit === visit)?.scope ?? told;
  const scope = scopes.find((one) => one.id === at) ?? scopes.find((one) => one.parent === null);
  const found = scope && definition(scope.definition);
  return found && { incident, scope: scope.id, definition: found, element: found.plan.element(incident.element) };
}

/** Whether anything would go on if it were passed over: a case that ran away at its start has nothing to pass over. */
export const isSkippable = ({ tokens, arrivals }: Standing, { code }: Incident): boolean =>
  code !== 'stepBudget' || tokens.length + arrivals.length > 0;

/** The ways on from where a choice stands still; none where it is no choice, or where there is but one. */
export function waysOn(standing: Standing, { incident, definition, element }: Standstill): IncidentActs['ways'] {
  const { code, visit } = incident;
  const stands = standing.tokens.some((token) => token.visit === visit && token.element === element?.id);
  const repeats = standing.scopes.some((scope) => scope.host === visit && (scope.kind === 'many' || scope.kind === 'loop'));
  if (!element || !stands || repeats || (code !== 'conditionUndecided' && code !== 'noWayOn')) return [];
  const flows = definition.plan.outgoing(element.id);
  if (flows.length < 2) return [];
  return flows.map((flow) => ({
    flow: flow.id,
    name: flow.name,
    to: textOf(definition.plan.element(id(flow.to)), flow.to),
    usual: flow.id === element.defaultFlow,
  }));
}
