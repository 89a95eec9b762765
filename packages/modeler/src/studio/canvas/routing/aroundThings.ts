import { allWithin, poolOrRoot } from '../insert/makeRoom.ts';
import { isOf, type Drawn, type Injector, type Point } from '../services.ts';
import { costOfRoute, WRONG, type Ground } from './costOfRoute.ts';
import { routesBetween } from './routesBetween.ts';

interface Connecting {
  readonly context: {
    readonly source: Drawn;
    readonly target: Drawn;
    readonly connection: { readonly type: string; waypoints?: readonly Point[] };
    readonly hints?: object;
  };
}

const NOTHING = { shapes: [], names: [], arrows: [], within: undefined };

/** A new arrow that would run through something, or on top of another, goes around it, squarely. bpmn-js looks at its two ends only. */
export class AroundThings {
  static $inject = ['injector'];

  constructor(injector: Injector) {
    injector.get('eventBus').on<Connecting>('commandStack.connection.create.preExecute', 400, ({ context }) => {
      const { source, target, connection, hints } = context;
      if (connection.waypoints || !isOf(source, 'bpmn:FlowNode') || !isOf(target, 'bpmn:FlowNode')) return;
      const pool = poolOrRoot(source);
      if (pool !== poolOrRoot(target)) return;
      const usual = injector.get('layouter').layoutConnection(connection, { ...hints, source, target });
      const ground = groundOf(pool, { source, target });
      if (costOfRoute(usual, ground) - costOfRoute(usual, { ...ground, ...NOTHING }) < WRONG) return;
      const [best] = [usual, ...routesBetween(source, target, ground.shapes)]
        .map((route) => ({ route, cost: costOfRoute(route, ground) }))
        .toSorted((one, other) => one.cost - other.cost);
      if (best) connection.waypoints = best.route;
    });
  }
}

function groundOf(pool: Drawn, { source, target }: { readonly source: Drawn; readonly target: Drawn }): Ground {
  const all = allWithin(pool).filter((element) => element !== source && element !== target && !element.hidden);
  const around = (element: Drawn): boolean => allWithin(element).includes(source) || allWithin(element).includes(target);
  return {
    source,
    target,
    shapes: all.filter((element) => isOf(element, 'bpmn:FlowNode', 'bpmn:TextAnnotation') && !element.labelTarget && !around(element)),
    // The names of the two make room for their arrows by themselves.
    names: all.filter(({ labelTarget }) => labelTarget && labelTarget !== source && labelTarget !== target),
    arrows: all.flatMap(({ waypoints }) => (waypoints ? [waypoints] : [])),
    within: pool.width > 0 ? pool : undefined,
  };
}
