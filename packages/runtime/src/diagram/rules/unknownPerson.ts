import type { Assignment } from '../office.ts';
import { type Rule, called } from './rule.ts';

/** The people that a flow names by account are people of the office. */
export const rule: Rule = {
  name: 'unknownPerson',
  severity: 'error',
  sentence: { zh: '写明账号的办理人都在机构中', en: 'People who are named by account are in the office' },
  check(process, { known }) {
    if (!known.people) return [];
    const people = new Set(known.people);
    const own = { id: process.key, name: process.name };
    const named = [
      ...process.office.starters.flatMap((starter) => peopleOf(starter).map((person) => ({ person, at: own }))),
      ...process.elements.flatMap((at) => peopleOf(at.office.assignment).map((person) => ({ person, at }))),
    ];
    return named
      .filter(({ person }) => !people.has(person))
      .map(({ person, at }) => {
        const { zh, en } = called(at);
        return {
          element: at.id,
          message: {
            zh: `${zh}的办理人“${person}”不是机构中的账号，请另选`,
            en: `${en} names the account “${person}”, which the office has not: choose again`,
          },
        };
      });
  },
};

const peopleOf = (assignment: Assignment | undefined): readonly string[] => (assignment?.kind === 'named' ? assignment.people : []);
