import type { ElementId } from '../../../words/ids.ts';
import type { Run } from '../../run/run.ts';
import { obstaclesAhead } from './ahead.ts';
import { misfit } from './fitting.ts';
import type { Moving } from './moving.ts';
import type { MigrationChange, MigrationObstacle } from './obstacle.ts';
import { livePlaces, type LivePlace } from './places.ts';
import { waitChanges, type WaitChange } from './waits.ts';

/** A place where the case is, and where it would be; null where nothing is there. */
export interface MovedPlace extends LivePlace {
  readonly to: ElementId | null;
}

/** What going over to another version means for a case. */
export interface Examined {
  readonly places: readonly MovedPlace[];
  /** None: it can go. */
  readonly obstacles: readonly MigrationObstacle[];
  readonly changes: readonly MigrationChange[];
}

/** Looks at everything that lives, and says all that stands against it, not the first only. */
export function examine(run: Run, moving: Moving): Examined {
  const places = livePlaces(run, moving).map((place): MovedPlace => {
    const to = moving.targets(place.scope).element(place.element)?.id ?? null;
    return { ...place, to };
  });
  const unfit = [...places.flatMap((place) => obstacleAt(moving, place)), ...doubled(moving, places)];
  return {
    places,
    obstacles: distinct(unfit.length > 0 ? unfit : obstaclesAhead(run, moving)),
    changes: unfit.length > 0 ? [] : distinct(waitChanges(run, moving).flatMap(told)),
  };
}

function obstacleAt(moving: Moving, { scope, element, flow, to }: MovedPlace): readonly MigrationObstacle[] {
  const targets = moving.targets(scope);
  const old = targets.from.element(element);
  const next = targets.element(element);
  const code = old && misfit(targets, old, next);
  if (code) return [{ code, element, to }];
  return flow && !targets.flow(flow, element) ? [{ code: 'flowGone', element, to }] : [];
}

/** Two branches that wait at a join cannot stand on one and the same of the new version: the second would wait for ever. */
function doubled(moving: Moving, places: readonly MovedPlace[]): readonly MigrationObstacle[] {
  const taken = new Map<string, LivePlace['flow']>();
  return places.flatMap(({ scope, element, flow, to, is }): MigrationObstacle[] => {
    const target = is === 'arrival' && flow && moving.targets(scope).flow(flow, element);
    // An activity takes as many tokens as it needs, whichever way they came.
    if (!target || !moving.to.element(target.to)?.type.endsWith('Gateway')) return [];
    const key = `${scope} ${target.id}`;
    const other = taken.get(key) ?? flow;
    taken.set(key, other);
    return other === flow ? [] : [{ code: 'flowGone', element, to }];
  });
}

function told(change: WaitChange): readonly MigrationChange[] {
  switch (change.do) {
    case 'keep':
      return [];
    case 'setAnew':
      return [{ code: 'timerSetAnew', element: change.element.id }];
    case 'end':
      return [{ code: 'waitEnds', element: change.wait.element }];
    case 'begin':
      return change.element.triggers.some((trigger) => WAITED.has(trigger.kind)) || change.element.type === 'receiveTask'
        ? [{ code: 'waitBegins', element: change.element.id }]
        : [];
  }
}

/** Errors, escalations and what compensates are looked up when they come. */
const WAITED: ReadonlySet<string> = new Set(['timer', 'message', 'signal', 'conditional']);

function distinct<One extends object>(all: readonly One[]): readonly One[] {
  const seen = new Map(all.map((one) => [JSON.stringify(one), one]));
  return [...seen.values()];
}
