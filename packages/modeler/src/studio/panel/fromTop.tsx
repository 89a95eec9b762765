import { useEffect, useRef } from 'react';

/** Shows the panel from its beginning, once: with the element as key, at each other element. */
export function FromTop() {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const room = place.current?.closest('.gc-panel')?.parentElement;
    if (room) room.scrollTop = 0;
  }, []);
  return <span ref={place} hidden />;
}
