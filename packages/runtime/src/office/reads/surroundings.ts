import type { Process } from '../../diagram/model.ts';
import { unitName } from '../../organization/names.ts';
import { COUNTS, variablesOf } from '../../diagram/rules/variables.ts';
import type { Neighbour, Surroundings } from '../pages.ts';
import type { Parts } from '../parts.ts';

/** What a diagram may refer to beyond its own file. */
export async function surroundings(parts: Parts): Promise<Surroundings> {
  const organization = await parts.house.organization();
  const standing = await parts.definitions.standing();
  const flows = new Map(standing.map((one) => [one.process.key, one.process]));
  const active = organization.people.filter((person) => person.active);
  return {
    flows: [...flows].map(([key, process]) => ({ key, name: process.name, calls: callsIn(process), fields: heldBy(process) })),
    posts: organization.posts.map((post) => {
      const held = organization.people.flatMap((person) => person.posts.filter((one) => one.post === post.id));
      return {
        id: post.id,
        name: post.name,
        units: [...new Set(held.map((one) => one.unit))].map((unit) => unitName(organization, unit)),
        people: active.filter((person) => person.posts.some((one) => one.post === post.id)).length,
      };
    }),
    units: organization.units.map(({ id, name }) => ({ id, name })),
  };
}

const callsIn = ({ elements }: Process): readonly string[] => [...new Set(elements.flatMap(({ call }) => call?.key ?? []))];

/** Fields first, in the order of the form; what has no name is called by its key. */
function heldBy(process: Process): NonNullable<Neighbour['fields']> {
  const decisions = process.elements.flatMap(({ office }) => office.decision ?? []);
  const named = new Map([...decisions, ...process.fields].map(({ key, name }) => [String(key), name]));
  const keys = new Set([...process.fields, ...decisions].map(({ key }) => String(key)));
  return [...keys, ...[...variablesOf(process)].filter((key) => !keys.has(key) && !COUNTS.includes(key))].map((key) => ({
    key,
    name: named.get(key) ?? { zh: key },
  }));
}
