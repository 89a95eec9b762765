import { elementAt, textAt, type ModdleElement } from '../../file/moddle.ts';
import { wordsIn } from '../../file/extension.ts';
import { decisionOf, type FieldPlain, fieldsOf, typeOf } from '../form/fieldPlain.ts';
import { textOf } from '../../file/named.ts';
import { flowElementsOf, flowsTo } from '../../file/process.ts';
import { broughtTo } from '../form/takenKeys.ts';
import type { Subject } from '../../condition/subject.ts';

/**
 * What a condition in a process can ask about: what was decided – nearest before the place first –, fields, what several people answered,
 * and what calls and messages bring.
 */
export function subjectsOf(process: ModdleElement, place: ModdleElement): readonly Subject[] {
  const elements = flowElementsOf(process);
  const fields = fieldsOf(process);
  const inside = withinSeveral(place);
  const decisions = nearestFirst(place, elements).flatMap((element): readonly Subject[] => {
    const decision = decisionOf(element);
    if (!decision) return [];
    const options = (decision.options ?? []).map((option) => ({ value: option.value, name: textOf(option) }));
    return [{ key: decision.key, name: textOf(decision), type: 'decision', options, each: false }];
  });
  const own = fields.filter((field) => inside || field.perItem !== true).map((field) => subjectOf(field));
  const found = once([
    ...decisions,
    ...own,
    ...elements.flatMap((element) => collectedAt(element, [...decisions, ...fields.map(subjectOf)])),
  ]);
  const brought = elements.flatMap(broughtTo).filter((key) => !found.some((one) => one.key === key));
  return [...found, ...once(brought.map((key) => ({ key, name: { zh: key }, type: 'unknown', options: [], each: false })))];
}

const once = (subjects: readonly Subject[]): readonly Subject[] =>
  [...new Map(subjects.toReversed().map((one) => [one.key, one])).values()].toReversed();

/** A field as something that can be asked about. */
export const subjectOf = (field: FieldPlain): Subject => ({
  key: field.key,
  name: textOf(field),
  type: typeOf(field),
  options: (field.options ?? []).map((option) => ({ value: option.value, name: textOf(option) })),
  each: false,
});

/** The lists of answers that a step of several gathers. */
function collectedAt(element: ModdleElement, known: readonly Subject[]): readonly Subject[] {
  const loop = elementAt(element, 'loopCharacteristics');
  return wordsIn(loop, 'gc:Collect').flatMap((word) => {
    const one = known.find(({ key }) => key === textAt(word, 'field'));
    return one ? [{ ...one, key: textAt(word, 'into'), each: true }] : [];
  });
}

/** Whether a place lies within something that several do, each with values of their own. */
function withinSeveral(place: ModdleElement): boolean {
  for (let at: ModdleElement | undefined = place; at; at = at.$parent)
    if (at.$instanceOf('bpmn:Activity') && elementAt(at, 'loopCharacteristics')) return true;
  return false;
}

/** The elements by how far they lie before a place; those that do not lead there come last, in the order of the file. */
function nearestFirst(place: ModdleElement, all: readonly ModdleElement[]): readonly ModdleElement[] {
  const found = new Set<ModdleElement>([place]);
  for (const at of found) {
    const before = at.$instanceOf('bpmn:SequenceFlow')
      ? [elementAt(at, 'sourceRef')]
      : flowsTo(at).map((flow) => elementAt(flow, 'sourceRef'));
    for (const one of before) if (one) found.add(one);
  }
  return [...found, ...all.filter((element) => !found.has(element))];
}
