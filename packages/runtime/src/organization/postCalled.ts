import type { PostId } from '../words/ids.ts';
import type { Post } from './model.ts';

/** The post that goes by these words: its id, else a name in either language that no other post has. */
export function postCalled(posts: readonly Pick<Post, 'id' | 'name'>[], words: string): PostId | undefined {
  const byId = posts.find(({ id }) => id === words);
  if (byId) return byId.id;
  const named = posts.filter(({ name }) => name.zh === words || name.en === words);
  return named.length === 1 ? named[0]?.id : undefined;
}

/** Everything that a post can be called by: its id, and each name that only one has. */
export const postWords = (posts: readonly Pick<Post, 'id' | 'name'>[]): readonly string[] => [
  ...new Set(posts.flatMap(({ id, name }) => [id, name.zh, ...(name.en ? [name.en] : [])].filter((words) => postCalled(posts, words) === id))),
];
