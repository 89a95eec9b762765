import type { Act } from './act.ts';
import type { Node } from './explore.ts';
import type { Model } from './model.ts';

/** One act of a run with what was chosen at the pauses that it led to, as the kernel itself knows none. */
export interface Done {
  readonly act: Act;
  readonly node: Node;
  /** The pauses that came of it, in the order in which they ended. */
  readonly pauses: readonly Node[];
}

/** The run to a node, act by act. */
export function doneIn({ pauses }: Model, last: Node): readonly Done[] {
  const nodes: Node[] = [];
  for (let node: Node | undefined = last; node; node = node.from) nodes.unshift(node);
  const done: { act: Act; readonly node: Node; readonly pauses: Node[] }[] = [];
  for (const node of nodes) {
    const cause = pauses.has(node.act.element) ? done.find((one) => leadsTo(one, node)) : undefined;
    if (!cause) done.push({ act: node.act, node, pauses: [] });
    else {
      cause.act = { ...cause.act, choices: [...cause.act.choices, ...node.act.choices] };
      cause.pauses.push(node);
    }
  }
  return done;
}

/** Whether the token that ended a pause was there first after this act, or after a pause that came of it. */
function leadsTo({ node, pauses }: Done, { act, from }: Node): boolean {
  const { stimulus } = act;
  const visit = stimulus.kind === 'answer' ? from?.state.marking.waits.find(({ id }) => id === stimulus.job)?.visit : undefined;
  return [node, ...pauses].some(({ state }) => state.marking.tokens.some((token) => token.visit === visit));
}
