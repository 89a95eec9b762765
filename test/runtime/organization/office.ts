import { parseOrganization } from '../../../packages/runtime/src/organization/parse.ts';
import type { Organization } from '../../../packages/runtime/src/organization/model.ts';
import type { AssignmentContext } from '../../../packages/runtime/src/organization/resolve.ts';
import type { Day, PersonId, PostId, Seat, UnitId } from '../../../packages/runtime/src/words/ids.ts';

export const day = (text: string) => text as Day;
export const person = (text: string) => text as PersonId;
export const unit = (text: string) => text as UnitId;
export const post = (text: string) => text as PostId;
export const seat = (text: string) => text as Seat;
export const today = day('2026-11-24');

const human = (id: string, posts: string, more: object = {}) => ({
  id,
  name: { zh: `${id}氏`, en: id },
  posts: posts
    .split(' ')
    .filter((held) => held !== '')
    .map((held) => ({ post: held.split('@')[0], unit: held.split('@')[1] })),
  roles: ['staff'],
  clearance: 'internal',
  active: true,
  ...more,
});

/** A small office: a registry of two, a director, a tax section with head and clerk, two leaders. */
export const small = {
  name: { zh: '小局', en: 'Small bureau' },
  units: [
    { id: 'bureau', name: { zh: '局', en: 'Bureau' }, parent: null },
    { id: 'office', name: { zh: '办公室', en: 'Office' }, parent: 'bureau' },
    { id: 'tax', name: { zh: '税政科', en: 'Tax Policy' }, parent: 'bureau' },
    { id: 'lone', name: { zh: '空科', en: 'Empty' }, parent: 'bureau' },
    { id: 'tax-room', name: { zh: '税政一室', en: 'Tax Room 1' }, parent: 'tax' },
  ],
  posts: [
    { id: 'dg', name: { zh: '局长', en: 'Director-General' }, superior: null },
    { id: 'director', name: { zh: '办公室主任', en: 'Office director' }, superior: 'dg' },
    { id: 'office_lead', name: { zh: '办公室领导', en: 'Office leadership' }, superior: 'director' },
    { id: 'registry', name: { zh: '文书室', en: 'Document registry' }, superior: 'office_lead' },
    { id: 'dept_head', name: { zh: '科室领导', en: 'Head' }, superior: null },
    { id: 'department', name: { zh: '相关科室', en: 'Department' }, superior: 'dept_head' },
  ],
  people: [
    human('dg', 'dg@bureau', { roles: ['leader'] }),
    human('vice', '', { roles: ['leader'] }),
    human('director', 'director@office dept_head@office'),
    human('reg-one', 'registry@office'),
    human('reg-two', 'registry@office'),
    human('head', 'dept_head@tax'),
    human('clerk', 'department@tax'),
  ],
  inCharge: [
    { leader: 'dg', unit: 'bureau' },
    { leader: 'vice', unit: 'tax' },
  ],
  deputies: [],
  rota: [{ day: '2026-11-24', person: 'clerk' }],
};

/** The small office with members replaced. */
export function office(change: object = {}): Organization {
  const parsed = parseOrganization({ ...small, ...change });
  if ('ok' in parsed) throw new Error(`${parsed.culprit}: ${parsed.expected.en}`);
  return parsed;
}

/** The small office after some have left. */
export const officeWithout = (...gone: string[]): Organization => office({ people: without(...gone) });

/** The people of the small office, some of whom have left. */
export const without = (...gone: string[]) => small.people.map((one) => Object.assign({}, one, { active: !gone.includes(one.id) }));

export const context = (change: Partial<AssignmentContext> = {}): AssignmentContext => ({
  organization: office(),
  initiator: person('clerk'),
  initiatorUnit: unit('tax'),
  data: {},
  doerOf: () => undefined,
  today,
  exclude: [],
  ...change,
});
