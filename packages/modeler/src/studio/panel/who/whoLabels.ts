import { useWords } from '../../../words/words.ts';
import type { WhereKind, WhoKind } from './assignment.ts';

/** What the kinds of doers and places are called. */
export function useWhoLabels(): {
  readonly who: { readonly [kind in WhoKind]: string };
  readonly where: { readonly [kind in WhereKind]: string };
} {
  const { w } = useWords();
  return {
    who: {
      post: w('whoPost'),
      leaderInCharge: w('whoLeader'),
      personInField: w('whoField'),
      personOfItem: w('whoItemPerson'),
      initiator: w('whoInitiator'),
      sameAs: w('whoSameAs'),
      onDuty: w('whoOnDuty'),
    },
    where: {
      wholeOffice: w('whereWholeOffice'),
      initiators: w('whereInitiators'),
      named: w('whereNamed'),
      field: w('whereField'),
      ofStep: w('whereStep'),
      ofItem: w('whereItem'),
    },
  };
}
