import type { PersonOption, UnitOption } from '@guicheng/server/contract';
import { useRead } from '../../../api/queries.ts';
import type { NameOf } from '../../condition/say.ts';
import type { Subject } from '../../condition/subject.ts';

const PEOPLE: ReadonlySet<Subject['type']> = new Set(['person', 'persons']);
const UNITS: ReadonlySet<Subject['type']> = new Set(['unit', 'units']);

/** The names of people and units, for conditions that ask about some of them; nothing is loaded where none can. */
export function useNames(subjects: readonly Subject[]): NameOf {
  const people = useRead<readonly PersonOption[]>(subjects.some(({ type }) => PEOPLE.has(type)) ? '/api/people' : null).data ?? [];
  const units = useRead<readonly UnitOption[]>(subjects.some(({ type }) => UNITS.has(type)) ? '/api/units' : null).data ?? [];
  return (type, id) => (PEOPLE.has(type) ? people : UNITS.has(type) ? units : []).find((one) => one.id === id)?.name;
}
