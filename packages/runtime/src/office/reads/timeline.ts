import type { CaseEvent } from '../../case/event.ts';
import type { Field } from '../../diagram/office.ts';
import { personName, seatName, unitName } from '../../organization/names.ts';
import { wantedName } from '../../organization/wantedName.ts';
import { sentence, type Naming } from '../../timeline/words.ts';
import { id } from '../../words/ids.ts';
import type { Text } from '../../words/text.ts';
import { definitionsOf, eventsOf } from '../caseLog.ts';
import { notFound } from '../decide.ts';
import type { Definition } from '../definitions.ts';
import type { Office } from '../office.ts';
import type { TimelineEntry } from '../pages.ts';
import type { Parts } from '../parts.ts';
import { readCase, type CaseReading } from './readCase.ts';
import { personRef } from './done.ts';
import { wordsOf as troubleWords } from './incidents.ts';
import { valueWords } from './valueWords.ts';

/** What happened to a case, in words, oldest first. */
export const timeline =
  (parts: Parts): Office['timeline'] =>
  async (who, caseId) => {
    const reading = await readCase(parts, who, caseId);
    if (!reading) return notFound(caseId);
    const naming = namingOf(reading);
    const { organization } = reading.showing;
    const entries = reading.log.flatMap((commit): TimelineEntry[] =>
      whoFirst(eventsOf(commit)).flatMap((event): TimelineEntry[] => {
        const told = sentence(event, naming);
        if (!told) return [];
        return [
          {
            revision: commit.revision,
            at: commit.at,
            by: commit.actor.id === 'system' ? null : personRef(organization, commit.actor.id),
            onBehalfOf: commit.actor.onBehalfOf ? personRef(organization, commit.actor.onBehalfOf) : null,
            kind: event.type,
            element: told.element ?? null,
            words: told.words,
            detail: told.detail ?? null,
          },
        ];
      }),
    );
    return { ok: true, value: entries };
  };

/** What somebody did to the case comes before what came of it, although it is written down after. */
const DONE_TO_IT = new Set<CaseEvent['type']>([
  'CaseReturned',
  'CaseWithdrawn',
  'CaseJumped',
  'CaseReopened',
  'SignersAdded',
  'SignerRemoved',
  'IncidentRetried',
  'IncidentSkipped',
  'AdHocStarted',
  'AdHocCompleted',
]);

function whoFirst(events: readonly CaseEvent[]): readonly CaseEvent[] {
  return [...events.filter(({ type }) => DONE_TO_IT.has(type)), ...events.filter(({ type }) => !DONE_TO_IT.has(type))];
}

/** Names from the definitions that the case has met; the root's first. */
function namingOf({ showing, log, loaded }: CaseReading): Naming {
  const definitions = definitionsOf(loaded.facts, log).flatMap((ref): Definition[] => {
    const definition = showing.definition(ref);
    return definition ? [definition] : [];
  });
  const find = <Found>(look: (definition: Definition) => Found | undefined): Found | undefined => {
    for (const definition of definitions) {
      const found = look(definition);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const named = (text: Text | undefined, otherwise: string): Text => (text && text.zh !== '' ? text : { zh: otherwise });
  const step = (element: string): Text =>
    named(
      find((definition) => definition.plan.element(id(element))?.name),
      element,
    );
  const fieldOf = (key: string): Field | undefined => find(({ process }) => process.fields.find((one) => one.key === key));
  return {
    step,
    table: (key) =>
      named(
        find(({ process }) => process.tables?.find((one) => one.key === key)?.name),
        key,
      ),
    value: (field, value) => valueWords(showing.organization, fieldOf(field), value),
    trouble: ({ code, detail }) => troubleWords(code, detail),
    limit: (element, deadline) => {
      const name = find((definition) => definition.plan.element(id(element))?.office.deadlines.find((one) => one.id === deadline)?.name);
      return name && name.zh !== '' ? name : step(element);
    },
    seat: (seat) => seatName(showing.organization, id(seat)),
    wanted: (wanted) => wantedName(showing.organization, wanted),
    field: (field) => named(fieldOf(field)?.name, field),
    signer: (item) => {
      const { organization } = showing;
      if (/^\d+$/.test(item)) return { zh: `第 ${item} 份`, en: `no. ${item}` };
      const isUnit = organization.units.some((unit) => unit.id === item);
      return isUnit ? unitName(organization, item) : personName(organization, id(item));
    },
    option: (element, value) =>
      find((definition) => definition.plan.element(id(element))?.office.decision?.options.find((one) => one.value === value)?.name),
  };
}
