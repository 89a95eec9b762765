import type { Text } from '@guicheng/server/contract';
import { useWords } from '../words/words.ts';
import { listed } from './listed.ts';

/** The steps that cannot be chosen, with the reason said once for all that share it. */
export function NoPlaces({ places }: { readonly places: readonly { readonly step: Text; readonly reason: Text | null }[] }) {
  const { t, w, language } = useWords();
  const because = new Map<string, string[]>();
  for (const { step, reason } of places) {
    if (reason) because.set(t(reason), [...(because.get(t(reason)) ?? []), t(step)]);
  }
  if (because.size === 0) return null;
  return (
    <details className="gc-no-places" open={because.size < 3}>
      <summary>{w('placesNot')}</summary>
      <ul>
        {[...because].map(([reason, steps]) => (
          <li key={reason}>
            {listed([...new Set(steps)], language)}
            <div className="gc-quiet">{reason}</div>
          </li>
        ))}
      </ul>
    </details>
  );
}
