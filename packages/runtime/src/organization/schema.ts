import { z } from 'zod';
import { isDay } from '../calendar/day.ts';
import { isSafeKey } from '../words/json.ts';
import type { Text } from '../words/text.ts';

const id = z.string().refine((text) => /^[a-z][a-z0-9_-]{0,63}$/.test(text) && isSafeKey(text), { params: { expected: 'id' } });
const day = z.string().refine(isDay, { params: { expected: 'day' } });
const words = z.string().trim().min(1).max(120);
const text = z.strictObject({ zh: words, en: words.exactOptional() });
const many = <Entry extends z.ZodType>(entry: Entry) => z.array(entry).max(20_000);

/** The shape of an organization; what it refers to is checked afterwards. Unknown keys are refused. */
export const organizationSchema = z.strictObject({
  name: text,
  units: many(z.strictObject({ id, name: text, parent: id.nullable() })),
  posts: many(z.strictObject({ id, name: text, superior: id.nullable() })),
  people: many(
    z.strictObject({
      id,
      name: text,
      posts: z.array(z.strictObject({ post: id, unit: id })).max(100),
      roles: z.array(z.enum(['staff', 'leader', 'processOwner', 'trainer', 'administrator', 'securityAdministrator', 'auditor'])).max(7),
      clearance: z.enum(['open', 'internal', 'secret', 'confidential', 'topSecret']),
      active: z.boolean(),
    }),
  ),
  inCharge: many(z.strictObject({ leader: id, unit: id })),
  deputies: many(z.strictObject({ of: id, by: id, from: day, to: day, flows: z.union([z.literal('all'), z.array(id).min(1).max(200)]) })),
  rota: many(z.strictObject({ day, person: id })),
});

type Issue = z.core.$ZodIssue;

/** Where an issue lies, with the id of the entry it is in: `people[3] zhang-wei: clearance`. */
export function placeOf(json: unknown, issue: Issue): string {
  const [list, index, ...rest] = issue.path;
  if (typeof index !== 'number') return issue.path.join('.') || unknownKeys(issue);
  const entry = (json as { readonly [list: string]: readonly { readonly id?: unknown }[] })[String(list)]?.[index];
  const name = typeof entry?.id === 'string' ? ` ${entry.id.slice(0, 64)}` : '';
  const within = [...rest.map(String), unknownKeys(issue)].filter((part) => part !== '').join('.');
  return `${String(list)}[${index}]${name}${within ? `: ${within}` : ''}`;
}

const unknownKeys = (issue: Issue): string => (issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : '');

/** What was expected instead of an issue. */
export function expectedAt(issue: Issue): Text {
  switch (issue.code) {
    case 'unrecognized_keys':
      return { zh: '没有这一项', en: 'no such member' };
    case 'invalid_type':
      return { zh: `应为 ${issue.expected}`, en: `a value of type ${issue.expected}` };
    case 'invalid_value':
      return { zh: `应为 ${issue.values.join('、')} 之一`, en: `one of ${issue.values.join(', ')}` };
    case 'too_small':
      return { zh: `不少于 ${issue.minimum}`, en: `at least ${issue.minimum}` };
    case 'too_big':
      return { zh: `不超过 ${issue.maximum}`, en: `at most ${issue.maximum}` };
    case 'custom':
      return issue.params?.expected === 'day'
        ? { zh: '应为真实存在的日期，如 2026-11-24', en: 'a real day such as 2026-11-24' }
        : { zh: '应为小写字母开头的标识，由字母、数字、- 和 _ 组成', en: 'an id: a small letter, then letters, digits, - and _' };
    default:
      return { zh: '格式不符', en: 'another form' };
  }
}
