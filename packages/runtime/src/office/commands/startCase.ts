import { checkValues } from '../../form/check.ts';
import { compileForm } from '../../form/compile.ts';
import type { Element } from '../../diagram/model.ts';
import { dayOf } from '../../calendar/day.ts';
import { startingUnits } from '../../organization/startingUnits.ts';
import { covers } from '../../organization/clearance.ts';
import { unitName } from '../../organization/names.ts';
import type { Organization } from '../../organization/model.ts';
import { id, type CaseId, type Instant, type PersonId, type UnitId } from '../../words/ids.ts';
import type { Json } from '../../words/json.ts';
import { refuse, type Refused } from '../../words/refusal.ts';
import { digest } from '../../words/digest.ts';
import { notFound, type CaseCommands } from '../decide.ts';
import type { Definition } from '../definitions.ts';
import { firstFacts } from '../firstFacts.ts';
import { formDrafts } from '../drafts.ts';
import type { Office } from '../office.ts';
import type { Parts } from '../parts.ts';
import { lookups } from '../lookups.ts';
import { recordNumbers, takeNumbers } from '../numbers.ts';
import { recordFiles } from '../record/files.ts';
import { holds } from '../record/recorder.ts';

/** The start event that a person may use: a plain one, or one for a message that came on paper or by mail. */
export const startOf = (definition: Definition): Element | undefined => {
  const starts = definition.plan.inside(null).filter((element) => element.type === 'startEvent');
  return starts.find((start) => start.triggers.length === 0) ?? starts.find((start) => start.triggers[0]?.kind === 'message');
};

/** In which units this person may start the flow by hand, by the flow's list of starters; in none: not at all. */
export const mayStartIn = (
  definition: Definition,
  organization: Organization,
  about: { readonly person: PersonId; readonly now: Instant },
): readonly (UnitId | null)[] => {
  const { starters, clearance } = definition.process.office;
  const cleared = organization.people.some((person) => person.id === about.person && covers(person.clearance, clearance));
  return cleared ? startingUnits(organization, about.person, { starters, today: dayOf(about.now) }) : [];
};

/** The unit that was chosen, or the first where nothing was; refused where it is none of them. */
function chosenUnit(
  organization: Organization,
  units: readonly [UnitId | null, ...(UnitId | null)[]],
  chosen: string | undefined,
): { readonly unit: UnitId | null } | Refused {
  if (chosen === undefined) return { unit: units[0] };
  const found = units.find((unit) => unit === chosen);
  if (found) return { unit: found };
  const names = units.flatMap((unit) => (unit ? [unitName(organization, unit)] : []));
  return refuse('invalidInput', 'unit', {
    zh: `发起部门应为：${names.map((name) => name.zh).join('、') || '（不必选择）'}`,
    en: `Start it in: ${names.map((name) => name.en ?? name.zh).join(', ') || '(nothing to choose)'}`,
  });
}

/** Begins a case. The request id names the case too, so that a repeated request cannot begin a second one. */
export const startCase =
  (parts: Parts, cases: CaseCommands): Office['startCase'] =>
  async (who, input) => {
    const definition = await parts.definitions.latest(id(input.flow));
    const viewer = await parts.house.viewer(who);
    const organization = await parts.house.organization();
    const start = definition && startOf(definition);
    const [first, ...more] = definition ? mayStartIn(definition, organization, { person: who, now: parts.clock.now() }) : [];
    if (!definition || !viewer || !start || first === undefined) return notFound(input.flow);
    const chosen = chosenUnit(organization, [first, ...more], input.unit);
    if ('ok' in chosen) return chosen;
    const form = compileForm(definition.process, start.id);
    const caseId: CaseId = id(digest(`${who}\n${input.request}`).slice(0, 20));
    const { unit } = chosen;
    const begin = firstFacts(definition, organization, { case: caseId, family: caseId, initiator: who, unit });
    const asked = { who, via: 'person' as const, request: { id: input.request, input: input as unknown as Json }, first: begin };
    const answer = await cases.run(caseId, asked, async (deciding) => {
      const { draft } = deciding;
      if (deciding.head) return notFound(caseId);
      const checked = checkValues({
        form,
        values: input.values,
        known: {},
        holds: (condition, values) => holds(id(condition), values, draft.at),
        ...(await lookups(parts, viewer, { case: caseId, form, values: input.values })),
      });
      if (!checked.ok) return checked;
      draft.events.push({ type: 'CaseStarted', definition: definition.ref, at: start.id, initiator: who, unit, family: caseId });
      await recordFiles(parts, draft, { form, values: checked.values });
      const given = await takeNumbers(parts, draft, { process: definition.process, form, known: {}, scope: 'start' });
      const numbers = Object.fromEntries(given.map((one) => [one.field, one.number]));
      const refused = await deciding.advance({ kind: 'start', at: start.id, payload: {}, values: { ...checked.values, ...numbers } });
      const [own] = draft.facts.runs;
      if (!refused && own) recordNumbers(draft, given, { scope: own.scope, visit: null });
      return refused;
    });
    if (answer.ok) await formDrafts(parts.store).drop(who, { flow: input.flow });
    return answer;
  };
