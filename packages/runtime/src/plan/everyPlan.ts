import type { DefinitionRef } from '../words/ids.ts';
import type { Plan } from './plan.ts';

/** Definitions as they are loaded for a case: the one it runs, and by key what a new call would pin. */
interface Loaded {
  readonly root: DefinitionRef;
  get(ref: DefinitionRef): Plan | undefined;
  pin(key: string): DefinitionRef | undefined;
}

/** A definition and all that it can call, each once; what was not loaded is left out. */
export function everyPlan(loaded: Loaded): readonly Plan[] {
  const found = new Map<DefinitionRef, Plan>();
  const open: DefinitionRef[] = [loaded.root];
  for (let ref = open.pop(); ref; ref = open.pop()) {
    const plan = found.has(ref) ? undefined : loaded.get(ref);
    if (!plan) continue;
    found.set(ref, plan);
    open.push(...plan.process.elements.flatMap((element) => (element.call && loaded.pin(element.call.key)) ?? []));
  }
  return [...found.values()];
}
