import type { Json } from '@guicheng/runtime/model';
import type { PersonalSettings } from '../contract.ts';
import type { Asked } from './route.ts';

const NONE: PersonalSettings = { views: [], startView: null };

const keyOf = (person: string): string => `settings/${person}`;

/** What the asker likes; nothing chosen where they never said. */
export async function readSettings({ notes, who }: Asked<unknown>) {
  const kept = (await notes.get(keyOf(who)))?.value as unknown as PersonalSettings | undefined;
  return { ok: true as const, value: kept ?? NONE };
}

/** Keeps what the asker likes as a whole and answers with it. */
export async function keepSettings({ notes, clock, who, input }: Asked<PersonalSettings>) {
  await notes.put(keyOf(who), { value: input as unknown as Json, savedAt: clock.now() });
  return { ok: true as const, value: input };
}
