import { readsAs } from '@guicheng/runtime/model';
import type { DemoPerson, Text } from '@guicheng/server/contract';

/** The people whom the typed words leave, under their units, both in the order in which the office lists them. */
export function peopleByUnit(
  people: readonly DemoPerson[],
  typed: string,
): readonly { readonly unit: Text; readonly people: readonly DemoPerson[] }[] {
  const units = new Map<string, { readonly unit: Text; readonly people: DemoPerson[] }>();
  for (const person of people) {
    const texts = [person.name, person.unit, ...person.posts].flatMap((text) => [text.zh, text.en ?? '']);
    if (!texts.some((text) => readsAs(text, typed))) continue;
    const group = units.get(person.unit.zh) ?? { unit: person.unit, people: [] };
    group.people.push(person);
    units.set(person.unit.zh, group);
  }
  return [...units.values()];
}
