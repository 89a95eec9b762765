import type { Text } from '@guicheng/runtime/model';
import type { Plain } from '../../file/plain.ts';

/** The name of one of our words, whose English is its part. */
export function ownText(plain: Plain): Text {
  const names = Array.isArray(plain['names']) ? (plain['names'] as readonly Plain[]) : [];
  const en = names.find((name) => name['lang'] === 'en')?.['text'];
  return { zh: typeof plain['name'] === 'string' ? plain['name'] : '', ...(typeof en === 'string' ? { en } : {}) };
}
