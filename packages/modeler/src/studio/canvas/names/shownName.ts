import type { Language } from '@guicheng/server/contract';
import { nameWithin } from '../../file/extension.ts';
import type { Meaning } from '../services.ts';

/** A name as it is shown: in the reader's language, or borrowed from the other where there is none. Empty where there is neither. */
export interface Shown {
  readonly text: string;
  readonly borrowed: boolean;
}

/** The name to show of what an element stands for. */
export function shownName(meaning: Meaning, language: Language): Shown {
  const own = nameWithin(meaning, language);
  if (own) return { text: own, borrowed: false };
  const other = nameWithin(meaning, language === 'zh' ? 'en' : 'zh');
  return { text: other, borrowed: other !== '' };
}

/** Whether an element carries its name outside of itself, in a label of its own. */
export const isNamedOutside = (meaning: Meaning): boolean =>
  ['bpmn:Event', 'bpmn:Gateway', 'bpmn:SequenceFlow', 'bpmn:MessageFlow'].some((type) => meaning.$instanceOf(type));

/** Whether an element has a name at all: notes and groups have texts of other kinds. */
export const isNamed = (meaning: Meaning): boolean =>
  ['bpmn:FlowElement', 'bpmn:Participant', 'bpmn:Lane', 'bpmn:MessageFlow'].some((type) => meaning.$instanceOf(type));
