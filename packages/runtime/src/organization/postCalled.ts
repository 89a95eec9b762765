import type { Text } from '../words/text.ts';

/** A post as far as its names go. */
interface Called<Id extends string> {
  readonly id: Id;
  readonly name: Text;
}

/** The post that goes by these words: its id, else a name in either language that no other post has. */
export function postCalled<Id extends string>(posts: readonly Called<Id>[], words: string): Id | undefined {
  const byId = posts.find(({ id }) => id === words);
  if (byId) return byId.id;
  const named = posts.filter(({ name }) => name.zh === words || name.en === words);
  return named.length === 1 ? named[0]?.id : undefined;
}

/** Everything that a post can be called by: its id, and each name that only one has. */
export const postWords = <Id extends string>(posts: readonly Called<Id>[]): readonly string[] => [
  ...new Set(
    posts.flatMap(({ id, name }) => [id, name.zh, ...(name.en ? [name.en] : [])].filter((words) => postCalled(posts, words) === id)),
  ),
];
