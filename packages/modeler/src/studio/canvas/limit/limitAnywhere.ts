import { isOf, type Drawn, type Injector, type Point } from '../services.ts';
import { canBeLimited, freeCorner } from './limitOnto.ts';

interface Attaching {
  readonly context: { readonly shape: Drawn; readonly target?: Drawn };
}

interface Creating {
  readonly context: { readonly shape: Drawn; readonly host?: Drawn; position: Point };
}

const isNewLimit = (shape: Drawn): boolean => !shape.parent && !Array.isArray(shape) && isOf(shape, 'bpmn:BoundaryEvent');

/** A new time limit may be dropped anywhere on a step, not only onto its edge; it then sits at its corner. */
export class LimitAnywhere {
  static $inject = ['injector'];

  constructor(injector: Injector) {
    const events = injector.get('eventBus');
    events.on<Attaching>('commandStack.shape.attach.canExecute', 1500, ({ context: { shape, target } }) =>
      target && isNewLimit(shape) && canBeLimited(target) ? 'attach' : undefined,
    );
    events.on<Creating>('commandStack.shape.create.preExecute', 1500, ({ context }) => {
      const { shape, host, position } = context;
      if (host && isNewLimit(shape) && isDeepInside(position, host)) context.position = freeCorner(host);
    });
  }
}

/** Farther from every edge than the event is wide. */
const isDeepInside = ({ x, y }: Point, host: Drawn): boolean =>
  Math.min(x - host.x, host.x + host.width - x, y - host.y, host.y + host.height - y) > 12;
