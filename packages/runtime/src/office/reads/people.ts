import type { PersonOption } from '../pages.ts';
import { personRef } from './done.ts';
import { notFound } from '../decide.ts';
import type { Office } from '../office.ts';
import type { Parts } from '../parts.ts';
import type { Text } from '../../words/text.ts';

/** People of the house by name, post or unit, for pickers; everybody who works here may look them up. */
export const people =
  (parts: Parts): Office['people'] =>
  async (who, words) => {
    if (!(await parts.house.viewer(who))) return notFound(who);
    const organization = await parts.house.organization();
    const name = (list: readonly { readonly id: string; readonly name: Text }[], wanted: string): Text =>
      list.find((one) => one.id === wanted)?.name ?? { zh: wanted };
    const options = organization.people
      .filter((person) => person.active)
      .map((person): PersonOption => {
        const [first] = person.posts;
        return {
          ...personRef(organization, person.id),
          unit: first ? name(organization.units, first.unit) : organization.name,
          posts: person.posts.map((held) => name(organization.posts, held.post)),
        };
      });
    const wanted = words.trim().toLowerCase();
    const reads = (option: PersonOption): string =>
      [option.id, option.name, option.unit, ...option.posts]
        .map((text) => (typeof text === 'string' ? text : `${text.zh} ${text.en ?? ''}`))
        .join(' ')
        .toLowerCase();
    return { ok: true, value: options.filter((option) => reads(option).includes(wanted)).slice(0, 200) };
  };

export const units =
  (parts: Parts): Office['units'] =>
  async (who) => {
    if (!(await parts.house.viewer(who))) return notFound(who);
    const organization = await parts.house.organization();
    return { ok: true, value: organization.units.map(({ id, name, parent }) => ({ id, name, parent })) };
  };
