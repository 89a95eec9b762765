import { putWords, wordsIn } from '../../file/extension.ts';
import { elementAt, elementsAt, textAt, type Drawn, type ModdleElement, type Services } from '../../file/moddle.ts';
import { plainOf, type Plain } from '../../file/plain.ts';
import { drawnOf, flowElementsOf } from '../../file/process.ts';
import { fieldsOf, writtenAt } from '../form/fieldPlain.ts';
import { takenKeys } from '../form/takenKeys.ts';

/** The multi-instance of an element; undefined where it is done once. */
export function loopOf(element: ModdleElement): ModdleElement | undefined {
  const loop = elementAt(element, 'loopCharacteristics');
  return loop?.$type === 'bpmn:MultiInstanceLoopCharacteristics' ? loop : undefined;
}

/** Which fields are gathered from each one into a list for the steps after: one command. A list that is there already keeps its name. */
export function putGathered(
  modeler: Services,
  element: Drawn,
  { process, fields }: { readonly process: ModdleElement; readonly fields: readonly string[] },
): void {
  const within = loopOf(element.businessObject);
  if (!within) return;
  const old = wordsIn(within, 'gc:Collect').map(plainOf);
  const taken = new Set(takenKeys(process));
  const to = fields.map((field): Plain => {
    const into = freeName(`${field}List`, taken);
    taken.add(into);
    return old.find((one) => one['field'] === field) ?? { field, into };
  });
  putWords(modeler, element, { within, word: 'gc:Collect', to });
}

/**
 * What each of several fills in for themselves is gathered where they do so, so that the steps after see it: whatever the steps of a process
 * write into fields of this kind. Called within a step of undo, after a change; `keys` are the fields that were changed.
 */
export function gatherByItself(modeler: Services, process: ModdleElement, keys: readonly string[]): void {
  const each = fieldsOf(process).filter(({ key, perItem }) => perItem === true && keys.includes(key));
  if (each.length === 0) return;
  for (const element of flowElementsOf(process)) {
    const drawn = loopOf(element) && drawnOf(modeler, element);
    if (!drawn) continue;
    const gathered = gatheredAt(element);
    const written = new Set(writtenWithin(element));
    const missing = each.map(({ key }) => key).filter((key) => written.has(key) && !gathered.includes(key));
    if (missing.length > 0) putGathered(modeler, drawn, { process, fields: [...gathered, ...missing] });
  }
}

/** The fields that a step writes, or the steps of a part; what several write within it is gathered there. */
const writtenWithin = (element: ModdleElement): readonly string[] =>
  [element, ...elementsAt(element, 'flowElements').filter((inner) => !loopOf(inner))].flatMap(writtenAt);

/** A field that goes from a process is gathered nowhere any more. Called within a step of undo. */
export function ungather(modeler: Services, process: ModdleElement, key: string): void {
  for (const element of flowElementsOf(process)) {
    const gathered = gatheredAt(element);
    const drawn = gathered.includes(key) ? drawnOf(modeler, element) : undefined;
    if (drawn) putGathered(modeler, drawn, { process, fields: gathered.filter((field) => field !== key) });
  }
}

/** The fields that are gathered where several do an element. */
export const gatheredAt = (element: ModdleElement): readonly string[] =>
  wordsIn(loopOf(element), 'gc:Collect').map((word) => textAt(word, 'field'));

function freeName(stem: string, taken: ReadonlySet<string>): string {
  let name = stem;
  for (let n = 2; taken.has(name); n += 1) name = `${stem}${n}`;
  return name;
}
