import { useEffect, useState, type RefObject } from 'react';

/** The file that was dropped on a place of the page, until it was dealt with. */
export function useDrop(place: RefObject<HTMLElement | null>): { readonly dropped: File | null; readonly settle: () => void } {
  const [dropped, setDropped] = useState<File | null>(null);
  useEffect(() => {
    const at = place.current;
    if (!at) return undefined;
    const isFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const over = (event: DragEvent): void => {
      if (isFile(event)) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      setDropped(file);
    };
    at.addEventListener('dragover', over);
    at.addEventListener('drop', drop);
    return () => {
      at.removeEventListener('dragover', over);
      at.removeEventListener('drop', drop);
    };
  }, [place]);
  return { dropped, settle: () => setDropped(null) };
}
