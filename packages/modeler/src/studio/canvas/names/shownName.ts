import type { Language } from '@guicheng/server/contract';
import type { Meaning } from '../services.ts';

/** A name as it is shown: in the reader's language, or borrowed from the other where there is none. Empty where there is neither. */
export interface Shown {
  readonly text: string;
  readonly borrowed: boolean;
}

/** The name to show of what an element stands for. */
export function shownName(meaning: Meaning, language: Language): Shown {
  const own = ownName(meaning, language);
  if (own) return { text: own, borrowed: false };
  const other = ownName(meaning, language === 'zh' ? 'en' : 'zh');
  return { text: other, borrowed: other !== '' };
}

/** The name in just this language: `name` is the Chinese, `gc:name lang="en"` the English; empty where there is none. */
export function ownName(meaning: Meaning, language: Language): string {
  if (language === 'zh') return String(meaning.get('name') ?? '');
  const extension = meaning.get('extensionElements') as Meaning | undefined;
  const words = (extension?.get('values') ?? []) as readonly Meaning[];
  const name = words.find((word) => word.$type === 'gc:Name' && word.get('lang') === 'en');
  return String(name?.get('text') ?? '');
}

/** Whether an element carries its name outside of itself, in a label of its own. */
export const isNamedOutside = (meaning: Meaning): boolean =>
  ['bpmn:Event', 'bpmn:Gateway', 'bpmn:SequenceFlow', 'bpmn:MessageFlow'].some((type) => meaning.$instanceOf(type));

/** Whether an element has a name at all: notes and groups have texts of other kinds. */
export const isNamed = (meaning: Meaning): boolean =>
  ['bpmn:FlowElement', 'bpmn:Participant', 'bpmn:Lane', 'bpmn:MessageFlow'].some((type) => meaning.$instanceOf(type));
