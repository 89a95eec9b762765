import { FIELD_TYPES } from '@guicheng/runtime/checking';
import type { Text } from '@guicheng/runtime/model';
import type { Subject } from '../../condition/subject.ts';
import type { Facts } from './facts.ts';
import { isFacts, partsIn, textOf, wordsOf } from './read.ts';
import type { Moddle } from './moddle.ts';
import { piecesOf, type Piece } from './piece.ts';
import { quoted } from './quoted.ts';

/** One of the two files: what it speaks of, and how it calls it. */
export interface Side {
  readonly pieces: ReadonlyMap<string, Piece>;
  /** The name of an element in quotes; its kind where it has none. */
  readonly called: (element: string) => Text;
  /** The name of a field or of a decision's result, within a process. */
  readonly field: (process: string | null, key: string) => Text;
  /** What a condition within a process can ask about. */
  readonly subjects: (process: string | null) => readonly Subject[];
}

/** One file, ready to be spoken of. */
export function sideOf(root: Moddle): Side {
  const pieces = piecesOf(root);
  const asked = new Map<string | null, Map<string, Subject>>();
  const put = (process: string | null, subject: Subject): void => {
    const known = asked.get(process) ?? new Map<string, Subject>();
    asked.set(process, known.set(subject.key, subject));
  };
  for (const { process, facts } of pieces.values()) {
    for (const field of wordsOf(facts, 'gc:Form').flatMap((form) => partsIn(form, 'fields'))) {
      const type = FIELD_TYPES.find((one) => one === textOf(field, 'type'));
      put(process, subjectOf(field, type ?? 'unknown'));
    }
    for (const decision of wordsOf(facts, 'gc:Decision')) put(process, subjectOf(decision, 'decision'));
  }
  for (const { process, facts } of pieces.values()) {
    const many = facts['loopCharacteristics'];
    for (const collect of wordsOf(isFacts(many) ? many : undefined, 'gc:Collect')) {
      const field = asked.get(process)?.get(textOf(collect, 'field'));
      if (field) put(process, { ...field, key: textOf(collect, 'into'), each: true });
    }
  }
  return {
    pieces,
    called: (element) => quoted(pieces.get(element) ?? element),
    field: (process, key) => asked.get(process)?.get(key)?.name ?? { zh: key },
    subjects: (process) => [...(asked.get(process)?.values() ?? [])],
  };
}

const subjectOf = (word: Facts, type: Subject['type']): Subject => ({
  key: textOf(word, 'key'),
  name: textOf(word, 'name') === '' ? { zh: textOf(word, 'key') } : ownName(word),
  type,
  options: partsIn(word, 'options').map((option) => ({ value: textOf(option, 'value'), name: ownName(option) })),
  each: false,
});

/** The name of a word of ours, whose translations are its parts. */
export function ownName(word: Facts): Text {
  const english = partsIn(word, 'names').find((one) => textOf(one, 'lang') === 'en');
  return { zh: textOf(word, 'name'), ...(english ? { en: textOf(english, 'text') } : {}) };
}
