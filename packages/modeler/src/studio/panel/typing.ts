import type { Services } from '../file/moddle.ts';

interface EventBus {
  on(event: string, listener: () => void): void;
  off(event: string, listener: () => void): void;
}
interface CommandStack {
  undo(): void;
  canUndo(): boolean;
}

/** Somebody types into one field: however often it is written down meanwhile, it stays one step of undo, while nothing else happens between. */
export interface Typing {
  write(put: () => void): void;
  end(): void;
}

/** Begins to listen whether something else changes the diagram; `end` stops that. */
export function beginTyping(modeler: Services): Typing {
  const bus = modeler.get<EventBus>('eventBus');
  const stack = modeler.get<CommandStack>('commandStack');
  let lastIsOurs = false;
  let writing = false;
  let changes = 0;
  const heard = (): void => {
    changes += 1;
    if (!writing) lastIsOurs = false;
  };
  bus.on('commandStack.changed', heard);
  return {
    write(put) {
      writing = true;
      try {
        if (lastIsOurs && stack.canUndo()) stack.undo();
        const before = changes;
        put();
        lastIsOurs = changes > before;
      } finally {
        writing = false;
      }
    },
    end: () => bus.off('commandStack.changed', heard),
  };
}
