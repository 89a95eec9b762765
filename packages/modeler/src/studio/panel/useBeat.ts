import { useEffect, useState } from 'react';
import type { Services } from '../file/moddle.ts';

interface EventBus {
  on(events: readonly string[], listener: () => void): void;
  off(events: readonly string[], listener: () => void): void;
}

const HEARD = ['commandStack.changed', 'selection.changed', 'element.changed', 'elements.changed', 'import.done', 'root.set'] as const;

/** Draws the component anew whenever the diagram or the selection changed: elements are changed in their place, so React cannot see it. */
export function useBeat(modeler: Services): number {
  const [beat, setBeat] = useState(0);
  useEffect(() => {
    const bus = modeler.get<EventBus>('eventBus');
    const heard = (): void => setBeat((last) => last + 1);
    bus.on(HEARD, heard);
    return () => bus.off(HEARD, heard);
  }, [modeler]);
  return beat;
}
