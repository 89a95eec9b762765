import type { Injector } from '../services.ts';

/** While something is held, marks and counts that lie over the drawing let the pointer through to what is drawn. */
export class NothingInTheWay {
  static $inject = ['injector'];

  constructor(injector: Injector) {
    const { classList } = injector.get('canvas').getContainer();
    const events = injector.get('eventBus');
    events.on('drag.start', 500, () => classList.add('gc-held'));
    events.on('drag.cleanup', 500, () => classList.remove('gc-held'));
  }
}
