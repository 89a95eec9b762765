import { useEffect, useState } from 'react';
import type { Tried } from '@guicheng/runtime/checking';
import type { Json } from '@guicheng/runtime/model';
import type { Values } from '../../../../task/values.ts';
import type { Grid } from '../../../file/dmn/grid.ts';

/** How long nothing is typed before it is tried, in milliseconds. */
const PAUSE = 200;

/**
 * What the table says to the values tried, and what is wrong with it; undefined until it was looked at, `null` where it cannot be. `names`: those that
 * the flow has, with blanks between.
 */
export function useTried({ source, decision }: Pick<Grid, 'source' | 'decision'>, values: Values, names: string): Tried | null | undefined {
  const [tried, setTried] = useState<Tried | null | undefined>(undefined);
  useEffect(() => {
    let latest = true;
    const timer = setTimeout(() => {
      const context = Object.fromEntries(Object.entries(values).filter((entry): entry is [string, Json] => entry[1] !== undefined));
      import('./judge.ts')
        .then(({ tryOut }) =>
          tryOut(source, decision, { context, at: new Date().toISOString() as never, known: new Set(names.split(' ')) }),
        )
        .then(
          (found) => latest && setTried(found),
          () => latest && setTried(null),
        );
    }, PAUSE);
    return () => {
      latest = false;
      clearTimeout(timer);
    };
  }, [source, decision, values, names]);
  return tried;
}
