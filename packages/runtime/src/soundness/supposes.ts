import { canonical } from '../words/json.ts';
import type { Node } from './explore.ts';
import type { Model } from './model.ts';
import { canBeTogether, type Order } from './relation.ts';

/**
 * Whether a run rests on outcomes that may never come together: of a condition that is not followed and comes out once like this and once like
 * that, or reads what others read, unless these compare open fields and go together; of one of which it is not certain that it can come out
 * like this; of a name that nothing writes, with two values.
 */
export function supposes({ subject }: Model, last: Node): boolean {
  const seen = new Map<string, string>();
  const twice = new Set<string>();
  for (let node: Node | undefined = last; node; node = node.from) {
    for (const { name, value } of node.act.choices) {
      const free = subject.free.get(name);
      const chosen = canonical(value);
      const before = seen.get(name);
      if (before !== undefined) twice.add(name);
      if (free && (free.why === 'unread' || !free.isCertain(value, before !== undefined))) return true;
      if (free && before !== undefined && ((free.why === 'notFollowed' && !free.kept) || (free.why === 'undeclared' && before !== chosen)))
        return true;
      seen.set(name, chosen);
    }
  }
  const compared: { readonly left: string; readonly right: string; readonly order: Order }[] = [];
  for (const [name, chosen] of seen) {
    const { why, reads = [], between } = subject.free.get(name) ?? {};
    if (why !== 'notFollowed') continue;
    const others = [...seen.keys()].filter((other) => {
      const { reads: read = [] } = subject.free.get(other) ?? {};
      return other !== name && (reads.includes(other) || read.some((one) => reads.includes(one)));
    });
    if (others.length === 0) continue;
    // What was chosen last stands here; what was written anew in between would have to be told apart.
    if (!between || [name, ...others].some((one) => twice.has(one) || !subject.free.get(one)?.between)) return true;
    compared.push({ left: between[0], right: between[1], order: JSON.parse(chosen) as Order });
  }
  return !canBeTogether(compared);
}
