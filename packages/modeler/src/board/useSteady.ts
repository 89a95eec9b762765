import { useEffect, useRef, useState } from 'react';
import type { TaskCard } from '@guicheng/server/contract';
import { changed, steady, type Standing } from './steady.ts';

/** How long a change stays marked, in milliseconds. */
const MARKED = 3000;

interface Kept {
  readonly frame: string;
  readonly read: readonly TaskCard[];
  readonly held: boolean;
  readonly standing: readonly Standing[];
}

/**
 * The cards as they stand and which of them are marked as changed. `frame` names what is looked at (list and filters): another one is
 * shown as it was read, unmarked.
 */
export function useSteady(
  read: readonly TaskCard[] | undefined,
  frame: string,
  held: boolean,
): { readonly standing: readonly Standing[] | undefined; readonly marked: ReadonlySet<string> } {
  const [kept, setKept] = useState<Kept | null>(null);
  // Worked out while rendering, so that nothing is drawn in a place that it leaves at once.
  if (read && (kept?.frame !== frame || kept.read !== read || kept.held !== held)) {
    setKept({ frame, read, held, standing: steady(kept?.frame === frame ? kept.standing : [], read, held) });
  }
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const before = useRef<{ readonly frame: string; readonly read: readonly TaskCard[] } | null>(null);
  useEffect(() => {
    if (!read) return undefined;
    const last = before.current;
    before.current = { frame, read };
    const ids = last?.frame === frame ? changed(last.read, read) : [];
    if (ids.length === 0) return undefined;
    setMarked((already) => new Set([...already, ...ids]));
    setTimeout(() => setMarked((already) => new Set([...already].filter((id) => !ids.includes(id)))), MARKED);
    return undefined;
  }, [read, frame]);
  const standing = kept?.frame === frame ? kept.standing : read?.map((task) => ({ task, gone: false }));
  return { standing, marked };
}
