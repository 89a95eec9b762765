import { describe, expect, it } from '@jest/globals';
import { leadersInCharge } from '../../../packages/runtime/src/organization/leaders.ts';
import { personName, seatName } from '../../../packages/runtime/src/organization/names.ts';
import { actingFor, peopleOfSeat, peopleOfSeats } from '../../../packages/runtime/src/organization/people.ts';
import { seatParts } from '../../../packages/runtime/src/organization/seat.ts';
import { startingUnits } from '../../../packages/runtime/src/organization/startingUnits.ts';
import { viewerOf } from '../../../packages/runtime/src/organization/viewerOf.ts';
import type { ProcessKey } from '../../../packages/runtime/src/words/ids.ts';
import { day, office, officeWithout, person, seat, small, today, unit, without } from './office.ts';

const flow = 'seal-use' as ProcessKey;
const other = 'petition' as ProcessKey;
/** director is represented by clerk for one flow; clerk by head for all. */
const deputies = [
  { of: 'director', by: 'clerk', from: '2026-11-24', to: '2026-11-30', flows: ['seal-use'] },
  { of: 'clerk', by: 'head', from: '2026-11-01', to: '2026-12-31', flows: 'all' },
];
const represented = office({ deputies });

describe('through whose eyes', () => {
  it('a person reads on their own seat and those of their posts', () => {
    expect(viewerOf(office(), person('head'), today)).toEqual({
      person: 'head',
      roles: ['staff'],
      clearance: 'internal',
      seats: [{ seat: 'person:head' }, { seat: 'post:dept_head@tax' }],
    });
  });

  it('a deputy reads on the seats represented too, for these flows and on that person’s behalf', () => {
    expect(viewerOf(represented, person('clerk'), today)?.seats).toEqual([
      { seat: 'person:clerk' },
      { seat: 'post:department@tax' },
      { seat: 'person:director', onBehalfOf: 'director', flows: ['seal-use'] },
      { seat: 'post:director@office', onBehalfOf: 'director', flows: ['seal-use'] },
      { seat: 'post:dept_head@office', onBehalfOf: 'director', flows: ['seal-use'] },
    ]);
  });

  it('a deputy’s deputy gets nothing of the first one’s', () => {
    const seats = viewerOf(represented, person('head'), today)?.seats.map((held) => held.seat);
    expect(seats).toContain('post:department@tax');
    expect(seats).not.toContain('post:director@office');
  });

  it.each([
    ['the first day', '2026-11-24', true],
    ['the last day', '2026-11-30', true],
    ['the day before', '2026-11-23', false],
    ['the day after', '2026-12-01', false],
  ])('on %s of a deputyship', (_, on, holds) => {
    const seats = viewerOf(represented, person('clerk'), day(on))?.seats.map((held) => held.seat) ?? [];
    expect(seats.includes(seat('post:director@office'))).toBe(holds);
  });

  it('nobody reads who has left or was never there', () => {
    expect(viewerOf(officeWithout('head'), person('head'), today)).toBeUndefined();
    expect(viewerOf(office(), person('constructor'), today)).toBeUndefined();
  });

  it('nobody deputises for a person who has left', () => {
    expect(viewerOf(office({ deputies, people: without('director') }), person('clerk'), today)?.seats).toHaveLength(2);
  });
});

