import type { Language } from '@guicheng/server/contract';
import { elementAt, elementsAt, textAt, type Drawn, type Moddle, type ModdleElement, type Modeling, type Services } from './moddle.ts';
import { plainOf, same, type Plain } from './plain.ts';

/** What an element, or one of its parts (`within`: a timer, a multi-instance), is to say with one of our words. Absent and empty properties are left out. */
export interface Put {
  readonly word: `gc:${string}`;
  readonly to: readonly Plain[];
  readonly within?: ModdleElement;
}

/** Of which language, and what. Empty: no name. */
export interface Naming {
  readonly language: Language;
  readonly text: string;
}

/** Our words of one type that an element says, in the order of the file. A pool says its process's, but for its own name. */
export const wordsOf = (element: Drawn, word: `gc:${string}`): readonly ModdleElement[] => wordsIn(sayerOf(element, word), word);

/** The same of a part that is not drawn itself: a timer, a multi-instance, a process behind a pool. */
export const wordsIn = (sayer: ModdleElement | undefined, word: string): readonly ModdleElement[] =>
  elementsAt(elementAt(sayer, 'extensionElements'), 'values').filter(({ $type }) => $type === word);

/**
 * Makes these the words of one type there: one command, so one step of undo. Words of other types and of other software stay as they are and
 * where they are; a word that says the same as before stays the very same. No command where nothing would change.
 */
export function putWords(modeler: Services, element: Drawn, put: Put): void {
  const sayer = put.within ?? sayerOf(element, put.word);
  const extension = elementAt(sayer, 'extensionElements');
  const all = elementsAt(extension, 'values');
  const old = all.filter(({ $type }) => $type === put.word);
  if (old.length === put.to.length && put.to.every((wanted, index) => same(wanted, plainOf(old[index])))) return;
  const moddle = modeler.get<Moddle>('moddle');
  const fresh = madeOf(moddle, put, old);
  const first = all.findIndex(({ $type }) => $type === put.word);
  const at = first < 0 ? all.length : first;
  const others = (list: readonly ModdleElement[]): readonly ModdleElement[] => list.filter(({ $type }) => $type !== put.word);
  const values = [...all.slice(0, at), ...fresh, ...others(all.slice(at))];
  const modeling = modeler.get<Modeling>('modeling');
  const target = element.labelTarget ?? element;
  if (extension && values.length > 0) {
    for (const word of fresh) adopt(word, extension);
    modeling.updateModdleProperties(target, extension, { values });
    return;
  }
  const made = values.length > 0 ? moddle.create('bpmn:ExtensionElements', { values }) : undefined;
  if (made) {
    adopt(made, sayer);
    for (const word of fresh) adopt(word, made);
  }
  modeling.updateModdleProperties(target, sayer, { extensionElements: made });
}

/** The name of an element in one language: `name` is the Chinese, `gc:name lang="en"` the English. Empty where it has none. */
export const nameIn = (element: Drawn, language: Language): string => nameWithin(element.businessObject, language);

/** The same of an element of the file that is not drawn itself. */
export const nameWithin = (named: ModdleElement, language: Language): string =>
  language === 'zh'
    ? textAt(named, 'name')
    : textAt(
        wordsIn(named, 'gc:Name').find((word) => textAt(word, 'lang') === language),
        'text',
      );

/** Names an element in one language and leaves the other as it is: one command, or none where it is called so already. */
export function putName(modeler: Services, element: Drawn, { language, text }: Naming): void {
  const target = element.labelTarget ?? element;
  if (nameIn(target, language) === text) return;
  if (language === 'zh') modeler.get<Modeling>('modeling').updateProperties(target, { name: text || undefined });
  else putWords(modeler, target, { word: 'gc:Name', to: namesWith(wordsOf(target, 'gc:Name').map(plainOf), { language, text }) });
}

/** Names in other languages with one of them changed. */
export const namesWith = (names: readonly Plain[], { language, text }: Naming): readonly Plain[] => [
  ...(text ? [{ lang: language, text }] : []),
  ...names.filter((name) => name['lang'] !== language),
];

/** What a process says is said by its pool; only the pool's name is its own. */
function sayerOf({ businessObject }: Drawn, word: string): ModdleElement {
  const process = word === 'gc:Name' ? undefined : elementAt(businessObject, 'processRef');
  return (businessObject.$type === 'bpmn:Participant' && process) || businessObject;
}

/** The words as moddle makes them. One that says the same as before is taken over whole; a changed one keeps what other software noted on it. */
function madeOf(moddle: Moddle, put: Put, old: readonly ModdleElement[]): readonly ModdleElement[] {
  const left = [...old];
  return put.to.map((wanted, index) => {
    const kept = left.findIndex((word) => same(wanted, plainOf(word)));
    const [before] = kept < 0 ? [] : left.splice(kept, 1);
    const changed = old.length === put.to.length ? old[index] : undefined;
    return before ?? made(moddle, { type: put.word, wanted, foreign: changed?.$attrs });
  });
}

export function made(
  moddle: Moddle,
  ask: { readonly type: string; readonly wanted: Plain; readonly foreign?: ModdleElement['$attrs'] },
): ModdleElement {
  const word = moddle.create(ask.type, { ...ask.foreign });
  const set = (name: string, value: unknown): void => (word as unknown as { set(name: string, value: unknown): void }).set(name, value);
  for (const property of word.$descriptor.properties) {
    const value = ask.wanted[property.ns.localName];
    if (value === undefined || value === '') continue;
    if (!property.isMany || !Array.isArray(value)) set(property.name, value);
    else if (value.length > 0) {
      const parts = (value as readonly Plain[]).map((part) => made(moddle, { type: property.type, wanted: part }));
      for (const part of parts) adopt(part, word);
      set(property.name, parts);
    }
  }
  return word;
}

const adopt = (child: ModdleElement, parent: ModdleElement): void => void Object.assign(child, { $parent: parent });
