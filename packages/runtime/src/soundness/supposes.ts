import { canonical } from '../words/json.ts';
import type { Node } from './explore.ts';
import type { Model } from './model.ts';

/**
 * Whether a run rests on outcomes that may never come together: of a condition that is not followed and asked twice, or reads what others
 * read; of one of which it is not certain that it can come out either way; of a name that nothing writes, with two values.
 */
export function supposes({ subject }: Model, last: Node): boolean {
  const seen = new Map<string, string>();
  for (let node: Node | undefined = last; node; node = node.from) {
    for (const { name, value } of node.act.choices) {
      const free = subject.free.get(name);
      const chosen = canonical(value);
      const before = seen.get(name);
      if (free && (free.why === 'unread' || !free.contingent)) return true;
      if (free && before !== undefined && (free.why === 'notFollowed' || (free.why === 'undeclared' && before !== chosen))) return true;
      seen.set(name, chosen);
    }
  }
  return [...seen.keys()].some((name) => {
    const { why, reads = [] } = subject.free.get(name) ?? {};
    if (why !== 'notFollowed') return false;
    const others = [...seen.keys()].filter((other) => other !== name);
    return others.some((other) => reads.includes(other) || subject.free.get(other)?.reads.some((read) => reads.includes(read)));
  });
}
