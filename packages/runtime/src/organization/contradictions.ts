import { type Refused, refuse } from '../words/refusal.ts';
import type { Text } from '../words/text.ts';
import type { Organization, Role } from './model.ts';

/** The first contradiction in an organization of the right shape: a name twice, a reference to nothing, a circle, an administrator too powerful. */
export function contradictionIn(organization: Organization): Refused | undefined {
  return duplicateIn(organization) ?? danglingIn(organization) ?? circleIn(organization) ?? impossibleIn(organization);
}

function duplicateIn(organization: Organization): Refused | undefined {
  for (const list of ['units', 'posts', 'people'] as const) {
    const seen = new Map<string, number>();
    for (const [index, { id }] of organization[list].entries()) {
      const first = seen.get(id);
      if (first !== undefined)
        return at(`${list}[${index}] ${id}: id`, `不同的标识：${list}[${first}] 已用`, `another id: ${list}[${first}] has it`);
      seen.set(id, index);
    }
  }
  for (const [index, person] of organization.people.entries()) {
    const held = person.posts.map(({ post, unit }) => `${post}@${unit}`);
    const twice = held.find((seat, place) => held.indexOf(seat) !== place);
    if (twice) return at(`people[${index}] ${person.id}: posts`, `岗位 ${twice} 只列一次`, `the post ${twice} once`);
  }
  return undefined;
}

function danglingIn(organization: Organization): Refused | undefined {
  const known = {
    unit: new Set<string>(organization.units.map((unit) => unit.id)),
    post: new Set<string>(organization.posts.map((post) => post.id)),
    person: new Set<string>(organization.people.map((person) => person.id)),
  };
  const wrong = [...references(organization)].find(({ kind, to }) => !known[kind].has(to));
  if (!wrong) return undefined;
  const { zh, en } = KIND[wrong.kind];
  return at(wrong.place, `${zh} ${wrong.to} 不存在`, `${wrong.to} is no ${en} of this organization`);
}

const KIND = {
  unit: { zh: '部门', en: 'unit' },
  post: { zh: '岗位', en: 'post' },
  person: { zh: '人员', en: 'person' },
} as const;

interface Reference {
  readonly place: string;
  readonly kind: 'unit' | 'post' | 'person';
  readonly to: string;
}

function* references(organization: Organization): Generator<Reference> {
  for (const [index, unit] of organization.units.entries()) {
    if (unit.parent !== null) yield { place: `units[${index}] ${unit.id}: parent`, kind: 'unit', to: unit.parent };
  }
  for (const [index, post] of organization.posts.entries()) {
    if (post.superior !== null) yield { place: `posts[${index}] ${post.id}: superior`, kind: 'post', to: post.superior };
  }
  for (const [index, person] of organization.people.entries()) {
    for (const [place, held] of person.posts.entries()) {
      yield { place: `people[${index}] ${person.id}: posts[${place}].post`, kind: 'post', to: held.post };
      yield { place: `people[${index}] ${person.id}: posts[${place}].unit`, kind: 'unit', to: held.unit };
    }
  }
  for (const [index, charge] of organization.inCharge.entries()) {
    yield { place: `inCharge[${index}]: leader`, kind: 'person', to: charge.leader };
    yield { place: `inCharge[${index}]: unit`, kind: 'unit', to: charge.unit };
  }
  for (const [index, deputy] of organization.deputies.entries()) {
    yield { place: `deputies[${index}]: of`, kind: 'person', to: deputy.of };
    yield { place: `deputies[${index}]: by`, kind: 'person', to: deputy.by };
  }
  for (const [index, entry] of organization.rota.entries()) yield { place: `rota[${index}]: person`, kind: 'person', to: entry.person };
}

function circleIn(organization: Organization): Refused | undefined {
  const units = circle(organization.units.map((unit) => [unit.id, unit.parent]));
  if (units !== undefined) return at(`units ${units}: parent`, '上级部门不能绕回自己', 'parents that do not come back to the unit itself');
  const posts = circle(organization.posts.map((post) => [post.id, post.superior]));
  return posts === undefined
    ? undefined
    : at(`posts ${posts}: superior`, '上级岗位不能绕回自己', 'superiors that do not come back to the post itself');
}

/** The way round of the first circle, `a → b → a`. */
function circle(above: readonly (readonly [string, string | null])[]): string | undefined {
  const parents = new Map(above);
  const clear = new Set<string>();
  for (const [start] of above) {
    const path: string[] = [];
    for (let node: string | null | undefined = start; node && !clear.has(node); node = parents.get(node)) {
      if (path.includes(node)) return [...path.slice(path.indexOf(node)), node].join(' → ');
      path.push(node);
    }
    for (const node of path) clear.add(node);
  }
  return undefined;
}

const ADMINISTRATORS: ReadonlySet<Role> = new Set(['administrator', 'securityAdministrator', 'auditor']);

function impossibleIn(organization: Organization): Refused | undefined {
  for (const [index, person] of organization.people.entries()) {
    if (person.roles.filter((role) => ADMINISTRATORS.has(role)).length > 1) {
      return at(
        `people[${index}] ${person.id}: roles`,
        '三员须由三人分任',
        'at most one of administrator, securityAdministrator and auditor: they are three people',
      );
    }
  }
  for (const [index, deputy] of organization.deputies.entries()) {
    if (deputy.of === deputy.by) return at(`deputies[${index}]: by`, '代理人不能是本人', 'somebody else than the person represented');
    if (deputy.from > deputy.to) return at(`deputies[${index}]: to`, `不早于 ${deputy.from}`, `${deputy.from} or later`);
  }
  return undefined;
}

const at = (culprit: string, zh: string, en: string): Refused => refuse('invalidInput', culprit, { zh, en } satisfies Text);
