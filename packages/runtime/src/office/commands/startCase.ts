import { checkValues } from '../../form/check.ts';
import { compileForm } from '../../form/compile.ts';
import type { Element } from '../../diagram/model.ts';
import type { CaseFacts } from '../../case/facts.ts';
import { dayOf } from '../../calendar/day.ts';
import { startingUnit } from '../../organization/startingUnit.ts';
import type { Organization } from '../../organization/model.ts';
import { id, personSeat, type CaseId, type Instant, type PersonId } from '../../words/ids.ts';
import type { Json } from '../../words/json.ts';
import { digest } from '../../words/digest.ts';
import { notFound, type CaseCommands } from '../decide.ts';
import type { Definition } from '../definitions.ts';
import type { Office } from '../office.ts';
import type { Parts } from '../parts.ts';
import { lookups } from '../lookups.ts';
import { recordFiles } from '../record/files.ts';
import { holds } from '../record/recorder.ts';
import { leaderSeats, withReaders } from '../record/tasks.ts';

/** The start event that a person may use: a plain one, or one for a message that came on paper or by mail. */
export const startOf = (definition: Definition): Element | undefined => {
  const starts = definition.plan.inside(null).filter((element) => element.type === 'startEvent');
  return starts.find((start) => start.triggers.length === 0) ?? starts.find((start) => start.triggers[0]?.kind === 'message');
};

/** Whether this person may start the flow by hand, by the flow's list of starters, and in which unit. */
export const mayStart = (definition: Definition, organization: Organization, about: { readonly person: PersonId; readonly now: Instant }) =>
  startingUnit(organization, about.person, { starters: definition.process.office.starters, today: dayOf(about.now) });

/** Begins a case. The request id names the case too, so that a repeated request cannot begin a second one. */
export const startCase =
  (parts: Parts, cases: CaseCommands): Office['startCase'] =>
  async (who, input) => {
    const definition = await parts.definitions.latest(id(input.flow));
    const viewer = await parts.house.viewer(who);
    const organization = await parts.house.organization();
    const start = definition && startOf(definition);
    const starting = definition && mayStart(definition, organization, { person: who, now: parts.clock.now() });
    if (!definition || !viewer || !start || !starting) return notFound(input.flow);
    const form = compileForm(definition.process, start.id);
    const caseId: CaseId = id(digest(`${who}\n${input.request}`).slice(0, 20));
    const { unit } = starting;
    const first = (at: Instant): CaseFacts => ({
      case: caseId,
      family: caseId,
      definition: definition.ref,
      title: '',
      number: null,
      status: 'running',
      startedAt: at,
      endedAt: null,
      initiator: who,
      unit,
      clearance: definition.process.office.clearance,
      tasks: [],
      doers: {},
      readers: withReaders([personSeat(who)], leaderSeats(organization, unit)),
      deadlines: [],
      timers: [],
    });
    const asked = { who, via: 'person' as const, request: { id: input.request, input: input as unknown as Json }, first };
    return cases.run(caseId, asked, async (deciding) => {
      const { draft } = deciding;
      if (deciding.head) return notFound(caseId);
      const checked = checkValues({
        form,
        values: input.values,
        known: {},
        holds: (condition, values) => holds(id(condition), values, draft.at),
        ...(await lookups(parts, viewer, input.values)),
      });
      if (!checked.ok) return checked;
      draft.events.push({ type: 'CaseStarted', definition: definition.ref, at: start.id, initiator: who, unit, family: caseId });
      await recordFiles(parts, draft, { form, values: checked.values });
      return deciding.advance({ kind: 'start', at: start.id, payload: {}, values: checked.values });
    });
  };
