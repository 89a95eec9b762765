import { useMemo } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Page, TaskCard } from '@guicheng/server/contract';
import { ask } from '../api/client.ts';

export type List = 'todo' | 'read' | 'done';

/** How many tasks are read at once. */
const PAGE = 100;

/** The tasks of a list, page after page by the server's cursor. */
export function useTasks(list: List) {
  const query = useInfiniteQuery({
    queryKey: ['/api/tasks', list],
    queryFn: ({ pageParam }) =>
      ask<Page<TaskCard>>(`/api/tasks?list=${list}&limit=${PAGE}${pageParam ? `&cursor=${encodeURIComponent(pageParam)}` : ''}`),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    retry: false,
  });
  // The same list as long as the same was read.
  const tasks = useMemo(() => query.data?.pages.flatMap((page) => page.rows), [query.data]);
  return {
    tasks,
    error: query.error,
    hasMore: query.hasNextPage,
    loadsMore: query.isFetchingNextPage,
    more: () => void query.fetchNextPage(),
    again: () => void query.refetch(),
  };
}
