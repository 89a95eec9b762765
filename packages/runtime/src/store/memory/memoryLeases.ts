import type { Store } from '../../ports/store.ts';

/** Leases in memory. Who holds one gets it again at once; it costs a new fence only when half of its time is gone. */
export function memoryLeases(now: () => number): Store['lease'] {
  const leases = new Map<string, { readonly holder: string; readonly fence: number; readonly until: number }>();
  return async (name, holder, seconds) => {
    const held = leases.get(name);
    if (held && held.until > now()) {
      if (held.holder !== holder) return undefined;
      if (held.until - now() > seconds * 500) return { fence: held.fence };
    }
    const fence = (held?.fence ?? 0) + 1;
    leases.set(name, { holder, fence, until: now() + seconds * 1000 });
    return { fence };
  };
}
