import { useEffect, useState } from 'react';
import type { Compared, Comparing } from './difference/compare.ts';
import { comparing } from './comparing.ts';

/** The difference between two files, worked out in a worker: undefined until it is known; `failed` where it could not be. */
export function useDifference({
  from,
  to,
  names,
}: { readonly [part in keyof Comparing]: Comparing[part] | undefined }): Compared | 'failed' | undefined {
  const [known, setKnown] = useState<{ readonly of: readonly unknown[]; readonly compared: Compared | 'failed' }>();
  useEffect(() => {
    if (from === undefined || to === undefined || names === undefined) return undefined;
    let over = false;
    const put = (compared: Compared | 'failed'): void => {
      if (!over) setKnown({ of: [from, to, names], compared });
    };
    comparing({ from, to, names }).then(put, () => put('failed'));
    return () => {
      over = true;
    };
  }, [from, to, names]);
  return known?.of[0] === from && known?.of[1] === to && known?.of[2] === names ? known?.compared : undefined;
}
