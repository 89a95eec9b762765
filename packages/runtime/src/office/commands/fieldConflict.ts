import type { Field } from '../../diagram/office.ts';
import { personName, unitName } from '../../organization/names.ts';
import type { Organization } from '../../organization/model.ts';
import type { Commit } from '../../ports/commit.ts';
import { id, type ScopeId } from '../../words/ids.ts';
import { sameJson, type Data, type Json } from '../../words/json.ts';
import { refuse, type Refused } from '../../words/refusal.ts';
import type { Text } from '../../words/text.ts';
import { commitsOf, eventsOf } from '../caseLog.ts';
import type { Deciding } from '../decide.ts';
import type { CompleteTask } from '../pages.ts';
import type { Parts } from '../parts.ts';

/** A form that was filled in: what it shows, in whose scopes it is written, what was written on what, and what stands there now. */
interface Written {
  readonly fields: readonly Field[];
  readonly scopes: readonly ScopeId[];
  readonly values: CompleteTask['values'];
  readonly known: Data;
}

/** Others changed fields since this form was read: both values of each are shown, with who did it last and when; nothing is overwritten. */
export async function fieldConflict(
  parts: Pick<Parts, 'store'>,
  { draft, recorder }: Deciding,
  about: Written,
): Promise<Refused | undefined> {
  const { fields, scopes, values, known } = about;
  const stale = Object.entries(values).filter(
    ([field, value]) => value.was !== undefined && !sameJson(value.was, known[field] ?? null) && !sameJson(value.to, known[field] ?? null),
  );
  if (stale.length === 0) return undefined;
  const named = stale.flatMap(([key, value]) => {
    const field = fields.find((one) => one.key === key);
    return field ? [{ field, to: value.to }] : [];
  });
  const changed = lastChange(await commitsOf(parts.store, draft.facts.case), scopes, new Set(stale.map(([key]) => key)));
  const name =
    changed && (changed.actor.id === 'system' ? { zh: '系统', en: 'the system' } : personName(recorder.organization, changed.actor.id));
  return {
    ...refuse('changedMeanwhile', named.map(({ field }) => field.name.zh).join('、'), {
      zh: '这些内容在您填写期间被他人修改',
      en: 'Others changed these fields while you were writing',
    }),
    ...(changed && name ? { by: { name: name.zh, at: changed.at } } : {}),
    fields: named.map(({ field, to }) => {
      const [now, yours] = [known[field.key] ?? null, to].map((value) => reading(recorder.organization, field, value));
      return {
        field: field.key,
        code: 'changedMeanwhile' as const,
        expected: {
          zh: `现在的值：${now?.zh}；您填的：${yours?.zh}`,
          en: `Now: ${now?.en ?? now?.zh}; yours: ${yours?.en ?? yours?.zh}`,
        },
      };
    }),
  };
}

/** The commit that changed one of these fields last. */
const lastChange = (log: readonly Commit[], scopes: readonly ScopeId[], keys: ReadonlySet<string>): Commit | undefined =>
  log.findLast((commit) =>
    eventsOf(commit).some((event) => event.type === 'FieldChanged' && scopes.includes(event.scope) && keys.has(event.field)),
  );

/** A value as people read it. */
function reading(organization: Organization, field: Field, value: Json): Text {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return { zh: '（空）', en: '(empty)' };
  if (Array.isArray(value)) {
    const all = (value as readonly Json[]).map((one) => reading(organization, field, one));
    return { zh: all.map((one) => one.zh).join('、'), en: all.map((one) => one.en ?? one.zh).join(', ') };
  }
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
  if (typeof value === 'object') return { zh: 'name' in value ? String(value['name']) : JSON.stringify(value) };
  const text = String(value);
  switch (field.type) {
    case 'choice':
    case 'choices':
      return field.options.find((option) => option.value === text)?.name ?? { zh: text };
    case 'person':
    case 'persons':
      return personName(organization, id(text));
    case 'unit':
    case 'units':
      return unitName(organization, text);
    case 'money':
      return { zh: `${(Number(value) / 100).toFixed(2)} 元`, en: `${(Number(value) / 100).toFixed(2)} yuan` };
    default:
      return { zh: text };
  }
}
