import type { CaseFacts } from '../../case/facts.ts';
import type { Element } from '../../diagram/model.ts';
import type { DefinitionRef, ElementId, PersonId } from '../../words/ids.ts';

/** The key under which it is remembered who did a step: versions of one process share it, called processes do not. */
export const stepKey = (definition: DefinitionRef, element: ElementId): string =>
  `${definition.slice(0, definition.lastIndexOf('@'))}/${element}`;

/** Who may not do a step because they did another, themselves or through a deputy (`notSameAs`). */
export const barredFrom = (
  facts: Pick<CaseFacts, 'doers'>,
  definition: DefinitionRef,
  element: Pick<Element, 'office'> | undefined,
): readonly PersonId[] =>
  (element?.office.notSameAs ?? []).flatMap((other) => {
    const doer = facts.doers[stepKey(definition, other)];
    return doer ? [doer.person, ...(doer.onBehalfOf ? [doer.onBehalfOf] : [])] : [];
  });
