import { useQuery } from '@tanstack/react-query';
import { ask } from './client.ts';

/** Reads an address and keeps it fresh; the address is its name. Until another address has answered, the last answer stays. */
export const useRead = <Value>(path: string | null) =>
  useQuery<Value>({
    queryKey: [path],
    queryFn: () => ask<Value>(path ?? ''),
    enabled: path !== null,
    retry: false,
    placeholderData: (before) => before,
  });
