import { type Known, postWords } from '@guicheng/runtime/checking';
import type { Surroundings } from '@guicheng/server/contract';

type Key = NonNullable<Known['processes']>[number];

// The wire carries ids as plain text.
const keyOf = (key: string): Key => key as Key;

/** What the rules know of the office beyond the file. */
export const knownOf = ({ flows, posts, units }: Surroundings): Known => ({
  processes: flows.map(({ key }) => keyOf(key)),
  calls: flows.flatMap(({ key, calls }) => calls.map((to) => ({ from: keyOf(key), to: keyOf(to) }))),
  posts: postWords(posts),
  units: units.map((unit) => unit.id),
});
