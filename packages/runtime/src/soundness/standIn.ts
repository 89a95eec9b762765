import { names } from '../diagram/feel/names.ts';
import type { Process } from '../diagram/model.ts';
import { type Feel, id } from '../words/ids.ts';
import { isContingent, openField } from './contingent.ts';
import type { Free } from './free.ts';
import { ordersToTell, type Relation, relationIn } from './relation.ts';

/** What stands for conditions that are not followed as they are written, and what is free in it. */
export interface StandIns {
  readonly feel: ReadonlyMap<Feel, Feel>;
  readonly free: ReadonlyMap<string, Free>;
}

/**
 * One name for each condition, wherever it stands; conditions that compare the same two things are told by how these stand to each other, so
 * that a condition and its contrary never hold at once. `isTold`: a name of which it is known who writes it, and when.
 */
export function standInsFor(process: Process, conditions: readonly Feel[], isTold: (name: string) => boolean): StandIns {
  const feel = new Map<Feel, Feel>();
  const free = new Map<string, Free>();
  const comparing = new Map<string, { readonly condition: Feel; readonly relation: Relation }[]>();
  for (const condition of new Set(conditions)) {
    const relation = relationIn(condition);
    const sides = relation && `${relation.left} ? ${relation.right}`;
    if (relation && sides !== undefined) comparing.set(sides, [...(comparing.get(sides) ?? []), { condition, relation }]);
    else {
      const name = nameFor('free', condition);
      feel.set(condition, id<'feel'>(name));
      free.set(name, {
        ...aboutOf(process, condition, isTold),
        values: [true, false],
        ways: (value) => (value === true ? flowsOf(process, [condition]) : []),
      });
    }
  }
  for (const [sides, together] of comparing) {
    const name = nameFor('order', sides);
    const relations = together.map(({ relation }) => relation);
    for (const { condition, relation } of together)
      feel.set(condition, id<'feel'>(`list contains([${relation.holds.map((order) => `"${order}"`).join(', ')}], ${name})`));
    free.set(name, comparedOf(process, { relations, conditions: together.map(({ condition }) => condition) }, { name, isTold }));
  }
  return { feel, free };
}

function comparedOf(
  process: Process,
  { relations, conditions }: { readonly relations: readonly Relation[]; readonly conditions: readonly Feel[] },
  { isTold }: { readonly name: string; readonly isTold: (name: string) => boolean },
): Free {
  const [first] = relations;
  const [condition = id<'feel'>('')] = conditions;
  const about = aboutOf(process, condition, isTold);
  const left = openField(process, first?.left ?? '');
  const right = openField(process, first?.right ?? '');
  const open = left !== undefined && right !== undefined && left !== right;
  const holding = (value: unknown): readonly Feel[] =>
    conditions.filter((_, index) => relations[index]?.holds.some((order) => order === value));
  return {
    ...about,
    values: ordersToTell(relations),
    ways: (value) => flowsOf(process, holding(value)),
    // That two things are the same is certain only where both are filled in as one likes; so is that it comes out otherwise the next time.
    isCertain: (value, again) => open || (value !== '=' && about.isCertain(value, again)),
    ...(open ? { between: [left, right] as const } : {}),
  };
}

function aboutOf(process: Process, condition: Feel, isTold: (name: string) => boolean): Pick<Free, 'why' | 'reads' | 'isCertain' | 'kept'> {
  const reads = names(condition);
  const contingent = isContingent(process, condition);
  const kept = reads.length > 0 && reads.every(isTold) && !/\b(now|today)\s*\(/.test(condition);
  return { why: 'notFollowed', reads, kept, isCertain: (_value, again) => contingent && !again };
}

const flowsOf = ({ flows }: Process, conditions: readonly string[]): ReturnType<Free['ways']> =>
  flows.flatMap((flow) => (flow.condition !== undefined && conditions.includes(flow.condition) ? [flow.id] : []));

const nameFor = (kind: string, text: string): string =>
  `_${kind}_${[...text].reduce((hash, letter) => (hash * 31 + (letter.codePointAt(0) ?? 0)) % 2_147_483_647, 7)}`;
