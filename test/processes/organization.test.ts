import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { leadersInCharge } from '../../packages/runtime/src/organization/leaders.ts';
import type { Role } from '../../packages/runtime/src/organization/model.ts';
import { parseOrganization } from '../../packages/runtime/src/organization/parse.ts';
import { peopleOfSeat, peopleOfSeats } from '../../packages/runtime/src/organization/people.ts';
import { resolveAssignment } from '../../packages/runtime/src/organization/resolve.ts';
import { type Day, postSeat } from '../../packages/runtime/src/words/ids.ts';

const parsed = parseOrganization(JSON.parse(readFileSync(new URL('../../processes/organization.json', import.meta.url), 'utf8')));
if ('ok' in parsed) throw new Error(`${parsed.culprit}: ${parsed.expected.en}`);
const organization = parsed;
const today = '2026-11-24' as Day;
const context = { organization, initiator: null, initiatorUnit: null, data: {}, doerOf: () => undefined, today, exclude: [] };

/** The posts of the office's paper that are inside the office: the lanes of the diagrams. */
const LANES =
  'director office_lead deputy_director party_sec confidential writer webmaster petitions finance dg leader leader_office leader_dept leader_finance registry print_room receiver seal_keeper seal_user department dept_head drafter archivist archive_room accountant cashier personnel applicant claimant accounting duty_officer it_centre witness'.split(
    ' ',
  );
const SINGLE = 'director party_sec dg leader_office leader_finance seal_keeper archivist accountant cashier'.split(' ');
const departments = organization.units.filter((unit) => unit.parent === 'bureau' && unit.id !== 'leadership');

describe('the demo office', () => {
  it.each(LANES)('%s is held by somebody, without falling to a superior', (post) => {
    const { seats, empty } = resolveAssignment(context, { kind: 'post', post, unit: { kind: 'wholeOffice' } });
    expect(empty).toBeUndefined();
    expect(peopleOfSeats(organization, seats).length).toBeGreaterThan(0);
  });

  it.each(SINGLE)('%s is one person', (post) => {
    const { seats } = resolveAssignment(context, { kind: 'post', post, unit: { kind: 'wholeOffice' } });
    expect(peopleOfSeats(organization, seats)).toHaveLength(1);
  });

  it('has no post that nobody holds', () => {
    expect(organization.posts.map((post) => post.id).filter((id) => !LANES.includes(id))).toEqual([]);
  });

  it('has at least eight departments beside the leaders, each with a head and two or three who can handle, draft and ask for the seal', () => {
    expect(departments.length).toBeGreaterThanOrEqual(8);
    for (const { id } of departments) {
      const holding = (post: string) => peopleOfSeat(organization, postSeat(post as never, id)).length;
      expect([id, holding('dept_head')]).toEqual([id, 1]);
      for (const post of ['department', 'drafter', 'seal_user', 'applicant', 'claimant']) expect([2, 3]).toContain(holding(post));
    }
  });

  it('has a leader in charge of every unit, and those of the departments are not all the same', () => {
    const leaders = departments.map((unit) => leadersInCharge(organization, unit.id)[0]);
    expect(leaders.every(Boolean)).toBe(true);
    expect(new Set(leaders).size).toBeGreaterThan(2);
    expect(leadersInCharge(organization, 'leadership' as never)).toEqual(['zhou-jianguo']);
  });

  it('keeps the two finance seals apart', () => {
    const [accountant, cashier] = ['accountant', 'cashier'].map(
      (post) => peopleOfSeat(organization, postSeat(post as never, 'office' as never))[0],
    );
    expect(accountant).not.toBe(cashier);
  });

  it('has three administrators who are three people, two process owners and a trainer', () => {
    const those = (role: Role) => organization.people.filter((person) => person.roles.includes(role)).map((person) => person.id);
    const three = [...those('administrator'), ...those('securityAdministrator'), ...those('auditor')];
    expect(new Set(three).size).toBe(3);
    expect(those('processOwner')).toEqual(['zhang-wei', 'li-min']);
    expect(those('trainer')).toHaveLength(1);
  });

  it('has an English name for everything, and names that nobody shares', () => {
    const named = [organization, ...organization.units, ...organization.posts, ...organization.people];
    expect(named.filter((one) => !one.name.en)).toEqual([]);
    expect(new Set(organization.people.map((person) => person.name.zh)).size).toBe(organization.people.length);
  });

  it('is readable by its ids: a person’s is the name in pinyin', () => {
    for (const person of organization.people) expect(person.id).toBe(person.name.en?.toLowerCase().replaceAll(' ', '-'));
  });

  it('has somebody on duty every day until the end of the year', () => {
    expect(organization.rota[0]?.day).toBe('2026-11-24');
    expect(organization.rota.at(-1)?.day).toBe('2026-12-31');
    expect(organization.rota).toHaveLength(38);
  });
});
