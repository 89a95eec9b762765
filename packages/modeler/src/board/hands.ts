import { useCallback, useEffect, useRef, useState } from 'react';

/** After how long without a movement or a key the hands count as away, in milliseconds. */
const REST = 3000;

/** Whether somebody has their hands on a part of the screen: moved, pressed or typed there within three seconds. */
export function useHands(): { readonly held: boolean; readonly touch: () => void } {
  const [held, setHeld] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const touch = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setHeld(false), REST);
    setHeld(true);
  }, []);
  return { held, touch };
}
