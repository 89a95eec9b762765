import { isOf, type Drawn, type Injector } from '../services.ts';

interface Pointed {
  hover?: Drawn;
}

const HELD = ['create', 'connect', 'global-connect', 'bendpoint.move', 'connectionSegment.move'];

/** While something is held, the name of an arrow or an event stands for it: whoever drops onto the words means what they name. */
export class LabelsStandForTheirs {
  static $inject = ['injector'];

  constructor(injector: Injector) {
    const names = HELD.flatMap((held) => ['move', 'hover', 'out', 'end', 'cleanup'].map((when) => `${held}.${when}`));
    injector.get('eventBus').on<Pointed>(names, 3000, (event) => {
      const named = event.hover?.labelTarget;
      if (named && isOf(named, 'bpmn:FlowElement', 'bpmn:MessageFlow')) event.hover = named;
    });
  }
}
