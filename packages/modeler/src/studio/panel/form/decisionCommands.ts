import type { Language } from '@guicheng/runtime/model';
import { putWords } from '../../file/extension.ts';
import type { Drawn, ModdleElement, Services } from '../../file/moddle.ts';
import { decisionOf, type DecisionPlain, type OptionPlain } from './fieldPlain.ts';
import { freshName } from '../../file/named.ts';
import { newKey } from './newKey.ts';
import { takenKeys } from './takenKeys.ts';

/** The look of an answer's button, and what it does by name. */
export type Manner = 'forward' | 'back' | 'refuse';

/** An answer to begin with: its name in both languages and how its button looks. */
export interface Answer {
  readonly zh: string;
  readonly en: string;
  readonly value: string;
  readonly manner: Manner;
}

/** Makes this the decision of a step; undefined: it decides nothing. One command. */
export const putDecision = (modeler: Services, step: Drawn, decision: DecisionPlain | undefined): void =>
  putWords(modeler, step, { word: 'gc:Decision', to: decision ? [decision] : [] });

/** A new decision with these answers. */
export function freshDecision(
  process: ModdleElement,
  name: { readonly zh: string; readonly en: string },
  answers: readonly Answer[],
): DecisionPlain {
  return {
    key: newKey('', 'decision', takenKeys(process)),
    name: name.zh,
    names: [{ lang: 'en', text: name.en }],
    options: answers.map(({ zh, en, value, manner }) => ({ value, name: zh, names: [{ lang: 'en', text: en }], manner })),
  };
}

/** A new answer, behind the others; its value is made of its English name or a number, and stays. */
export function freshOption(options: readonly OptionPlain[], language: Language, text: string): OptionPlain {
  const taken = new Set(options.map(({ value }) => value));
  return { value: newKey(language === 'en' ? text : '', 'option', taken), ...freshName(language, text) };
}

/** The same answers with one moved up or down by a place. */
export function moved<One>(list: readonly One[], from: number, by: -1 | 1): readonly One[] {
  const to = from + by;
  const [here, there] = [list[from], list[to]];
  if (here === undefined || there === undefined) return list;
  return list.map((one, index) => (index === from ? there : index === to ? here : one));
}

/** The decision of a step, changed. Nothing happens where there is none. */
export function changeDecision(modeler: Services, step: Drawn, change: (decision: DecisionPlain) => DecisionPlain): void {
  const decision = decisionOf(step.businessObject);
  if (decision) putDecision(modeler, step, change(decision));
}
