import { useQueryClient } from '@tanstack/react-query';
import type { PersonalSettings } from '@guicheng/server/contract';
import { ask } from './client.ts';
import { useRead } from './queries.ts';

const PATH = '/api/me/settings';
const NONE: PersonalSettings = { views: [], startView: null };

/** What the person likes, the same on every machine. `change` shows at once and rejects with the refusal when it could not be kept. */
export function useSettings(): {
  readonly settings: PersonalSettings;
  readonly known: boolean;
  readonly change: (patch: Partial<PersonalSettings>) => Promise<void>;
} {
  const queries = useQueryClient();
  const read = useRead<PersonalSettings>(PATH);
  return {
    settings: read.data ?? NONE,
    known: !read.isPending,
    async change(patch) {
      const before = queries.getQueryData<PersonalSettings>([PATH]);
      const next = { ...(before ?? NONE), ...patch };
      queries.setQueryData([PATH], next);
      await ask(PATH, 'PUT', next).catch((error: unknown) => {
        queries.setQueryData([PATH], before);
        throw error;
      });
    },
  };
}
