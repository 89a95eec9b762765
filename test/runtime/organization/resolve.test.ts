import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import '../../chance.ts';
import type { Assignment, UnitChoice } from '../../../packages/runtime/src/organization/assignment.ts';
import { peopleOfSeats } from '../../../packages/runtime/src/organization/people.ts';
import { resolveAssignment } from '../../../packages/runtime/src/organization/resolve.ts';
import { wantedName } from '../../../packages/runtime/src/organization/wantedName.ts';
import type { ElementId } from '../../../packages/runtime/src/words/ids.ts';
import { context, office, officeWithout, person, small, unit } from './office.ts';

const step = 'register' as ElementId;
const inUnit = (kind: UnitChoice): Assignment => ({ kind: 'post', post: 'department', unit: kind });
const registry: Assignment = { kind: 'post', post: 'registry', unit: { kind: 'wholeOffice' } };

describe('to whom a step is addressed', () => {
  it.each<[string, Assignment, Parameters<typeof context>[0], string[]]>([
    ['a post wherever it is', registry, {}, ['post:registry@office']],
    ['a post in the initiator’s unit', inUnit({ kind: 'initiators' }), {}, ['post:department@tax']],
    ['a post in a unit that is named', inUnit({ kind: 'named', unit: 'tax' }), {}, ['post:department@tax']],
    ['a post in the unit of a field', inUnit({ kind: 'field', field: 'where' }), { data: { where: 'tax' } }, ['post:department@tax']],
    ['a post in the units of a field', inUnit({ kind: 'field', field: 'where' }), { data: { where: ['tax'] } }, ['post:department@tax']],
    ['a post in the unit of this item', inUnit({ kind: 'ofItem' }), { item: 'tax' }, ['post:department@tax']],
    ['a post in the unit of the person of this item', inUnit({ kind: 'ofItem' }), { item: 'head' }, ['post:department@tax']],
    [
      'a post in the unit of whoever did a step',
      inUnit({ kind: 'ofStep', step }),
      { doerOf: () => ({ person: person('head'), unit: unit('tax') }) },
      ['post:department@tax'],
    ],
    ['the leader in charge of a unit', { kind: 'leaderInCharge', unit: { kind: 'initiators' } }, {}, ['person:vice']],
    ['the leader in charge of the whole office', { kind: 'leaderInCharge', unit: { kind: 'wholeOffice' } }, {}, ['person:dg']],
    ['the person of a field', { kind: 'personInField', field: 'who' }, { data: { who: 'head' } }, ['person:head']],
    [
      'the people of a field',
      { kind: 'personInField', field: 'who' },
      { data: { who: ['head', 'clerk'] } },
      ['person:head', 'person:clerk'],
    ],
    ['the person of this item', { kind: 'personOfItem' }, { item: 'head' }, ['person:head']],
    ['the initiator', { kind: 'initiator' }, {}, ['person:clerk']],
    ['whoever did another step', { kind: 'sameAs', step }, { doerOf: () => ({ person: person('head'), unit: null }) }, ['person:head']],
    [
      'people by account and posts by id or name, any of them',
      { kind: 'named', people: ['head', 'nobody'], posts: ['registry', '相关科室'] },
      {},
      ['person:head', 'post:registry@office', 'post:department@tax'],
    ],
    ['whoever is on duty today', { kind: 'onDuty' }, {}, ['person:clerk']],
  ])('%s', (_, assignment, change, seats) => {
    expect(resolveAssignment(context(change), assignment)).toEqual({ seats });
  });

  it('a room without the post of its own uses that of the unit above, and nothing is missing', () => {
    expect(resolveAssignment(context({ initiatorUnit: unit('tax-room') }), inUnit({ kind: 'initiators' }))).toEqual({
      seats: ['post:department@tax'],
    });
  });

  it('a seat is kept while one of its people may do the step', () => {
    const resolved = resolveAssignment(context({ exclude: [person('reg-one')] }), registry);
    expect(resolved).toEqual({ seats: ['post:registry@office'] });
    expect(peopleOfSeats(office(), resolved.seats, [person('reg-one')])).toEqual(['reg-two']);
  });
});

