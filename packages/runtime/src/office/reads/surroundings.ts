import type { Process } from '../../diagram/model.ts';
import { unitName } from '../../organization/names.ts';
import type { Surroundings } from '../pages.ts';
import type { Parts } from '../parts.ts';

/** What a diagram may refer to beyond its own file. */
export async function surroundings(parts: Parts): Promise<Surroundings> {
  const organization = await parts.house.organization();
  const standing = await parts.definitions.standing();
  const flows = new Map(standing.map((one) => [one.process.key, one.process]));
  const active = organization.people.filter((person) => person.active);
  return {
    flows: [...flows].map(([key, process]) => ({ key, name: process.name, calls: callsIn(process) })),
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
