import type { Known } from '@guicheng/runtime/checking';
import type { Surroundings } from '@guicheng/server/contract';

type Key = NonNullable<Known['processes']>[number];

/** What the rules know of the office beyond the file. */
export const knownOf = ({ flows, posts, units }: Surroundings): Known => ({
  // The wire carries ids as plain text.
  processes: flows.map((flow) => flow.key as string as Key),
  posts: posts.map((post) => post.id),
  units: units.map((unit) => unit.id),
});
