import { inLanguage, type Language, type Text } from '@guicheng/runtime/model';
import type { Word } from '../../../words/zh.ts';
import type { Who } from './assignment.ts';

/** How ids are called; what is not known is called by its id. */
export interface Called {
  readonly language: Language;
  readonly post: (id: string) => string;
  readonly unit: (id: string) => string;
  readonly field: (key: string) => string;
  readonly step: (id: string) => string;
  readonly w: (word: Word, blanks?: { readonly [blank: string]: string | number }) => string;
}

/** Names by id, in the reader's language. */
export function nameBy(list: readonly { readonly id: string; readonly name: Text }[], language: Language): (id: string) => string {
  const names = new Map(list.map(({ id, name }) => [id, inLanguage(name, language)]));
  return (id) => names.get(id) || id;
}

/** Who does it, in a few words. */
export function whoWords(who: Who, called: Called): string {
  const { w } = called;
  switch (who.kind) {
    case 'post':
      return [called.post(who.post), whereWords(who, called)].filter((part) => part !== '').join(' · ');
    case 'leaderInCharge':
      return w('leaderOf', { where: whereWords(who, called) || w('whereWholeOffice') });
    case 'personInField':
      return w('personNamedIn', { field: called.field(who.field) });
    case 'personOfItem':
      return w('whoItemPerson');
    case 'initiator':
      return w('whoInitiator');
    case 'sameAs':
      return w('sameAsStep', { step: called.step(who.step) });
    case 'onDuty':
      return w('whoOnDuty');
  }
}

/** Where the post is looked for; empty for the whole office. */
function whereWords(who: Who, called: Called): string {
  const { w } = called;
  switch (who.unit) {
    case 'wholeOffice':
      return '';
    case 'initiators':
      return w('whereInitiators');
    case 'named':
      return called.unit(who.of);
    case 'field':
      return w('whereFieldOf', { field: called.field(who.of) });
    case 'ofStep':
      return w('whereStepOf', { step: called.step(who.of) });
    case 'ofItem':
      return w('whereItem');
  }
}