describe('a seat that is empty', () => {
  it.each<[string, Assignment, Parameters<typeof context>[0], { wanted: string; fellTo: string[] }]>([
    [
      'falls to the superior post in the same unit',
      inUnit({ kind: 'initiators' }),
      { organization: officeWithout('clerk') },
      { wanted: 'post:department@tax', fellTo: ['post:dept_head@tax'] },
    ],
    [
      'climbs over a superior that nobody holds',
      registry,
      { organization: officeWithout('reg-one', 'reg-two') },
      { wanted: 'post:registry', fellTo: ['post:director@office'] },
    ],
    [
      'climbs to the top',
      registry,
      { organization: officeWithout('reg-one', 'reg-two', 'director') },
      { wanted: 'post:registry', fellTo: ['post:dg@bureau'] },
    ],
    [
      'falls to the leader in charge where the post has no superior',
      inUnit({ kind: 'initiators' }),
      { organization: officeWithout('clerk', 'head') },
      { wanted: 'post:department@tax', fellTo: ['person:vice'] },
    ],
    [
      'falls to the leader of the unit above where that one is gone too',
      inUnit({ kind: 'initiators' }),
      { organization: officeWithout('clerk', 'head', 'vice') },
      { wanted: 'post:department@tax', fellTo: ['person:dg'] },
    ],
    [
      'falls on when all who hold it did what must be done by another',
      registry,
      { exclude: [person('reg-one'), person('reg-two')] },
      { wanted: 'post:registry', fellTo: ['post:director@office'] },
    ],
    [
      'falls to the head of the initiator who has left',
      { kind: 'initiator' },
      { organization: officeWithout('clerk') },
      { wanted: 'person:clerk', fellTo: ['post:dept_head@tax'] },
    ],
    [
      'falls to the office director when a field names nobody',
      { kind: 'personInField', field: 'who' },
      {},
      { wanted: 'field:who', fellTo: ['post:director@office'] },
    ],
    [
      'falls to the office director when a field holds something else',
      { kind: 'personInField', field: 'who' },
      { data: { who: { id: 'head' } } },
      { wanted: 'field:who', fellTo: ['post:director@office'] },
    ],
    [
      'falls to the office director when nobody has done the step named',
      { kind: 'sameAs', step },
      {},
      { wanted: 'step:register', fellTo: ['post:director@office'] },
    ],
    [
      'falls to the office director when nobody is on duty',
      { kind: 'onDuty' },
      { organization: office({ rota: [] }) },
      { wanted: 'onDuty', fellTo: ['post:director@office'] },
    ],
    [
      'falls from the initiator’s unit when no unit was chosen',
      inUnit({ kind: 'field', field: 'where' }),
      {},
      { wanted: 'post:department', fellTo: ['post:dept_head@tax'] },
    ],
    [
      'a post nobody has ever held falls to the office director',
      { kind: 'post', post: 'nobody', unit: { kind: 'wholeOffice' } },
      { initiatorUnit: null },
      { wanted: 'post:nobody', fellTo: ['post:director@office'] },
    ],
  ])('%s', (_, assignment, change, empty) => {
    expect(resolveAssignment(context(change), assignment)).toEqual({ seats: empty.fellTo, empty });
  });

  it('of several only the empty one falls, and not to the heads of other departments', () => {
    const chosen = context({ data: { where: ['tax', 'lone'] } });
    expect(resolveAssignment(chosen, inUnit({ kind: 'field', field: 'where' }))).toEqual({
      seats: ['post:department@tax', 'person:dg'],
      empty: { wanted: 'post:department@lone', fellTo: ['person:dg'] },
    });
  });

  it('can be named in words', () => {
    expect(wantedName(office(), 'post:registry@office inCharge:tax')).toEqual({
      zh: '文书室 · 办公室、分管税政科的局领导',
      en: 'Document registry · Office, leader in charge of Tax Policy',
    });
    expect(wantedName(office(), 'field:who').en).toBe('the person chosen in the form');
  });

  it('never falls to nobody while a leader is there, whoever else has left and whatever is asked for', () => {
    const others = small.people.map((one) => one.id).filter((id) => id !== 'vice');
    const units = fc.oneof(
      fc.constant<UnitChoice>({ kind: 'wholeOffice' }),
      fc.constant<UnitChoice>({ kind: 'initiators' }),
      fc.constantFrom('tax', 'office', 'moon').map((named): UnitChoice => ({ kind: 'named', unit: named })),
    );
    const assignments = fc.oneof(
      fc.record({ kind: fc.constant('post' as const), post: fc.constantFrom('registry', 'department', 'dg', 'nobody'), unit: units }),
      fc.record({ kind: fc.constant('leaderInCharge' as const), unit: units }),
      fc.constant<Assignment>({ kind: 'initiator' }),
      fc.constant<Assignment>({ kind: 'onDuty' }),
    );
    fc.assert(
      fc.property(fc.subarray(others), fc.subarray(others), assignments, (gone, excluded, assignment) => {
        const organization = officeWithout(...gone);
        const exclude = excluded.map(person);
        const { seats, empty } = resolveAssignment(context({ organization, exclude }), assignment);
        const people = peopleOfSeats(organization, seats, exclude);
        expect(people.length).toBeGreaterThan(0);
        expect(people.filter((one) => gone.includes(one) || excluded.includes(one))).toEqual([]);
        expect((empty?.fellTo ?? []).every((fallen) => seats.includes(fallen))).toBe(true);
      }),
    );
  });
});
