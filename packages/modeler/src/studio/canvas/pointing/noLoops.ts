import type { Drawn, Injector } from '../services.ts';

interface Connecting {
  readonly context: { readonly source?: Drawn; readonly target?: Drawn };
}

/** Nothing leads to itself: such an arrow comes about by a slip of the hand, and no case could pass it. */
export class NoLoops {
  static $inject = ['injector'];

  constructor(injector: Injector) {
    const rules = ['connection.create', 'connection.reconnect'].map((rule) => `commandStack.${rule}.canExecute`);
    injector
      .get('eventBus')
      .on<Connecting>(rules, 1500, ({ context: { source, target } }) => (source && source === target ? false : undefined));
  }
}
