import type { Drawn, Injector } from '../services.ts';

interface Click {
  readonly element: Drawn;
  readonly originalEvent: MouseEvent;
  stopPropagation(): void;
}

/** A second click on what is chosen leaves it chosen, as its questions stand in the panel; bpmn-js would let go of it. */
export class StaysChosen {
  static $inject = ['injector'];

  constructor(injector: Injector) {
    injector.get('eventBus').on<Click>('element.click', 1500, (event) => {
      const { shiftKey, ctrlKey, metaKey } = event.originalEvent;
      const chosen = injector.get('selection').get();
      if (chosen.length === 1 && chosen[0] === event.element && !shiftKey && !ctrlKey && !metaKey) event.stopPropagation();
    });
  }
}
