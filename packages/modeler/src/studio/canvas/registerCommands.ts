import { InsertHandler } from './insert/insertHandler.ts';
import { BecomeHandler } from './replace/becomeHandler.ts';
import type { Injector } from './services.ts';

/** Makes our commands known to the command stack. */
export class RegisterCommands {
  static $inject = ['injector'];

  constructor(injector: Injector) {
    const stack = injector.get('commandStack');
    stack.registerHandler('office.insert', InsertHandler);
    stack.registerHandler('office.become', BecomeHandler);
  }
}
