import { useState, type DragEvent } from 'react';
import type { Carried, Target } from './dropped.ts';

/** What is being dragged over the form and where it would fall; `start`, `over` and `fall` belong to what is dragged and what it is dragged over. */
export interface Carrying {
  readonly carried: Carried | null;
  readonly target: Target | null;
  start(event: DragEvent, carried: Carried, picture?: Element | null): void;
  over(event: DragEvent, target: Target): void;
  fall(event: DragEvent): void;
  end(): void;
}

/** Dragging with the mouse; the keyboard has its own ways. */
export function useCarrying(drop: (carried: Carried, target: Target) => void): Carrying {
  const [carried, setCarried] = useState<Carried | null>(null);
  const [target, setTarget] = useState<Target | null>(null);
  const end = (): void => {
    setCarried(null);
    setTarget(null);
  };
  return {
    carried,
    target,
    start(event, what, picture) {
      event.dataTransfer.effectAllowed = 'move';
      // Firefox drags nothing that carries no data.
      event.dataTransfer.setData('text/plain', '');
      if (picture) event.dataTransfer.setDragImage(picture, 12, 12);
      setCarried(what);
    },
    over(event, where) {
      if (!carried) return;
      event.preventDefault();
      event.stopPropagation();
      if (target?.mode !== where.mode || target.before !== where.before) setTarget(where);
    },
    fall(event) {
      event.preventDefault();
      event.stopPropagation();
      if (carried && target) drop(carried, target);
      end();
    },
    end,
  };
}
