import type { Change } from '../../kernel/change.ts';
import { checkValues } from '../../form/check.ts';
import { id } from '../../words/ids.ts';
import { sameJson, type Json } from '../../words/json.ts';
import type { Refused } from '../../words/refusal.ts';
import type { CaseCommands, Deciding } from '../decide.ts';
import { lookups } from '../lookups.ts';
import { isPerItem, readBy } from '../moves/readBy.ts';
import type { Standstill } from '../moves/standstill.ts';
import type { Office } from '../office.ts';
import type { RetryIncident } from '../pages.ts';
import type { Parts } from '../parts.ts';
import { holds, seenFrom } from '../record/recorder.ts';
import { recordFiles } from '../record/files.ts';
import { type OnCase, ownerCommand, reasonIn } from './caseCommand.ts';
import { fieldConflict } from './fieldConflict.ts';
import { standsStill } from './standsStill.ts';

/** 再试一次: what stands still is tried again; with other values for what it reads, where some are given, and the reason for them. */
export const retryIncident = (parts: Parts, cases: CaseCommands): Office['retryIncident'] =>
  ownerCommand<RetryIncident>(cases, 'retry', async (deciding, asked) => {
    const { draft } = deciding;
    const { input } = asked;
    const still = standsStill(parts, deciding, input.incident);
    if ('ok' in still) return still;
    const changes = await mending(parts, deciding, { asked, still });
    if ('ok' in changes) return changes;
    const reasoned = reasonIn(input.reason);
    if ('ok' in reasoned && changes.changes.length > 0) return reasoned;
    draft.events.push({
      type: 'IncidentRetried',
      incident: still.incident.id,
      element: still.incident.element,
      fields: changes.changes.map(({ path }) => String(path[0])),
      reason: input.reason.trim(),
    });
    if (changes.changes.length > 0) {
      const refused = await deciding.advance({ kind: 'change', changes: changes.changes });
      if (refused) return refused;
    }
    // A condition that is waited for was asked again when the values changed.
    if (!draft.facts.incidents.includes(still.incident.id)) return undefined;
    return deciding.advance({ kind: 'retry', incident: still.incident.id });
  });

/** The values that were given, checked as in any form, as changes of the scope in which it stands. */
async function mending(
  parts: Parts,
  deciding: Deciding,
  { asked, still }: { readonly asked: OnCase<RetryIncident>; readonly still: Standstill },
): Promise<{ readonly changes: readonly Change[] } | Refused> {
  const { draft, recorder } = deciding;
  const values: { [field: string]: Json } = {};
  for (const [field, value] of Object.entries(asked.input.values)) values[field] = value.to;
  if (Object.keys(values).length === 0) return { changes: [] };
  const form = readBy(still);
  const known = seenFrom(recorder, draft, still.scope);
  const checked = checkValues({
    form,
    values,
    known,
    holds: (condition, data) => holds(id(condition), data, draft.at),
    ...(await lookups(parts, asked.viewer, { case: draft.facts.case, form, values })),
  });
  if (!checked.ok) return checked;
  const scopes = recorder.dataScopes(draft, still.scope);
  const conflict = await fieldConflict(parts, deciding, { fields: form.fields, scopes, values: asked.input.values, known });
  if (conflict) return conflict;
  const [inner = still.scope, outer = still.scope] = [scopes[0], scopes.at(-1)];
  await recordFiles(parts, draft, { form, values: checked.values });
  return {
    changes: Object.entries(checked.values).flatMap(([field, to]): Change[] => {
      const was = known[field];
      if (sameJson(was ?? null, to)) return [];
      return [{ scope: isPerItem(still.definition, field) ? inner : outer, path: [field], to, ...(was === undefined ? {} : { was }) }];
    }),
  };
}
