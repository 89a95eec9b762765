import { isOf, type Drawn, type Injector } from '../services.ts';

/** Space left of the pool, in pixels. */
const MARGIN = 20;

/** A pool that was just placed shows its name box: a wide one reaches beyond the left edge, where nobody would look for its name. */
export class PoolInView {
  static $inject = ['injector'];

  constructor(injector: Injector) {
    injector.get('eventBus').on<{ readonly context: { readonly shape: Drawn } }>('create.end', 400, ({ context: { shape } }) => {
      if (!isOf(shape, 'bpmn:Participant')) return;
      const canvas = injector.get('canvas');
      const { x, y, scale } = canvas.viewbox();
      const dx = MARGIN - (shape.x - x) * scale;
      const dy = MARGIN - (shape.y - y) * scale;
      if (dx > 0 || dy > 0) canvas.scroll({ dx: Math.max(dx, 0), dy: Math.max(dy, 0) });
    });
  }
}
