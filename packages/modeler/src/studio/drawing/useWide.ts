import { useEffect, useState } from 'react';

/** What palette, canvas, panel and bar take beside each other, in pixels. */
const ROOM = '(min-width: 1200px)';

/** Whether the window is wide enough to draw in, or was since the page is shown: nothing is taken away from who makes it narrower. */
export function useWide(): boolean {
  const [wide, setWide] = useState(() => globalThis.matchMedia(ROOM).matches);
  useEffect(() => {
    const room = globalThis.matchMedia(ROOM);
    const widened = (): void => {
      if (room.matches) setWide(true);
    };
    room.addEventListener('change', widened);
    return () => room.removeEventListener('change', widened);
  }, []);
  return wide;
}
