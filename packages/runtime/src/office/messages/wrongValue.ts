import { existing } from '../../form/existing.ts';
import { expectedOf } from '../../form/expected.ts';
import { shapeProblem } from '../../form/shape.ts';
import type { ElementId } from '../../words/ids.ts';
import { refuse, type Refused } from '../../words/refusal.ts';
import { existenceIn } from '../lookups.ts';
import type { CaseDraft } from '../record/draft.ts';
import type { Parts } from '../parts.ts';

/**
 * What a message from outside wrote into a field that does not take it. Looked at once it is in the draft, as the diagram may make something
 * else of what the message says; a case that sends is drawn here, and not asked. Files are never taken from outside: they are uploaded.
 */
export async function wrongValue(parts: Parts, draft: CaseDraft, element: ElementId): Promise<Refused | undefined> {
  const lookups = {
    ...existenceIn(await parts.house.organization()),
    file: () => undefined,
  };
  for (const run of draft.facts.runs) {
    const definition = await parts.definitions.get(run.definition);
    const heard = new Set(definition?.plan.element(element)?.mapping?.map((one) => one.to));
    for (const { scope, path, to } of draft.changes) {
      const [key] = path;
      const field = definition?.process.fields.find((one) => one.key === key);
      if (!field || key === undefined || !heard.has(key) || scope !== run.scope || to === undefined || to === null) continue;
      const problem = shapeProblem(field, to) ?? (existing(lookups, field, to) === undefined ? expectedOf(field) : undefined);
      if (!problem) continue;
      const name = { zh: field.name.zh, en: field.name.en ?? field.name.zh };
      return refuse('wrongType', key, { zh: `“${name.zh}”：${problem.zh}`, en: `“${name.en}”: ${problem.en ?? problem.zh}` });
    }
  }
  return undefined;
}
