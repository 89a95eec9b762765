import { useCallback, useState } from 'react';

/** A note that is being written: in this browser at once, so that neither a refusal nor a closed tab loses it. */
export function useKeptNote(person: string, flow: string): readonly [string, (note: string) => void] {
  const place = `guicheng.publish.${person}.${flow}`;
  const [note, setNote] = useState(() => read(place));
  const change = useCallback(
    (next: string) => {
      setNote(next);
      try {
        if (next === '') localStorage.removeItem(place);
        else localStorage.setItem(place, next);
      } catch {
        // A browser that keeps nothing still shows it.
      }
    },
    [place],
  );
  return [note, change];
}

function read(place: string): string {
  try {
    return localStorage.getItem(place) ?? '';
  } catch {
    return '';
  }
}
