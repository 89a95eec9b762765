import type { Diagram } from './model.ts';
import { RULES } from './rules/all.ts';
import type { Finding, Known } from './rules/rule.ts';

export type { Finding, Known } from './rules/rule.ts';

/** Everything that the rules find in a diagram; no errors among it = it may be published. Some milliseconds for a large one. */
export const checkDiagram = (diagram: Diagram, known: Known = {}): readonly Finding[] =>
  diagram.processes.flatMap((process) =>
    RULES.flatMap(({ name, severity, check }) =>
      check(process, { diagram, known }).map(({ element, message }) => ({ rule: name, severity, process: process.key, element, message })),
    ),
  );