describe('who sits where', () => {
  it('a person who has left is gone from every seat', () => {
    expect(peopleOfSeat(office(), seat('post:registry@office'))).toEqual(['reg-one', 'reg-two']);
    expect(peopleOfSeat(officeWithout('reg-one'), seat('post:registry@office'))).toEqual(['reg-two']);
    expect(peopleOfSeat(officeWithout('reg-one'), seat('person:reg-one'))).toEqual([]);
  });

  it('several seats give each person once, without those kept out', () => {
    const seats = ['person:reg-one', 'post:registry@office', 'post:nothing@nowhere'].map(seat);
    expect(peopleOfSeats(office(), seats)).toEqual(['reg-one', 'reg-two']);
    expect(peopleOfSeats(office(), seats, [person('reg-one')])).toEqual(['reg-two']);
  });

  it('deputies act too, in their flows only', () => {
    const seats = [seat('post:director@office')];
    expect(actingFor(represented, seats, { today, flow })).toEqual([{ person: 'director' }, { person: 'clerk', onBehalfOf: 'director' }]);
    expect(actingFor(represented, seats, { today, flow: other })).toEqual([{ person: 'director' }]);
  });

  it('who is kept out is kept out as a deputy and through one', () => {
    const seats = [seat('post:director@office')];
    expect(actingFor(represented, seats, { today, flow, exclude: [person('clerk')] })).toEqual([{ person: 'director' }]);
    expect(actingFor(represented, seats, { today, flow, exclude: [person('director')] })).toEqual([]);
  });

  it('the leader in charge is the unit’s own, else that of the unit above', () => {
    expect(leadersInCharge(office(), unit('tax-room'))).toEqual(['vice']);
    expect(leadersInCharge(office(), unit('office'))).toEqual(['dg']);
    expect(leadersInCharge(officeWithout('vice'), unit('tax'))).toEqual(['dg']);
    expect(leadersInCharge(office(), unit('moon'))).toEqual([]);
  });
});

describe('names', () => {
  it('a seat reads as post and unit, or as the person', () => {
    expect(seatName(office(), seat('post:registry@office'))).toEqual({ zh: '文书室 · 办公室', en: 'Document registry · Office' });
    expect(seatName(office(), seat('person:head'))).toEqual({ zh: 'head氏', en: 'head' });
    expect(personName(office(), person('moon'))).toEqual({ zh: 'moon' });
  });

  it('what is no seat is taken apart into nothing', () => {
    expect(['', 'person:', 'post:registry', 'post:@office', 'unit:office', 'post:a@b@c'].map(seatParts)).toEqual(Array(6).fill(undefined));
  });
});

describe('who may start', () => {
  const mayStart = (who: string, starters: Parameters<typeof startingUnits>[2]['starters']) =>
    startingUnits(office(), person(who), { starters, today });

  it('holders of a post, in the unit in which they hold it', () => {
    const starters = [{ kind: 'post', post: 'department', unit: { kind: 'initiators' } }] as const;
    expect(mayStart('clerk', starters)).toEqual(['tax']);
    expect(mayStart('head', starters)).toEqual([]);
    expect(mayStart('moon', starters)).toEqual([]);
  });

  it('in each of their units, where they hold it in several', () => {
    const clerk = {
      ...small.people[6],
      posts: [
        { post: 'department', unit: 'tax' },
        { post: 'department', unit: 'office' },
      ],
    };
    const organization = office({ people: [...small.people.slice(0, 6), clerk] });
    const units = (starters: Parameters<typeof startingUnits>[2]['starters']) =>
      startingUnits(organization, person('clerk'), { starters, today });
    expect(units([{ kind: 'post', post: 'department', unit: { kind: 'wholeOffice' } }])).toEqual(['tax', 'office']);
    expect(units([{ kind: 'initiator' }])).toEqual(['tax', 'office']);
    expect(units([{ kind: 'post', post: 'department', unit: { kind: 'named', unit: 'office' } }, { kind: 'initiator' }])).toEqual([
      'office',
      'tax',
    ]);
  });

  it('only in the unit that is named', () => {
    expect(mayStart('clerk', [{ kind: 'post', post: 'department', unit: { kind: 'named', unit: 'office' } }])).toEqual([]);
  });

  it('anybody, leaders in charge, whoever is on duty', () => {
    expect(mayStart('reg-one', [{ kind: 'initiator' }])).toEqual(['office']);
    expect(mayStart('vice', [{ kind: 'leaderInCharge', unit: { kind: 'wholeOffice' } }])).toEqual([null]);
    expect(mayStart('clerk', [{ kind: 'onDuty' }])).toEqual(['tax']);
    expect(mayStart('clerk', [{ kind: 'named', people: ['clerk'], posts: [] }])).toEqual(['tax']);
    expect(mayStart('reg-one', [{ kind: 'named', people: [], posts: ['registry'] }])).toEqual(['office']);
    expect(mayStart('head', [{ kind: 'named', people: ['clerk'], posts: ['registry'] }])).toEqual([]);
    expect(mayStart('head', [{ kind: 'onDuty' }, { kind: 'personOfItem' }])).toEqual([]);
  });
});
