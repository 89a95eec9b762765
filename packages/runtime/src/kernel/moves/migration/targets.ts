import type { Element, Flow } from '../../../diagram/model.ts';
import type { Plan } from '../../../plan/plan.ts';
import type { ElementId, FlowId } from '../../../words/ids.ts';

/** Which element or flow of the old version becomes which of the new one, by id; whatever is not in it keeps its id. */
export type MigrationMap = { readonly [from: string]: ElementId };

/** Where the elements and flows of one version are in another. */
export interface Targets {
  readonly from: Plan;
  readonly to: Plan;
  element(id: ElementId): Element | undefined;
  /** The flow over which an arrival at this join stands in the new version. */
  flow(id: FlowId, join: ElementId): Flow | undefined;
}

/** Reads a map between two versions. */
export function targetsOf(from: Plan, to: Plan, map: MigrationMap): Targets {
  const element = (id: ElementId): Element | undefined => to.element(mapped(map, id));
  return {
    from,
    to,
    element,
    flow(id, join) {
      const target = element(join);
      if (!target) return undefined;
      const named = to.flow(mapped(map, id) as string as FlowId);
      if (named?.to === target.id) return named;
      const source = from.flow(id);
      const before = source && element(source.from);
      const [only, ...others] = to.incoming(target.id).filter((flow) => flow.from === before?.id);
      return others.length === 0 ? only : undefined;
    },
  };
}

const mapped = (map: MigrationMap, id: ElementId | FlowId): ElementId =>
  (Object.hasOwn(map, id) ? map[id] : undefined) ?? (id as string as ElementId);
