import type { Injector, Meaning } from '../services.ts';

interface Pasting {
  readonly cache: { [OURS]?: Pasted };
  readonly descriptor: { readonly id: string; readonly businessObject: Meaning; readonly labelTarget?: unknown };
}

interface Reference {
  readonly word: Meaning;
  readonly property: string;
}

/** What has been pasted of one group so far: the new ids by the old ones, and what refers to old ones. */
interface Pasted {
  readonly ids: Map<string, string>;
  readonly references: Reference[];
}

const OURS = Symbol('pasted');

/** Which of our words refer to elements, and by which of their properties. */
const REFERRING: { readonly [word: string]: readonly string[] } = {
  'gc:Assignment': ['step', 'of'],
  'gc:Starter': ['step', 'of'],
  'gc:NotSameAs': ['step'],
  'gc:Deadline': ['step', 'until'],
  'gc:Link': ['at'],
};

/** Words with an id of their own, which is unique in the file. */
const NAMED: { readonly [word: string]: string } = { 'gc:Deadline': 'due', 'gc:Risk': 'risk' };

/** In a pasted group, what refers to an element of the group refers to its new self; what refers to others stays. Fields keep their keys. */
export class FreshReferences {
  static $inject = ['injector'];

  constructor(injector: Injector) {
    injector.get('eventBus').on<Pasting>('copyPaste.pasteElement', 500, ({ cache, descriptor }) => {
      if (descriptor.labelTarget) return;
      const pasted = (cache[OURS] ??= { ids: new Map(), references: [] });
      const { id } = descriptor.businessObject;
      pasted.ids.set(descriptor.id, id);
      const process = descriptor.businessObject.get('processRef') as Meaning | undefined;
      const words = [...wordsOf(descriptor.businessObject), ...(process ? wordsOf(process) : [])];
      if (id !== descriptor.id) giveNames(words, id);
      pasted.references.push(...words.flatMap((word) => (REFERRING[word.$type] ?? []).map((property) => ({ word, property }))));
      follow(pasted);
    });
  }
}

const wordsOf = (meaning: Meaning): readonly Meaning[] =>
  ((meaning.get('extensionElements') as Meaning | undefined)?.get('values') as readonly Meaning[] | undefined) ?? [];

function giveNames(words: readonly Meaning[], id: string): void {
  const counts = new Map<string, number>();
  for (const word of words) {
    const ending = NAMED[word.$type];
    if (!ending || !word.get('id')) continue;
    const count = (counts.get(ending) ?? 0) + 1;
    counts.set(ending, count);
    word.set('id', `${id}_${ending}${count > 1 ? count : ''}`);
  }
}

/** A field or a unit may be called as an element is; `of` is a step only where the unit is that of a step. */
function follow({ ids, references }: Pasted): void {
  for (const { word, property } of references) {
    if (property === 'of' && word.get('unit') !== 'ofStep') continue;
    const now = ids.get(String(word.get(property)));
    if (now) word.set(property, now);
  }
}
