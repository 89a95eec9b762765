import { compile, definitionRef, type DefinitionRef, type Plan, type Plans, type Process } from '@guicheng/runtime';

/** The processes of one file as version 1 of each, for running this one of them. */
export function plansOf(processes: readonly Process[], root: Process): Plans {
  const plans = new Map<DefinitionRef, Plan>(
    processes.map((process) => [definitionRef(process.key, 1), compile(process, definitionRef(process.key, 1))]),
  );
  return {
    root: definitionRef(root.key, 1),
    get: (ref) => plans.get(ref),
    pin: (key) => [...plans.keys()].find((ref) => ref === `${key}@1`),
  };
}
