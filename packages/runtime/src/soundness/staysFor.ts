import type { ElementId } from '../words/ids.ts';
import type { Allowance } from './allowance.ts';
import { explore, type Node } from './explore.ts';
import type { Model } from './model.ts';

/** What is looked at. */
const BOUNDS = { states: 3_000, work: 1_000_000, afterFlaw: 3_000, orders: 'needed' } as const;

/** Where it is asked whether somebody waits for good, and what counts as going on. */
interface Staying {
  readonly at: ReadonlySet<ElementId>;
  readonly past?: ReadonlySet<ElementId>;
}

const NOWHERE: ReadonlySet<ElementId> = new Set();

/**
 * Whether some run comes to wait at one of these places for good where nobody outside sends: it neither leaves it by what it does itself
 * nor comes past any of `past`. Undefined: that was not decided.
 */
export function staysFor(model: Model, allowance: Allowance, { at, past = NOWHERE }: Staying): boolean | undefined {
  const { nodes, passing, gap, skimmed } = explore(model, { ...BOUNDS, allowance, silent: at, past });
  const waits = ({ state, flaw }: Node): boolean => !flaw && !state.ended && state.marking.tokens.some(({ element }) => at.has(element));
  const goesOn = new Set<Node>();
  const open = nodes.filter((node) => !waits(node) || passing.has(node));
  for (let node = open.pop(); node; node = open.pop()) {
    if (goesOn.has(node)) continue;
    goesOn.add(node);
    open.push(...node.before);
  }
  if (gap || skimmed) return undefined;
  return nodes.some((node) => !goesOn.has(node));
}
