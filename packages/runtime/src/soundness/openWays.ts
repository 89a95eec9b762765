import { checkFeel } from '../diagram/feel/check.ts';
import type { Element, Flow, Process } from '../diagram/model.ts';
import { type ElementId, type Feel, type FlowId, id } from '../words/ids.ts';
import type { Json } from '../words/json.ts';
import type { Free } from './free.ts';

/** What stands for conditions that a diagram does not say. */
export interface OpenWays {
  readonly conditions: ReadonlyMap<FlowId, Feel>;
  readonly free: ReadonlyMap<string, Free>;
  /** The one way without a condition among others that have theirs: it is taken otherwise. */
  readonly otherwise: ReadonlyMap<ElementId, FlowId>;
}

/** So many ways, and any number of them at once, are still gone through. */
const MOST_AT_ONCE = 10;

/** Where a gateway chooses and ways lack their conditions, or have them in another language, each choice of ways is possible. */
export function openWays(process: Process): OpenWays {
  const conditions = new Map<FlowId, Feel>();
  const free = new Map<string, Free>();
  const otherwise = new Map<ElementId, FlowId>();
  const flows = new Map(process.flows.map((flow) => [flow.id, flow]));
  for (const gateway of process.elements) {
    const ways = gateway.outgoing.flatMap((flow) => flows.get(flow) ?? []);
    const kind = kindOf(gateway, ways);
    if (kind === 'otherwise') {
      const bare = ways.find(lacks);
      if (bare) otherwise.set(gateway.id, bare.id);
    }
    if (kind !== 'one' && kind !== 'some') continue;
    const name = `_way${free.size}`;
    const asked = ways.filter((flow) => flow.id !== gateway.defaultFlow);
    const hasDefault = asked.length < ways.length;
    const values = kind === 'one' ? oneOf(asked, hasDefault) : someOf(asked, hasDefault);
    if (values.length === 0) continue;
    for (const [index, flow] of asked.entries())
      conditions.set(flow.id, id<'feel'>(kind === 'one' ? `${name} = ${index}` : `list contains(${name}, ${index})`));
    const taken = (value: Json): readonly number[] => (Array.isArray(value) ? (value as readonly number[]) : [Number(value)]);
    free.set(name, {
      why: asked.some(({ condition }) => condition) ? 'unread' : 'open',
      values,
      ways: (value) => taken(value).flatMap((index) => asked[index]?.id ?? gateway.defaultFlow ?? []),
      reads: [],
      isCertain: () => true,
      kept: false,
    });
  }
  return { conditions, free, otherwise };
}

const lacks = ({ condition }: Flow): boolean => !condition || checkFeel(condition).length > 0;

function kindOf({ type, defaultFlow }: Element, ways: readonly Flow[]): 'one' | 'some' | 'otherwise' | undefined {
  if ((type !== 'exclusiveGateway' && type !== 'inclusiveGateway') || ways.length < 2) return undefined;
  const asked = ways.filter(({ id }) => id !== defaultFlow);
  const lacking = asked.filter(lacks);
  if (lacking.length === 0) return undefined;
  // A way that is taken in any case is what a bare one beside others with conditions means at an inclusive gateway.
  if (type === 'inclusiveGateway') return lacking.length === asked.length ? 'some' : undefined;
  if (lacking.length > 1 || defaultFlow !== undefined) return 'one';
  return lacking[0]?.condition ? undefined : 'otherwise';
}

const oneOf = (asked: readonly Flow[], hasDefault: boolean): readonly Json[] => [...asked.keys(), ...(hasDefault ? [-1] : [])];

/** Every set of ways; with a default also none. Empty where there are too many. */
function someOf(asked: readonly Flow[], hasDefault: boolean): readonly Json[] {
  if (asked.length > MOST_AT_ONCE) return [];
  let sets: readonly (readonly number[])[] = [[]];
  for (const index of asked.keys()) sets = sets.concat(sets.map((set) => [...set, index]));
  return hasDefault ? sets : sets.slice(1);
}
