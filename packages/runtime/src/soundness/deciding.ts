import { names } from '../diagram/feel/names.ts';
import type { ElementId } from '../words/ids.ts';
import type { Act, Choice } from './act.ts';
import type { Node } from './explore.ts';
import type { Model } from './model.ts';

/** What was chosen of a name, and by which act. */
export interface Decided {
  readonly act: Act;
  readonly choice: Choice;
}

/** What the conditions behind an element asked for in a run, as it was chosen last. */
export function deciding({ process, subject }: Model, element: ElementId, last: Node): readonly Decided[] {
  const ways = process.flows.filter((flow) => flow.from === element && !subject.conditions.has(flow.id));
  const asked = new Set(ways.flatMap(({ condition }) => (condition ? names(condition) : [])));
  const found: Decided[] = [];
  for (let node: Node | undefined = last; node; node = node.from) {
    for (const choice of node.act.choices) if (asked.delete(choice.name)) found.push({ act: node.act, choice });
  }
  return found;
}
