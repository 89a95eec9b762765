import type { Text } from '../../words/text.ts';

/** What a calculation could not do, in words that can be shown. */
export interface Unclear {
  readonly ok: false;
  readonly reason: Text;
}

export const unclear = (zh: string, en: string): Unclear => ({ ok: false, reason: { zh, en } });
