import { describe, expect, it } from '@jest/globals';
import { parseOrganization } from '../../../packages/runtime/src/organization/parse.ts';
import { small } from './office.ts';

const change = (what: object) => parseOrganization({ ...small, ...what });
const people = (index: number, what: object) => ({ people: small.people.map((one, at) => (at === index ? { ...one, ...what } : one)) });

describe('reading an organization', () => {
  it('one without contradictions comes back as it is', () => {
    expect(parseOrganization(JSON.parse(JSON.stringify(small)))).toEqual(small);
  });

  it.each<[string, object, string, RegExp]>([
    ['a member that does not exist', { colour: 'red' }, 'colour', /no such member/],
    ['a list that is none', { posts: 'many' }, 'posts', /array/],
    ['a person without clearance', people(2, { clearance: undefined }), 'people[2] director: clearance', /one of open, internal/],
    ['a role that does not exist', people(2, { roles: ['king'] }), 'people[2] director: roles.0', /one of staff, leader/],
    ['a key of a person unknown', people(2, { age: 5 }), 'people[2] director: age', /no such member/],
    ['an id with blanks', people(2, { id: 'zhang wei' }), 'people[2] zhang wei: id', /an id/],
    ['a reserved name as id', people(2, { id: 'constructor' }), 'people[2] constructor: id', /an id/],
    ['an empty name', people(2, { name: { zh: ' ' } }), 'people[2] director: name.zh', /at least 1/],
    [
      'a post that does not exist',
      people(2, { posts: [{ post: 'king', unit: 'tax' }] }),
      'people[2] director: posts[0].post',
      /king is no post/,
    ],
    [
      'a unit that does not exist',
      people(2, { posts: [{ post: 'dg', unit: 'moon' }] }),
      'people[2] director: posts[0].unit',
      /moon is no unit/,
    ],
    [
      'a post held twice in one unit',
      people(2, {
        posts: [
          { post: 'dg', unit: 'tax' },
          { post: 'dg', unit: 'tax' },
        ],
      }),
      'people[2] director: posts',
      /dg@tax once/,
    ],
    ['a person twice', people(2, { id: 'dg' }), 'people[2] dg: id', /people\[0\] has it/],
    ['a unit twice', { units: [...small.units, small.units[1]] }, 'units[5] office: id', /units\[1\] has it/],
    [
      'a parent that does not exist',
      { units: [{ ...small.units[0], parent: 'moon' }, ...small.units.slice(1)] },
      'units[0] bureau: parent',
      /moon/,
    ],
    [
      'units in a circle',
      { units: [{ ...small.units[0], parent: 'tax' }, ...small.units.slice(1)] },
      'units bureau → tax → bureau: parent',
      /do not come back/,
    ],
    [
      'superiors in a circle',
      { posts: [{ ...small.posts[0], superior: 'registry' }, ...small.posts.slice(1)] },
      'posts dg → registry → office_lead → director → dg: superior',
      /do not come back/,
    ],
    [
      'a superior that does not exist',
      { posts: [{ ...small.posts[0], superior: 'king' }, ...small.posts.slice(1)] },
      'posts[0] dg: superior',
      /king/,
    ],
    ['a leader who does not exist', { inCharge: [{ leader: 'king', unit: 'tax' }] }, 'inCharge[0]: leader', /king is no person/],
    ['a rota for nobody', { rota: [{ day: '2026-11-24', person: 'king' }] }, 'rota[0]: person', /king/],
    ['a day that does not exist', { rota: [{ day: '2026-02-30', person: 'dg' }] }, 'rota[0]: day', /a real day/],
    [
      'somebody deputising for themselves',
      { deputies: [{ of: 'dg', by: 'dg', from: '2026-11-24', to: '2026-11-24', flows: 'all' }] },
      'deputies[0]: by',
      /somebody else/,
    ],
    [
      'a deputyship that ends before it begins',
      { deputies: [{ of: 'dg', by: 'vice', from: '2026-11-24', to: '2026-11-23', flows: 'all' }] },
      'deputies[0]: to',
      /2026-11-24 or later/,
    ],
    [
      'two of the three administrators in one person',
      people(2, { roles: ['administrator', 'auditor'] }),
      'people[2] director: roles',
      /three people/,
    ],
  ])('%s is refused, with the place and what was expected', (_, what, culprit, expected) => {
    const refused = change(what);
    if (!('ok' in refused)) throw new Error('was accepted');
    expect(refused).toMatchObject({ ok: false, code: 'invalidInput', culprit });
    expect(refused.expected.en).toMatch(expected);
    expect(refused.expected.zh).not.toBe('');
  });

  it.each([[null], [undefined], [[]], ['{}'], [7], [{}]])('%p is refused, not thrown', (json) => {
    expect(parseOrganization(json)).toMatchObject({ ok: false, code: 'invalidInput' });
  });

  it('a prototype smuggled in is refused', () => {
    const json: unknown = JSON.parse(JSON.stringify(small).replace('"name":', '"__proto__":{"admin":true},"name":'));
    expect(parseOrganization(json)).toMatchObject({ ok: false });
  });
});
