import { useCallback, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { MigrationPreview } from '@guicheng/server/contract';
import { ask } from '../../../api/client.ts';

/** What is tried: between which versions. */
export interface Trying {
  readonly flow: string;
  readonly from: number;
  readonly to: number;
}

/** A dry run; it is made again whenever the owner says something else about a step, and what was shown stays until then. */
export function useTrial({ flow, from, to }: Trying) {
  const [said, setSaid] = useState<{ readonly [element: string]: string }>({});
  const { data, error, isFetching, refetch } = useQuery<MigrationPreview>({
    queryKey: ['trial', flow, from, to, said],
    queryFn: () => ask<MigrationPreview>(`/api/flows/${encodeURIComponent(flow)}/migrations/preview`, 'POST', { from, to, map: said }),
    retry: false,
    // Cases move on by themselves: only a trial of now is worth looking at, and nothing changes under the reader's hands.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (before) => before,
  });
  return {
    preview: data,
    error,
    busy: isFetching,
    say: useCallback((element: string, target: string) => setSaid((before) => ({ ...before, [element]: target })), []),
    again: useCallback(() => void refetch(), [refetch]),
  };
}
