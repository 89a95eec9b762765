import { adHocChoices } from '../../packages/runtime/src/kernel/adHocChoices.ts';
import type { Change } from '../../packages/runtime/src/kernel/change.ts';
import type { Marking, Scope, Wait } from '../../packages/runtime/src/kernel/marking.ts';
import { dataScopes } from '../../packages/runtime/src/kernel/run/data.ts';
import type { Plans, Stimulus } from '../../packages/runtime/src/kernel/stimulus.ts';
import type { Plan } from '../../packages/runtime/src/plan/plan.ts';
import type { ElementId, ScopeId } from '../../packages/runtime/src/words/ids.ts';
import type { Data } from '../../packages/runtime/src/words/json.ts';

/** What can happen next, and whether the case needs it to go on: what is at a border or beside the flow may as well never come. */
export interface Possible {
  readonly stimulus: Stimulus;
  readonly needed: boolean;
}

/** Everything that people, machines, time and those outside can do to a case now; `values` are written by whoever does something. */
export function possible(plans: Plans, marking: Marking, values: Data): readonly Possible[] {
  const scopes = new Map<ScopeId, Scope>(marking.scopes.map((scope) => [scope.id, scope]));
  const planIn = (scope: ScopeId): Plan | undefined => {
    const found = scopes.get(scope);
    return found && plans.get(found.definition);
  };
  const changes = (scope: ScopeId): readonly Change[] =>
    dataScopes(scopes, scope).flatMap((own) => Object.entries(values).map(([key, to]): Change => ({ scope: own, path: [key], to })));
  const ofWait = (wait: Wait): readonly Possible[] => {
    const plan = planIn(wait.scope);
    const element = plan?.element(wait.element);
    if (!plan || !element || wait.met) return [];
    const needed = wait.visit !== null && element.type !== 'boundaryEvent';
    const one = (stimulus: Stimulus): readonly Possible[] => [{ stimulus, needed }];
    switch (wait.kind) {
      case 'task': {
        const { visit } = wait;
        if (!visit) return [];
        return [
          ...one({ kind: 'complete', visit, changes: changes(wait.scope) }),
          ...codesAt(plan, wait.element).map(
            ({ kind, code }): Possible => ({ stimulus: { kind, visit, code, payload: null }, needed: false }),
          ),
        ];
      }
      case 'job':
        return one({ kind: 'answer', job: wait.id, changes: changes(wait.scope) });
      case 'timer':
        return one({ kind: 'due', timer: wait.id, occurrence: (wait.fired ?? 0) + 1 });
      case 'message':
        return one({ kind: 'message', wait: wait.id, id: 'm', payload: {} });
      case 'signal':
        // What instances throw nobody outside does.
        return /^S\d?$/.test(wait.name ?? '') ? one({ kind: 'signal', name: wait.name ?? '', payload: {} }) : [];
      case 'condition': {
        const name = /\w+/.exec(wait.name ?? conditionOf(plan, wait.element))?.[0] ?? '';
        const own = dataScopes(scopes, wait.scope);
        const asWanted = (to: boolean): readonly Change[] => own.map((scope) => ({ scope, path: [name], to }));
        // It is told when it becomes true: where it is true already, it must have been false between.
        return one({ kind: 'change', changes: wait.was === true ? asWanted(false) : asWanted(true) });
      }
    }
  };
  const inAdHoc = adHocChoices(plans, marking).flatMap(({ scope, start, complete }): readonly Possible[] => {
    const here = marking.tokens.filter((token) => token.scope === scope);
    return [
      ...(complete ? [{ stimulus: { kind: 'completeAdHoc', scope } as const, needed: true }] : []),
      // One at a time of each step, or there is no end to it.
      ...start
        .filter((element) => here.every((token) => token.element !== element))
        .map((element): Possible => ({ stimulus: { kind: 'startAdHoc', scope, element }, needed: here.length === 0 })),
    ];
  });
  return [...marking.waits.flatMap(ofWait), ...inAdHoc];
}

const conditionOf = (plan: Plan, element: ElementId): string =>
  plan.element(element)?.triggers.flatMap((trigger) => (trigger.kind === 'conditional' ? [trigger.condition as string] : []))[0] ?? '';

/** An error in which a step ends, or what is escalated. */
interface Code {
  readonly kind: 'fault' | 'escalate';
  readonly code: string;
}

/** What the border of a step catches. */
const codesAt = (plan: Plan, element: ElementId): readonly Code[] =>
  plan
    .boundaries(element)
    .flatMap(({ triggers }) => triggers)
    .flatMap((trigger): readonly Code[] => {
      if (trigger.kind === 'error') return [{ kind: 'fault', code: trigger.code ?? 'E' }];
      return trigger.kind === 'escalation' ? [{ kind: 'escalate', code: trigger.code ?? 'S' }] : [];
    });
