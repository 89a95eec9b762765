import { parseDiagram } from '../../../../packages/runtime/dist/diagram/parse.js';
import { withChanges, type Change, type ScopedData } from '../../../../packages/runtime/dist/kernel/change.js';
import type { Effect } from '../../../../packages/runtime/dist/kernel/effect.js';
import type { Marking } from '../../../../packages/runtime/dist/kernel/marking.js';
import { step } from '../../../../packages/runtime/dist/kernel/step.js';
import type { Plans, Stimulus } from '../../../../packages/runtime/dist/kernel/stimulus.js';
import { compile } from '../../../../packages/runtime/dist/plan/compile.js';
import { definitionRef, id, type VisitId } from '../../../../packages/runtime/dist/words/ids.js';
import type { Data } from '../../../../packages/runtime/dist/words/json.js';

/** The moment of all steps. */
export const AT = id<'utc'>('2026-11-24T01:00:00.000Z');

/** The first process of a diagram, ready to run. */
export async function plansOf(xml: string): Promise<Plans> {
  const parsed = await parseDiagram(xml);
  if (!parsed.ok) throw new Error(`${parsed.culprit}: ${parsed.expected.en}`);
  const [process] = parsed.diagram.processes;
  if (!process) throw new Error('no process');
  const ref = definitionRef(process.key, 1);
  const plan = compile(process, ref);
  return { root: ref, get: (asked) => (asked === ref ? plan : undefined), pin: () => undefined };
}

/** A case as the office keeps it between two steps: the marking and its data. */
export interface CaseInMemory {
  readonly marking: Marking;
  readonly data: ScopedData;
}

/** A case after a step, with what the step told. */
type Acted = CaseInMemory & { readonly effects: readonly Effect[] };

/** A stimulus on a case, with its data carried on. */
export function acted(plans: Plans, before: CaseInMemory | null, stimulus: Stimulus): Acted {
  const stepped = step({ plans, marking: before?.marking ?? null, data: before?.data ?? {}, stimulus, at: AT });
  if (!stepped.ok) throw new Error(`${stimulus.kind} was refused: ${stepped.culprit}`);
  const changes: Change[] = [];
  for (const effect of stepped.effects) {
    if (effect.kind === 'changed') changes.push(...effect.changes);
    if (effect.kind === 'scopeClosed') changes.push({ scope: effect.scope, path: [], to: undefined });
  }
  return { marking: stepped.marking, data: withChanges(before?.data ?? {}, changes), effects: stepped.effects };
}

/** A case that has just begun. */
export const begun = (plans: Plans, payload: Data): Acted =>
  acted(plans, null, { kind: 'start', at: plans.get(plans.root)?.entries(null)[0]?.id ?? id('start'), payload });

/** The visits of its open tasks, oldest first. */
export const openVisits = ({ marking }: CaseInMemory): readonly VisitId[] =>
  marking.waits.flatMap(({ kind, visit }) => (kind === 'task' && visit ? [visit] : []));

/** Completes a task without a value; only the step itself is measured by whoever times it. */
export const completed = (plans: Plans, before: CaseInMemory, visit: VisitId): Acted =>
  acted(plans, before, { kind: 'complete', visit, changes: [] });
